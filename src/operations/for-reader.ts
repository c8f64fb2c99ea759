import type { ReaderIdentity } from '../core/reader-identity.ts'
import type { OperationContext } from './operation.ts'

/** The context in which operations are carried out for a reader: what is private to others is not there for them. */
export function forReader(context: OperationContext, reader: ReaderIdentity): OperationContext {
  return { ...context, reader, store: context.store.seenBy(reader) }
}
