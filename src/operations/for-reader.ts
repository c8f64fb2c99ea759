import type { ReaderIdentity } from '../core/reader-identity.ts'
import type { Viewer } from '../store/engine/viewer-stores.ts'
import type { OperationContext } from './operation.ts'

/** The context for a reader's operations: other readers' private data is invisible in it. */
export function forReader(context: OperationContext, reader: ReaderIdentity): OperationContext {
  return { ...context, reader, store: context.store.seenBy(reader) }
}

/** The same context for what leaves the server: nothing under embargo is in it. */
export function leaving<Context extends Pick<OperationContext, 'store'> & { readonly reader: Viewer }>(
  context: Context,
): Context {
  return { ...context, store: context.store.seenBy({ ...context.reader, isLeaving: true }) }
}
