import { z } from 'zod'
import type { FeedId } from '../core/ids.ts'
import { defineOperation } from './operation.ts'

/** How many entries of a feed are read and unread. */
export type FeedCount = { readonly feedId: FeedId; readonly readCount: number; readonly unreadCount: number }

export const countFeeds = defineOperation({
  name: 'count_feeds',
  least: 'reader',
  summary: 'How many entries of each feed are read and unread',
  input: z.object({}),
  async run({ store, reader }): Promise<readonly FeedCount[]> {
    const feeds = await store.feeds.counts(reader.id)
    return feeds.map(({ id, entryCount, readCount }) => ({
      feedId: id,
      readCount,
      unreadCount: entryCount - readCount,
    }))
  },
})
