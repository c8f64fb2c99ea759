import { z } from 'zod'
import type { EntryFilter, EntryRow, FeedRow, Page } from '../store/store.ts'
import { feedHealth, riverEntry } from './feed-health.ts'
import { progressOf } from './get-progress.ts'
import { mutableEntry, mutedLists, type Sift } from './hide-muted.ts'
import { feedId } from './input.ts'
import { defineOperation, type OperationContext } from './operation.ts'
import type { RiverView } from './views.ts'

const PAGE = 50
const MOST_PAGES_READ = 5

export const listEntries = defineOperation({
  name: 'list_entries',
  summary: 'The river: entries of all feeds, a folder or one feed, newest first',
  input: z.object({
    feedId: feedId.optional(),
    folder: z.string().max(200).optional(),
    show: z.enum(['unread', 'all', 'starred']).default('unread'),
    cursor: z.string().max(200).optional(),
    muted: z.enum(['show']).optional(),
  }),
  async run(context, { feedId, folder, show, cursor, muted }): Promise<RiverView | undefined> {
    const { store } = context
    const feeds = await store.feeds.list()
    const feed = feedId === undefined ? undefined : feeds.find(({ id }) => id === feedId)
    if (feedId !== undefined && !feed) return undefined
    const scope = { ...(feedId === undefined ? {} : { feedId }), ...(folder === undefined ? {} : { folder }) }
    const filter = {
      ...scope,
      ...(show === 'unread' ? { isUnread: true } : {}),
      ...(show === 'starred' ? { isStarred: true } : {}),
    }
    const lists = await mutedLists(context, muted)
    const [page, progress] = await Promise.all([visiblePage(context, filter, cursor, lists.sift), progressOf(context)])
    return {
      folders: foldersOf(feeds),
      unreadCount: feeds.reduce((sum, { unreadCount }) => sum + unreadCount, 0),
      filter: { ...scope, show },
      title: feed?.title ?? folder ?? '',
      entries: page.rows.map(riverEntry),
      ...lists.hidden(),
      ...(page.next === undefined ? {} : { next: page.next }),
      progress,
    }
  },
})

/** A page of what mutes leave: where they hide a whole page, the next ones, but not without end. */
async function visiblePage(
  { store }: Pick<OperationContext, 'store'>,
  filter: EntryFilter,
  cursor: string | undefined,
  sift: Sift,
): Promise<Page<EntryRow>> {
  // A star is the reader's own word on an entry: it stands above a mute.
  if (filter.isStarred) return store.entries.list(filter, PAGE, cursor)
  const rows: EntryRow[] = []
  let next = cursor
  for (let read = 0; read < MOST_PAGES_READ; read++) {
    const page = await store.entries.list(filter, PAGE, next)
    rows.push(...sift(page.rows, mutableEntry))
    next = page.next
    if (next === undefined || rows.length >= PAGE / 2) break
  }
  return { rows, ...(next === undefined ? {} : { next }) }
}

function foldersOf(feeds: readonly FeedRow[]): RiverView['folders'] {
  const byName = Map.groupBy(feeds, ({ folder }) => folder)
  return [...byName]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, rows]) => ({
      name,
      unreadCount: rows.reduce((sum, { unreadCount }) => sum + unreadCount, 0),
      feeds: rows.map(feedHealth).sort((a, b) => a.title.localeCompare(b.title)),
    }))
}
