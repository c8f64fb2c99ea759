import { mayActAs } from '../core/reader-identity.ts'
import { setRequestReader } from '../store/engine/request-context.ts'
import type { Operation, OperationContext } from './operation.ts'

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
