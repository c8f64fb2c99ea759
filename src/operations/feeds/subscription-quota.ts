import type { OperationContext } from '../operation.ts'
import type { AddResult } from '../views.ts'

/** The default limit of subscriptions per reader. */
export const usualQuota = 100_000

/**
 * Refuses feeds beyond the reader's limit; existing subscriptions don't count twice. `urls` is only called when the number alone would
 * exceed it.
 */
export async function refuseQuota(
  { store, reader, mostSubscriptions = usualQuota }: OperationContext,
  feedCount: number,
  urls: () => readonly string[] | Promise<readonly string[]>,
): Promise<Extract<AddResult, { kind: 'refused' }> | undefined> {
  const before = await store.opml.countSubscriptions(reader.id)
  if (before + feedCount <= mostSubscriptions) return undefined
  const known = await store.opml.countSubscriptions(reader.id, await urls())
  const fresh = feedCount - known
  if (before + fresh <= mostSubscriptions || fresh === 0) return undefined
  return {
    kind: 'refused',
    reason: 'quota',
    message: `The limit is ${mostSubscriptions} feeds. You have ${before}, and this would add ${fresh}.`,
  }
}
