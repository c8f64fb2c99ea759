import { listedEntry } from '../feeds/feed-health.ts'
import { mutableEntry, mutedLists } from '../library/hide-muted.ts'
import type { OperationContext } from '../operation.ts'
import type { ListedEntry } from '../views.ts'
import { chosenOrder } from './list-order.ts'

/** So many unread articles, the first in the reader's order, are searched for one that isn't muted. */
const unreadLookedAt = 38

/** The unread article that follows an entry in the reader's feeds; in the reader's order; after the last, the first. Undefined when nothing else is unread. */
export async function nextEntry(
  context: OperationContext,
  entry: { readonly id: string; readonly publishedAt: string },
): Promise<ListedEntry | undefined> {
  const { store, reader } = context
  if (reader.role === 'guest') return undefined
  const order = await chosenOrder(context, {})
  const { rows } = await store.entries.list(reader.id, { isUnread: true }, unreadLookedAt, undefined, order)
  const others = (await mutedLists(context)).sift(
    rows.filter(({ id }) => id !== entry.id),
    mutableEntry,
  )
  const next =
    others.find(({ publishedAt }) =>
      order === 'newest' ? publishedAt <= entry.publishedAt : publishedAt >= entry.publishedAt,
    ) ?? others[0]
  return next && listedEntry(next)
}
