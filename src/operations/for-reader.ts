import type { ReaderIdentity } from '../core/reader-identity.ts'
import type { OperationContext } from './operation.ts'

/** The context for a reader's operations: other readers' private data is invisible in it. */
export function forReader(context: OperationContext, reader: ReaderIdentity): OperationContext {
  return { ...context, reader, store: context.store.seenBy(reader) }
}
