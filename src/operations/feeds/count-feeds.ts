import { z } from 'zod'
import type { FeedId } from '../../core/ids.ts'
import type { FeedCount as KeptCount } from '../../store/feeds/feed-counts.ts'
import { defineOperation } from '../operation.ts'

/** How many entries of a feed are read and unread. */
export type FeedCount = { readonly feedId: FeedId; readonly readCount: number; readonly unreadCount: number }

/** The store returns the same object until something is written, so the converted list is cached by it. */
const converted = new WeakMap<readonly KeptCount[], readonly FeedCount[]>()

export const countFeeds = defineOperation({
  name: 'count_feeds',
  minRole: 'reader',
  summary: 'How many entries of each feed are read and unread',
  input: z.object({}),
  async run({ store, reader }): Promise<readonly FeedCount[]> {
    const feeds = await store.feeds.counts(reader.id)
    const known = converted.get(feeds) ?? feeds.map(toFeedCount)
    converted.set(feeds, known)
    return known
  },
})

function toFeedCount({ id, entryCount, readCount }: KeptCount): FeedCount {
  return { feedId: id, readCount, unreadCount: entryCount - readCount }
}
