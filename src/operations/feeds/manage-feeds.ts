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
import { copiedSettings, setForAllReaders, setForReader } from './feed-settings.ts'
import { foldersOf } from './folders.ts'
import { usualQuota } from './subscription-quota.ts'

/** Refreshing a feed again sooner than this returns what just arrived. */
const leastApartMs = 60_000

/** Folders of one feed. */
const mostFolders = 20

export const refreshFeeds = defineOperation({
  name: 'refresh_feeds',
  minRole: 'reader',
  summary:
    'Polls all of the reader’s feeds now, or those named; except feeds whose server asked for a pause or that were polled within a minute, and up to an hourly limit for each reader',
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
  summary: 'The number of entries in the reader’s feeds, and the time of the last poll',
  input: z.strictObject({}),
  run: ({ store, reader }) => store.feeds.sumUp(reader.id),
})

export const subscribeFeeds = defineOperation({
  name: 'subscribe_feeds',
  minRole: 'reader',
  summary:
    'Subscribes to the server’s feeds, those named or all, in its folders, as far as the reader may; returns how many',
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
  summary: 'Unsubscribes from a feed; a feed without subscribers is removed, stories keep the articles they cite',
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
  summary: 'Changes the reader’s settings of a feed; omitted ones stay as they are',
  input: z.strictObject({
    id: feedId,
    title: z.string().max(maxLength.feedName).optional(),
    /** Takes the place of its first folder; empty: it is in none. */
    folder: z.string().max(maxLength.folder).optional(),
    /** All its folders, the first one first. */
    folders: z.array(z.string().trim().min(1).max(maxLength.folder)).max(mostFolders).optional(),
    /** Its articles arrive read, and its stories aren't in Today. */
    isParked: z.boolean().optional(),
    /** A title opens the outlet's page instead of ours. */
    opensOriginal: z.boolean().optional(),
    /** Its own texts are used for new articles, and its pages aren't fetched. By its only reader, or the owner. */
    usesOwnText: z.boolean().optional(),
  }),
  async run(context, { id, title, folder, folders, ...settings }): Promise<true | undefined> {
    const { store, reader } = context
    const feed = await store.feeds.find(reader.id, id)
    if (!feed?.isSubscribed || !(await setForAllReaders(context, feed, settings))) return undefined
    const wanted = folders ?? (folder === undefined ? undefined : withFirst(feed, folder.trim()))
    if (wanted && !isSame(wanted, foldersOf(feed))) await store.feeds.setFolders(reader.id, id, wanted)
    await setForReader(context, feed, settings)
    if (title !== undefined && title.trim() !== feed.title) await store.feeds.setTitle(reader.id, id, title.trim())
    return true
  },
})

/** For programs that know one folder: another first one, and the others stay. */
function withFirst(feed: FeedRow, folder: string): readonly string[] {
  return folder === '' ? [] : [folder, ...foldersOf(feed).slice(1)]
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, at) => name === other[at])
}

export const copyFeedSettings = defineOperation({
  name: 'copy_feed_settings',
  minRole: 'reader',
  summary: 'Copies the settings of a feed, except name and folders, to other feeds of the reader; returns how many',
  input: z.strictObject({
    id: feedId,
    to: z.array(feedId).max(10_000).default([]),
    /** All feeds of these folders. */
    folders: z.array(z.string().max(maxLength.folder)).max(1000).default([]),
  }),
  async run(context, { id, to, folders }): Promise<{ readonly count: number } | undefined> {
    const { store, reader } = context
    const feed = await store.feeds.find(reader.id, id)
    if (!feed?.isSubscribed) return undefined
    const [wanted, places] = [new Set<string>(to), new Set(folders)]
    const targets = (await store.feeds.list(reader.id)).filter(
      (other) => other.id !== id && (wanted.has(other.id) || foldersOf(other).some((name) => places.has(name))),
    )
    const settings = copiedSettings(feed)
    for (const target of targets) {
      // One whose texts others read, too, gets the rest.
      await setForAllReaders(context, target, settings)
      await setForReader(context, target, settings)
    }
    return { count: targets.length }
  },
})

export const renameFolder = defineOperation({
  name: 'rename_folder',
  minRole: 'reader',
  summary:
    'Renames a folder; with the name of another folder, the two are merged, with none, its feeds are in no folder',
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
  summary: 'Moves a feed to this folder only; an empty name takes it out of all',
  input: z.strictObject({ id: feedId, folder: z.string().max(maxLength.folder) }),
  run: ({ store, reader }, { id, folder }) => store.feeds.setFolders(reader.id, id, [folder.trim()]),
})

/** How many entries of a feed are read and unread. */
export type FeedCount = { readonly feedId: FeedId; readonly readCount: number; readonly unreadCount: number }

/** The store returns the same object until something is written, so the converted list is cached by it. */
const converted = new WeakMap<readonly KeptCount[], readonly FeedCount[]>()

export const countFeeds = defineOperation({
  name: 'count_feeds',
  minRole: 'reader',
  summary: 'The read and unread counts of each feed',
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
