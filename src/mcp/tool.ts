import { z } from 'zod'
import { mayActAs } from '../core/reader-identity.ts'
import type { OperationContext } from '../operations/operation.ts'
import type { OperationOutcome } from '../operations/run-for-program.ts'
import type { Links } from './links.ts'

/** What a tool works with: operations for its reader, and URLs of pages. */
export type ToolContext = { readonly context: OperationContext; readonly links: Links }

/** Result of a tool. Failures are returned to the model, so that it can try another call. */
export type ToolResult<View extends object = object> =
  | { readonly kind: 'told'; readonly view: View }
  | { readonly kind: 'failed'; readonly message: string }

export type McpTool<Input extends z.ZodObject = z.ZodObject> = {
  readonly name: string
  readonly title: string
  /** For the model: the tool's purpose and what its response contains. No output schema is sent, so this is all it knows. */
  readonly description: string
  /** True for a tool that writes; it's offered only to tokens that may write. */
  readonly isWriting?: true
  /** Where a writing tool differs from the others: it removes something, or reaches a server outside. */
  readonly hints?: { readonly destructiveHint?: true; readonly openWorldHint?: true }
  /** True for a tool about the reader's own marks, which guests don't have. */
  readonly isPersonal?: true
  readonly input: Input
  readonly run: (desk: ToolContext, input: z.output<Input>) => Promise<ToolResult>
}

/** Declares a tool with inferred types. An unknown argument is rejected by name, with a list of the known ones. */
export function defineTool<Input extends z.ZodObject>(tool: McpTool<Input>): McpTool {
  const names = Object.keys(tool.input.shape)
  const has = names.length === 0 ? 'it takes none' : `it takes ${names.join(', ')}`
  const input = new z.ZodObject({
    ...tool.input.def,
    catchall: z.never(),
    error: (issue: z.core.$ZodRawIssue) =>
      issue.code === 'unrecognized_keys'
        ? `${tool.name} has no argument ${issue.keys.slice(0, 5).join(', ').slice(0, 200)}: ${has}`
        : undefined,
  })
  return { ...tool, input } as unknown as McpTool
}

/** True if a reader may be offered a tool. */
export function mayUse({ isWriting, isPersonal }: McpTool, { reader }: OperationContext): boolean {
  if (isWriting) return mayActAs(reader.role, 'reader')
  return !isPersonal || mayActAs(reader.readsAs ?? reader.role, 'reader')
}

/** The context for reading one's own marks: a program that may only read may do that, as with GET in the REST API. */
export function readingOwn(context: OperationContext): OperationContext {
  const { reader } = context
  return reader.readsAs === undefined ? context : { ...context, reader: { ...reader, role: reader.readsAs } }
}

/** Turns an operation's result into the tool's response; `absent` if the requested thing doesn't exist. */
export function toolResultOf<View, Told extends object>(
  carried: OperationOutcome<View>,
  absent: string,
  tell: (view: Exclude<View, undefined>) => Told,
): ToolResult<Told> {
  switch (carried.kind) {
    case 'done':
      return { kind: 'told', view: tell(carried.view) }
    case 'not-there':
      return { kind: 'failed', message: absent }
    case 'not-permitted':
    case 'unusable':
      return { kind: 'failed', message: carried.message }
  }
}
