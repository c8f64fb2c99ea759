import { z } from 'zod'
import type { EntryRow, FeedRow, Page } from '../store/store.ts'
import { safeMarkup } from './entry-pictures.ts'
import { feedHealth, riverEntry } from './feed-health.ts'
import { progressOf } from './get-progress.ts'
import { mutableEntry, mutedLists, type Sift } from './hide-muted.ts'
import { feedId } from './input.ts'
import { defineOperation, type OperationContext } from './operation.ts'
import type { RiverView } from './views.ts'

// With a thousand feeds the first view then comes to less than 35 kB on the wire (bench/river.ts).
const PAGE = 38
const MOST_PAGES_READ = 5
/** Whole texts weigh a hundred times as much as first words. */
const PAGE_WITH_TEXT = 20

export const listEntries = defineOperation({
  name: 'list_entries',
  least: 'guest',
  summary: 'The river: entries of all feeds, a folder or one feed, in order of time',
  input: z.object({
    feedId: feedId.optional(),
    folder: z.string().max(200).optional(),
    show: z.enum(['unread', 'all', 'starred']).default('unread'),
    order: z.enum(['newest', 'oldest']).default('newest'),
    /** Each entry's own text as well, made safe to show. */
    hasText: z.boolean().default(false),
    cursor: z.string().max(200).optional(),
    muted: z.enum(['show']).optional(),
  }),
  async run(context, { feedId, folder, show, order, hasText, cursor, muted }): Promise<RiverView | undefined> {
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
    const [page, progress] = await Promise.all([
      visiblePage(
        lists.sift,
        (next) => store.entries.list(filter, hasText ? PAGE_WITH_TEXT : PAGE, next, order),
        cursor,
        // A star is the reader's own word on an entry: it stands above a mute.
        show === 'starred',
      ),
      progressOf(context),
    ])
    return {
      folders: foldersOf(feeds),
      unreadCount: feeds.reduce((sum, { unreadCount }) => sum + unreadCount, 0),
      filter: { ...scope, show },
      order,
      title: feed?.title ?? folder ?? '',
      entries: page.rows.map(riverEntry),
      ...lists.hidden(),
      ...(page.next === undefined ? {} : { next: page.next }),
      ...(hasText && { texts: await textsOf(context, page.rows) }),
      progress,
    }
  },
})

/** A page of what mutes leave: where they hide most of a page, the next ones too, but not without end. */
async function visiblePage(
  sift: Sift,
  read: (cursor: string | undefined) => Promise<Page<EntryRow>>,
  cursor: string | undefined,
  isWhole: boolean,
): Promise<Page<EntryRow>> {
  if (isWhole) return read(cursor)
  const rows: EntryRow[] = []
  let next = cursor
  for (let count = 0; count < MOST_PAGES_READ; count++) {
    const page = await read(next)
    rows.push(...sift(page.rows, mutableEntry))
    next = page.next
    if (next === undefined || 2 * rows.length >= page.rows.length) break
  }
  return { rows, ...(next === undefined ? {} : { next }) }
}

/** All subscriptions by folder, with how they fare. */
export const listFeeds = defineOperation({
  name: 'list_feeds',
  least: 'guest',
  summary: 'All feeds by folder, with what is unread and what went wrong',
  input: z.object({}),
  async run({ store }): Promise<Pick<RiverView, 'folders'>> {
    return { folders: foldersOf(await store.feeds.list()) }
  },
})

async function textsOf({ store }: OperationContext, rows: readonly EntryRow[]): Promise<Record<string, string>> {
  const stored = await store.entries.findMany(rows.map(({ id }) => id))
  return Object.fromEntries(stored.map((row) => [row.id, safeMarkup(row)]))
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
