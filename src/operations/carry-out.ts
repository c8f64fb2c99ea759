import { z } from 'zod'
import type { Operation, OperationContext } from './operation.ts'
import { NotPermittedError, permit } from './permit.ts'

/** What became of an operation that a program asked for. */
export type CarriedOut<View> =
  | { readonly kind: 'done'; readonly view: Exclude<View, undefined> }
  /** What was asked for is not there. */
  | { readonly kind: 'not-there' }
  /** The role of who asks does not reach, or only a person may ask. */
  | { readonly kind: 'not-permitted'; readonly message: string }
  /** The input cannot be used; each field by its path, with what is wrong. */
  | {
      readonly kind: 'unusable'
      readonly message: string
      readonly fields: readonly { readonly path: string; readonly message: string }[]
    }

/** Carries out an operation for a program, and answers with what became of it; our own mistakes throw. */
export async function carryOut<Input extends z.ZodType, View>(
  context: OperationContext,
  operation: Operation<string, Input, View>,
  input: unknown,
): Promise<CarriedOut<View>> {
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
