import type { z } from 'zod'
import type { ReaderIdentity } from '../core/reader-identity.ts'
import { forReader } from './for-reader.ts'
import type { Given, Operation, OperationContext } from './operation.ts'
import { permit } from './permit.ts'

/** What an operation answers a page: its view, or undefined where its input cannot be used, as where there is no such thing. */
type Answer<Input extends z.ZodType, View> = z.input<Input> extends Record<string, never> ? View : View | undefined

/**
 * What pages do that is no operation, because no other program can: signing in, or handing on a brief in the words of a page. It checks
 * what it is given, and who may do it, itself.
 */
export type Act<Asked, Result> = (context: OperationContext, given: Asked) => Result

/** Carries out operations for one reader. Its types are those of the operation: a renamed field does not compile. */
export type Run = {
  <Asked, Result>(act: Act<Asked, Result>, given: Asked): Result
  /** Throws NotPermittedError for what the reader's role may not do. */
  <Input extends z.ZodType, View>(
    operation: Operation<string, Input, View>,
    input: Given<Input>,
  ): Promise<Answer<Input, View>>
}

/** The same, told each time for whom. */
export type RunBy<Who> = {
  <Asked, Result>(who: Who, act: Act<Asked, Result>, given: Asked): Result
  <Input extends z.ZodType, View>(
    who: Who,
    operation: Operation<string, Input, View>,
    input: Given<Input>,
  ): Promise<Answer<Input, View>>
}

/** Carries out one operation: checks the permission, then the input, then runs it. Throws NotPermittedError. */
export async function run<Input extends z.ZodType, View>(
  context: OperationContext,
  operation: Operation<string, Input, View>,
  input: Given<Input>,
): Promise<Answer<Input, View>> {
  permit(context, operation)
  const parsed = operation.input.safeParse(input)
  return (parsed.success ? await operation.run(context, parsed.data) : undefined) as Answer<Input, View>
}

/** So many readers' contexts are kept; one more, and all are made again. */
const mostReaders = 1_000

/** Carries out operations for any reader, as one process does for all who ask it. */
export function runFor(context: OperationContext): (reader: ReaderIdentity) => Run {
  const known = new Map<string, Run>()
  return (reader) => {
    const key = JSON.stringify([reader.id, reader.role, reader.name, reader.isProgram, reader.isInPublic])
    const found = known.get(key)
    if (found) return found
    if (known.size >= mostReaders) known.clear()
    const own = forReader(context, reader)
    // Both signatures of `Run` are served; which one is known by what is asked for.
    const made = ((asked: Operation<string, z.ZodType, unknown> | Act<unknown, unknown>, given: unknown) =>
      typeof asked === 'function' ? asked(own, given) : run(own, asked, given)) as Run
    known.set(key, made)
    return made
  }
}

/**
 * Words of a form or an address as the input of an operation. That each field is one of the operation's is checked by the compiler; what
 * the values are, when the operation is run.
 */
export function wordsAsInput<Input extends z.ZodType>(
  _operation: Operation<string, Input, unknown>,
  values: { readonly [Key in keyof Given<Input>]: unknown },
): Given<Input> {
  return values as Given<Input>
}
