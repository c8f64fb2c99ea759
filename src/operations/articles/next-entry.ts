import { listedEntry } from '../feeds/feed-health.ts'
import { mutableEntry, mutedLists } from '../library/hide-muted.ts'
import type { OperationContext } from '../operation.ts'
import type { ListedEntry } from '../views.ts'

/** So many unread articles, the newest, are searched for one that isn't muted. */
const unreadLookedAt = 38

/** The unread article that follows an entry in the reader's feeds; after the last, the newest. Undefined when nothing else is unread. */
export async function nextEntry(
  context: OperationContext,
  entry: { readonly id: string; readonly publishedAt: string },
): Promise<ListedEntry | undefined> {
  const { store, reader } = context
  if (reader.role === 'guest') return undefined
  const { rows } = await store.entries.list(reader.id, { isUnread: true }, unreadLookedAt)
  const others = (await mutedLists(context)).sift(
    rows.filter(({ id }) => id !== entry.id),
    mutableEntry,
  )
  const next = others.find(({ publishedAt }) => publishedAt <= entry.publishedAt) ?? others[0]
  return next && listedEntry(next)
}
