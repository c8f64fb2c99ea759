import type { z } from 'zod'
import type { Operation, OperationContext } from './operation.ts'
import { type OperationOutcome, runForProgram } from './run-for-program.ts'

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
