import { z } from 'zod'
import type { FeedRow } from '../store/store.ts'
import { feedHealth, riverEntry } from './feed-health.ts'
import { progressOf } from './get-progress.ts'
import { feedId } from './input.ts'
import { defineOperation } from './operation.ts'
import type { RiverView } from './views.ts'

const PAGE = 50

export const listEntries = defineOperation({
  name: 'list_entries',
  summary: 'The river: entries of all feeds, a folder or one feed, newest first',
  input: z.object({
    feedId: feedId.optional(),
    folder: z.string().max(200).optional(),
    show: z.enum(['unread', 'all', 'starred']).default('unread'),
    cursor: z.string().max(200).optional(),
  }),
  async run(context, { feedId, folder, show, cursor }): Promise<RiverView | undefined> {
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
    const [page, progress] = await Promise.all([store.entries.list(filter, PAGE, cursor), progressOf(context)])
    return {
      folders: foldersOf(feeds),
      unreadCount: feeds.reduce((sum, { unreadCount }) => sum + unreadCount, 0),
      filter: { ...scope, show },
      title: feed?.title ?? folder ?? '',
      entries: page.rows.map(riverEntry),
      ...(page.next === undefined ? {} : { next: page.next }),
      progress,
    }
  },
})

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
