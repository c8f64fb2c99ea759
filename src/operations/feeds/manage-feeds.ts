import { z } from 'zod'
import type { FeedId } from '../../core/ids.ts'
import { mayActAs } from '../../core/reader-identity.ts'
import { maxLength } from '../../core/text/max-length.ts'
import type { FeedCount as KeptCount } from '../../store/feeds/feed-counts.ts'
import type { FeedRow } from '../../store/feeds/feed-rows.ts'
import { feedId } from '../input.ts'
import { oneByOne } from '../one-by-one.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { refuseTurn } from '../reader-turns.ts'
import { mayBeOffered } from './feed-health.ts'
import { usualQuota } from './subscription-quota.ts'

/** Refreshing a feed again sooner than this returns what just arrived. */
const leastApartMs = 60_000

export const refreshFeeds = defineOperation({
  name: 'refresh_feeds',
  minRole: 'reader',
  summary:
    'Polls all feeds of the reader now, or those named; a feed whose server asked for a pause keeps it, and one asked less than a minute ago is not asked again; none is by a reader who had too many asked within the hour',
  input: z.strictObject({ ids: z.union([z.literal('all'), z.array(feedId).max(10_000)]) }),
  async run(context, { ids }): Promise<number> {
    if (refuseTurn(context, 'refresh')) return 0
    const { store, reader, now, wake } = context
    const wanted = mayActAs(reader.role, 'owner') ? ids : ownOf(await store.feeds.list(reader.id), ids)
    const at = now()
    const unlessSince = new Date(at.getTime() - leastApartMs).toISOString()
    const count = await store.feeds.pollNow(wanted, at.toISOString(), unlessSince)
    wake()
    return count
  },
})

function ownOf(feeds: readonly FeedRow[], ids: readonly FeedId[] | 'all'): readonly FeedId[] {
  const named = new Set(ids)
  return feeds.filter(({ id, isStopped }) => (ids === 'all' ? !isStopped : named.has(id))).map(({ id }) => id)
}

export const sumUpFeeds = defineOperation({
  name: 'sum_up_feeds',
  minRole: 'reader',
  summary: 'How many entries the feeds of the reader have in all, and when the last of them was polled',
  input: z.strictObject({}),
  run: ({ store, reader }) => store.feeds.sumUp(reader.id),
})

export const subscribeFeeds = defineOperation({
  name: 'subscribe_feeds',
  minRole: 'reader',
  summary:
    'Subscribes to feeds of the house, named or all, in its folders, as far as a reader may have them; answers how many that were',
  input: z.strictObject({ ids: z.union([z.literal('all'), z.array(feedId).max(10_000)]) }),
  run: (context, { ids }): Promise<number> =>
    oneByOne(`subscriptions ${context.reader.id}`, () => subscribeToExisting(context, ids)),
})

async function subscribeToExisting(
  { store, reader, now, wake, mostSubscriptions = usualQuota }: OperationContext,
  ids: readonly FeedId[] | 'all',
): Promise<number> {
  const named = ids === 'all' ? undefined : new Set(ids)
  const open = (await store.feeds.listAll(reader.id)).filter(
    (feed) => !feed.isSubscribed && (named?.has(feed.id) ?? true) && mayBeOffered(feed),
  )
  const room = Math.max(0, mostSubscriptions - (await store.opml.countSubscriptions(reader.id)))
  const some = open.slice(0, room).map(({ id }) => id)
  const count = await store.feeds.subscribe(reader.id, some, now().toISOString())
  wake()
  return count
}

export const removeFeed = defineOperation({
  name: 'remove_feed',
  minRole: 'reader',
  summary: 'Ends a subscription; a feed that nobody subscribes to any more goes, stories keep the articles they cite',
  input: z.strictObject({ id: feedId }),
  run: ({ store, reader }, { id }) => store.feeds.unsubscribe(reader.id, id),
})

export const removeFeedForAll = defineOperation({
  name: 'remove_feed_for_all',
  minRole: 'owner',
  summary: 'Removes a feed for all its readers; stories keep the articles they cite',
  input: z.strictObject({ id: feedId }),
  async run({ store, reader }, { id }): Promise<void> {
    // Somebody else's newsletter feed looks nonexistent, even to the owner.
    if (await store.feeds.find(reader.id, id)) await store.feeds.remove(id)
  },
})

export const editFeed = defineOperation({
  name: 'edit_feed',
  minRole: 'reader',
  summary: 'Names a feed and puts it in a folder; an empty name is the feed’s own, an empty folder none',
  input: z.strictObject({
    id: feedId,
    title: z.string().max(maxLength.feedName).optional(),
    folder: z.string().max(maxLength.folder).optional(),
  }),
  async run({ store, reader }, { id, title, folder }): Promise<true | undefined> {
    const feed = await store.feeds.find(reader.id, id)
    if (!feed?.isSubscribed) return undefined
    if (folder !== undefined && folder.trim() !== feed.folder) await store.feeds.setFolder(reader.id, id, folder.trim())
    if (title !== undefined && title.trim() !== feed.title) await store.feeds.setTitle(reader.id, id, title.trim())
    return true
  },
})

export const renameFolder = defineOperation({
  name: 'rename_folder',
  minRole: 'reader',
  summary:
    'Gives a folder another name; with the name of another folder the two become one, with none its feeds are in none',
  input: z.strictObject({
    name: z.string().trim().min(1).max(maxLength.folder),
    to: z.string().trim().max(maxLength.folder),
  }),
  async run({ store, reader }, { name, to }): Promise<{ readonly count: number } | undefined> {
    const isKept = (await store.folders.created(reader.id)).includes(name)
    const count = await store.feeds.renameFolder(reader.id, name, to)
    return count === 0 && !isKept ? undefined : { count }
  },
})

export const setFolder = defineOperation({
  name: 'set_folder',
  minRole: 'reader',
  summary: 'Puts a feed in a folder; an empty name takes it out',
  input: z.strictObject({ id: feedId, folder: z.string().max(maxLength.folder) }),
  run: ({ store, reader }, { id, folder }) => store.feeds.setFolder(reader.id, id, folder.trim()),
})

/** How many entries of a feed are read and unread. */
export type FeedCount = { readonly feedId: FeedId; readonly readCount: number; readonly unreadCount: number }

/** The store returns the same object until something is written, so the converted list is cached by it. */
const converted = new WeakMap<readonly KeptCount[], readonly FeedCount[]>()

export const countFeeds = defineOperation({
  name: 'count_feeds',
  minRole: 'reader',
  summary: 'How many entries of each feed are read and unread',
  input: z.strictObject({}),
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
