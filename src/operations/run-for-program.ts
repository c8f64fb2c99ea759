import { z } from 'zod'
import type { Operation, OperationContext } from './operation.ts'
import { NotPermittedError, permit } from './run.ts'

/** The result of an operation run for a program. */
export type OperationOutcome<View> =
  | { readonly kind: 'done'; readonly view: Exclude<View, undefined> }
  | { readonly kind: 'not-there' }
  /** The role isn't enough, or the operation is for people only. */
  | { readonly kind: 'not-permitted'; readonly message: string }
  /** The input is invalid; each field by its path, with the problem. */
  | {
      readonly kind: 'unusable'
      readonly message: string
      readonly fields: readonly { readonly path: string; readonly message: string }[]
    }

/** Runs an operation for a program and returns the result as a value; only our own mistakes throw. */
export async function runForProgram<Input extends z.ZodType, View>(
  context: OperationContext,
  operation: Operation<string, Input, View>,
  input: unknown,
): Promise<OperationOutcome<View>> {
  try {
    permit(context, operation)
  } catch (error) {
    if (error instanceof NotPermittedError) return { kind: 'not-permitted', message: error.message }
    throw error
  }
  const parsed = operation.input.safeParse(input)
  if (!parsed.success)
    return {
      kind: 'unusable',
      message: z.prettifyError(parsed.error),
      fields: parsed.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message })),
    }
  const view = await operation.run(context, parsed.data)
  return view === undefined ? { kind: 'not-there' } : { kind: 'done', view: view as Exclude<View, undefined> }
}

type Because = Exclude<OperationOutcome<unknown>, { kind: 'done' }>

/** An operation that a request needs failed: the adapter answers the whole request with `because`. */
export class RequiredOperationError extends Error {
  override name = 'RequiredOperationError'
  readonly because: Because
  constructor(operation: string, because: Because) {
    super(`${operation}: ${because.kind}`)
    this.because = because
  }
}

/** Runs an operation for a program and returns its view. Throws NotCarriedOutError when there is none. */
export async function runRequired<Input extends z.ZodType, View>(
  context: OperationContext,
  operation: Operation<string, Input, View>,
  input: z.input<Input>,
): Promise<Exclude<View, undefined>> {
  const carried = await runForProgram(context, operation, input)
  if (carried.kind !== 'done') throw new RequiredOperationError(operation.name, carried)
  return carried.view
}

/** The same where the view is not needed; a missing object is not an error. */
export async function runWithoutView<Input extends z.ZodType, View>(
  context: OperationContext,
  operation: Operation<string, Input, View>,
  input: z.input<Input>,
): Promise<void> {
  const carried = await runForProgram(context, operation, input)
  if (carried.kind === 'not-permitted' || carried.kind === 'unusable')
    throw new RequiredOperationError(operation.name, carried)
}
