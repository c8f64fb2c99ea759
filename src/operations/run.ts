import type { z } from 'zod'
import { mayActAs, type ReaderIdentity } from '../core/reader-identity.ts'
import { setRequestReader } from '../store/engine/request-context.ts'
import { forReader } from './for-reader.ts'
import type { Operation, OperationContext, SchemaInput } from './operation.ts'

/** What an operation returns to a page: its view, or undefined for invalid input, as for a missing object. */
type Answer<Input extends z.ZodType, View> = z.input<Input> extends Record<string, never> ? View : View | undefined

/** What only pages do, such as signing in or sending a brief in the words of a page. It checks its input and permissions itself. */
export type PageAction<Asked, Result> = (context: OperationContext, given: Asked) => Result

/** Runs operations for one reader, typed by the operation: a renamed field does not compile. */
export type Run = {
  <Asked, Result>(act: PageAction<Asked, Result>, given: Asked): Result
  /** Throws NotPermittedError when the reader's role is not enough. */
  <Input extends z.ZodType, View>(
    operation: Operation<string, Input, View>,
    input: SchemaInput<Input>,
  ): Promise<Answer<Input, View>>
}

/** The same, with the reader given each time. */
export type RunBy<Who> = {
  <Asked, Result>(who: Who, act: PageAction<Asked, Result>, given: Asked): Result
  <Input extends z.ZodType, View>(
    who: Who,
    operation: Operation<string, Input, View>,
    input: SchemaInput<Input>,
  ): Promise<Answer<Input, View>>
}

/** Runs one operation: checks the permission, then the input. Throws NotPermittedError. */
async function run<Input extends z.ZodType, View>(
  context: OperationContext,
  operation: Operation<string, Input, View>,
  input: SchemaInput<Input>,
): Promise<Answer<Input, View>> {
  permit(context, operation)
  const parsed = operation.input.safeParse(input)
  return (parsed.success ? await operation.run(context, parsed.data) : undefined) as Answer<Input, View>
}

/** Most readers' contexts cached; beyond that, the cache is emptied. */
const mostReaders = 1_000

/** Runs operations for any reader of this process. */
export function runFor(context: OperationContext): (reader: ReaderIdentity) => Run {
  const known = new Map<string, Run>()
  return (reader) => {
    const key = JSON.stringify([reader.id, reader.role, reader.name, reader.isProgram, reader.isInPublic])
    const found = known.get(key)
    if (found) return found
    if (known.size >= mostReaders) known.clear()
    const own = forReader(context, reader)
    // Serves both signatures of `Run`; the argument decides which one.
    const made = ((asked: Operation<string, z.ZodType, unknown> | PageAction<unknown, unknown>, given: unknown) =>
      typeof asked === 'function' ? asked(own, given) : run(own, asked, given)) as Run
    known.set(key, made)
    return made
  }
}

/** Text from a form or URL as the input of an operation. The compiler checks the field names; running the operation checks the values. */
export function wordsAsInput<Input extends z.ZodType>(
  _operation: Operation<string, Input, unknown>,
  values: { readonly [Key in keyof SchemaInput<Input>]: unknown },
): SchemaInput<Input> {
  return values as SchemaInput<Input>
}

/** The reader's role does not allow the operation. Nothing was read or written; adapters word the refusal. */
export class NotPermittedError extends Error {
  override name = 'NotPermittedError'
  constructor(operation: string) {
    super(`${operation} asks for another role. Sign in as somebody who may do it.`)
  }
}

/**
 * Throws NotPermittedError unless the reader may run the operation. Every adapter calls it first, so the store learns here for whom
 * a request is answered.
 */
export function permit(
  { reader }: Pick<OperationContext, 'reader'>,
  { name, minRole, isForPeople }: Pick<Operation<string, never, unknown>, 'name' | 'minRole' | 'isForPeople'>,
): void {
  if (!mayActAs(reader.role, minRole) || (isForPeople && reader.isProgram)) throw new NotPermittedError(name)
  // Operations for anyone check a secret, and a replica may not know yet that it was revoked.
  if (minRole !== 'anyone') setRequestReader(reader.id)
}
