import { mayActAs } from '../core/reader-identity.ts'
import { setRequestReader } from '../store/engine/request-context.ts'
import type { Operation, OperationContext } from './operation.ts'

/** Somebody asked for what their role may not do. Faces refuse it in their own words; nothing was read or written. */
export class NotPermittedError extends Error {
  override name = 'NotPermittedError'
  constructor(operation: string) {
    super(`${operation} asks for another role. Sign in as somebody who may do it.`)
  }
}

/**
 * Lets through who may ask for an operation; throws NotPermittedError for anybody else. Every face calls it first, so it is here that
 * the store learns for whom a request is answered.
 */
export function permit(
  { reader }: Pick<OperationContext, 'reader'>,
  { name, least, isForPeople }: Pick<Operation<string, never, unknown>, 'name' | 'least' | 'isForPeople'>,
): void {
  if (!mayActAs(reader.role, least) || (isForPeople && reader.isProgram)) throw new NotPermittedError(name)
  // What is open to anyone opens by a secret: whether that still holds is never told by a copy.
  if (least !== 'anyone') setRequestReader(reader.id)
}
