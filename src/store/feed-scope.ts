import type { Reader } from './engine.ts'
import { toNumber } from './row-ids.ts'
import type { EntryFilter } from './store.ts'

type ScopedFeed = { readonly id: number; readonly unread_count: number; readonly entry_count: number }

/** The feeds a filter lets through, with what is kept counted of them: from this the way to read entries is chosen. */
export type FeedScope = {
  readonly isAll: boolean
  readonly feeds: readonly ScopedFeed[]
  readonly unreadCount: number
  readonly entryCount: number
}

/** Finds the feeds of a filter; it reads only the feed table. */
export async function feedScope(reader: Reader, filter: EntryFilter): Promise<FeedScope> {
  const feeds = await reader
    .selectFrom('feed')
    .select(['id', 'unread_count', 'entry_count'])
    .$if(filter.feedId !== undefined, (query) => query.where('id', '=', toNumber(filter.feedId!)))
    .$if(filter.folder !== undefined, (query) => query.where('folder', '=', filter.folder!))
    .$if(filter.sourceId !== undefined, (query) => query.where('source_id', '=', toNumber(filter.sourceId!)))
    .execute()
  return {
    isAll: filter.feedId === undefined && filter.folder === undefined && filter.sourceId === undefined,
    feeds,
    unreadCount: feeds.reduce((sum, feed) => sum + feed.unread_count, 0),
    entryCount: feeds.reduce((sum, feed) => sum + feed.entry_count, 0),
  }
}
