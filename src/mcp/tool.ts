import { z } from 'zod'
import type { OperationContext } from '../operations/operation.ts'
import type { OperationOutcome } from '../operations/run-for-program.ts'
import type { Links } from './links.ts'

/** What a tool works with: operations, for the reader it acts for, and the addresses of pages. */
export type Desk = { readonly context: OperationContext; readonly links: Links }

/** What a tool comes to. A failure is told to the model that called it, so that it can ask another way. */
export type Answered<View> =
  | { readonly kind: 'told'; readonly view: View }
  | { readonly kind: 'failed'; readonly message: string }

/** Something a model can call. */
export type McpTool<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodObject = z.ZodObject> = {
  readonly name: string
  readonly title: string
  /** For the model: what it is for and what its answer holds. */
  readonly description: string
  /** True for one that keeps something: only a token that may write is offered it. */
  readonly isWriting?: true
  readonly input: Input
  readonly output: Output
  readonly run: (desk: Desk, input: z.output<Input>) => Promise<Answered<z.output<Output>>>
}

/** Declares a tool with its types inferred. An argument that it does not have is refused by its name, with those there are. */
export function defineTool<Input extends z.ZodObject, Output extends z.ZodObject>(
  tool: McpTool<Input, Output>,
): McpTool {
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

/** What a tool tells of an operation that was carried out; `absent` where what was asked for is not there. */
export function answerOf<View, Told>(
  carried: OperationOutcome<View>,
  absent: string,
  tell: (view: Exclude<View, undefined>) => Told,
): Answered<Told> {
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
