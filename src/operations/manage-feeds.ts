import { z } from 'zod'
import { feedId } from './input.ts'
import { defineOperation } from './operation.ts'

export const refreshFeeds = defineOperation({
  name: 'refresh_feeds',
  least: 'reader',
  summary: 'Polls all feeds now, or those named; a feed whose server asked for a pause keeps it',
  input: z.object({ ids: z.union([z.literal('all'), z.array(feedId).max(10_000)]) }),
  async run({ store, now, wake }, { ids }): Promise<number> {
    const count = await store.feeds.pollNow(ids, now().toISOString())
    wake()
    return count
  },
})

export const removeFeed = defineOperation({
  name: 'remove_feed',
  least: 'owner',
  summary: 'Ends a subscription; stories keep the articles they cite',
  input: z.object({ id: feedId }),
  run: ({ store }, { id }) => store.feeds.remove(id),
})

export const editFeed = defineOperation({
  name: 'edit_feed',
  least: 'reader',
  summary: 'Names a feed and puts it in a folder; an empty name is the feed’s own, an empty folder none',
  input: z.object({ id: feedId, title: z.string().max(200).optional(), folder: z.string().max(200).optional() }),
  async run({ store, now, wake }, { id, title, folder }): Promise<true | undefined> {
    const feed = await store.feeds.find(id)
    if (!feed) return undefined
    if (folder !== undefined && folder.trim() !== feed.folder) await store.feeds.setFolder(id, folder.trim())
    if (title === undefined || title.trim() === feed.title) return true
    await store.feeds.setTitle(id, title.trim())
    // The feed's own name is known again once it is read.
    if (title.trim() === '') await store.feeds.pollNow([id], now().toISOString())
    wake()
    return true
  },
})

export const setFolder = defineOperation({
  name: 'set_folder',
  least: 'reader',
  summary: 'Puts a feed in a folder; an empty name takes it out',
  input: z.object({ id: feedId, folder: z.string().max(200) }),
  run: ({ store }, { id, folder }) => store.feeds.setFolder(id, folder.trim()),
})
