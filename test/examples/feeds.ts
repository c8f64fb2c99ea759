import { asId, type FeedId, type SourceId } from '../../src/core/ids.ts'
import type { ArticleListView, FeedsView } from '../../src/operations/articles/article-list-views.ts'
import type { FeedHealth } from '../../src/operations/views.ts'
import { arabic, hostile } from './texts.ts'

/** A feed that fares well, unless told otherwise. */
export function feed(
  key: string,
  title: string,
  folder: string,
  unreadCount: number,
  rest: Partial<FeedHealth> = {},
): FeedHealth {
  const urls = { url: `https://${key}.example/feed.xml`, siteUrl: `https://${key}.example/` }
  const polls = { lastPolledAt: '2026-03-17T09:40:00Z', nextPollAt: '2026-03-17T10:40:00Z', isStopped: false }
  const ids = { id: asId<FeedId>(`feed-${key}`), sourceId: asId<SourceId>(`source-${key}`) }
  return { ...ids, title, ...urls, folder, unreadCount, entryCount: 120, ...polls, ...rest }
}

export const failingFeed = feed('varn', 'Varn Echo', 'Region', 0, {
  lastError: { reason: 'timeout', message: 'No answer within 30 seconds', count: 4 },
})

export const folders: FeedsView['folders'] = [
  {
    name: 'Region',
    unreadCount: 31,
    feeds: [feed('wire', 'Northern Wire', 'Region', 24), feed('strait', 'The Strait Review', 'Region', 7), failingFeed],
  },
  { name: '', unreadCount: 12, feeds: [feed('arabic', arabic.outlet, '', 9), feed('hostile', hostile.outlet, '', 3)] },
]

/** The folders as they are beside the river. */
export const beside: ArticleListView['folders'] = folders.map((folder) => ({
  ...folder,
  feedCount: folder.feeds.length,
  feeds: folder.feeds.map(({ id, title, unreadCount, lastError }) => ({
    id,
    title,
    unreadCount,
    ...(lastError && { isFailing: true as const }),
  })),
}))
