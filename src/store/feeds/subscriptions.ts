import { sql } from 'kysely'
import type { ListOrder } from '../../core/feed/list-order.ts'
import { plainFeedUrl } from '../../core/feed/own-copy.ts'
import type { FeedId } from '../../core/ids.ts'
import { ownerId } from '../../core/reader-identity.ts'
import { foldForReader } from '../articles/fold-copies.ts'
import { markAllRead } from '../articles/reading-marks.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { fromNumber, toNumber } from '../engine/row-ids.ts'
import { applyPendingReading } from '../library/pending-reading.ts'
import { makeFeeds, type NewFeed } from './add-feeds.ts'
import { endHubs } from './hub-polls.ts'
import { NEWSLETTER_SCHEME } from './open-feeds.ts'
import { findOwnCopies } from './own-copies.ts'
import { refreshStoriesOfFeeds } from './private-feeds.ts'
import { removeFeed } from './remove-feed.ts'

/** Before everything else in the queue, by any clock. */
const atOnce = new Date(0).toISOString()

type Added = { readonly added: readonly FeedId[]; readonly existing: readonly FeedId[] }
type NewSubscription = {
  readonly feedId: number
  readonly folder: string
  readonly title: string | null
  /** Its folders beyond the first. */
  readonly more?: readonly string[]
  readonly isParked?: true | undefined
  readonly opensOriginal?: true | undefined
  readonly order?: ListOrder | undefined
}

/** How many of an old feed's entries are unread for a new subscriber; the rest is read. */
const unreadAtFirst = 30

/** Subscribes to a list of URLs in one transaction. Existing subscriptions and repeated URLs change nothing. */
export async function addFeeds(
  engine: Engine,
  tx: Tx,
  readerId: string,
  given: readonly NewFeed[],
  now: string,
): Promise<Added> {
  // Nobody subscribes to another's own copy, or to texts under embargo, by naming them.
  const feeds = given
    .filter(({ url }) => !url.startsWith(NEWSLETTER_SCHEME))
    .map((feed) => ({ ...feed, url: plainFeedUrl(feed.url) }))
  const urls = feeds.map(({ url }) => url)
  const own = await findOwnCopies(tx, readerId, urls)
  const others = feeds.filter(({ url }) => !own.has(url))
  const ids = new Map([...own, ...(await makeFeeds(engine, tx, others, now))])
  const wanted = new Map<number, NewSubscription>()
  for (const { url, folder = '', folders = [], title, isParked, opensOriginal, order } of feeds) {
    const feedId = ids.get(url)
    if (feedId !== undefined && !wanted.has(feedId))
      wanted.set(feedId, {
        ...{ feedId, folder, title: title || null, isParked, opensOriginal, order },
        more: folders.slice(1),
      })
  }
  const added = new Set(await subscribe(engine, tx, readerId, [...wanted.values()], now))
  const inOrder = [...wanted.keys()].toSorted((a, b) => a - b)
  return {
    added: inOrder.filter((id) => added.has(id)).map(fromNumber<FeedId>),
    existing: inOrder.filter((id) => !added.has(id)).map(fromNumber<FeedId>),
  }
}

/** Subscribes to feeds of this server, each in the owner's folder. */
export async function subscribeToExisting(
  engine: Engine,
  tx: Tx,
  readerId: string,
  ids: readonly FeedId[] | 'all',
  now: string,
): Promise<number> {
  const feeds = await tx
    .selectFrom('feed')
    .leftJoin('subscription as house', (join) =>
      join.onRef('house.feed_id', '=', 'feed.id').on('house.reader_id', '=', ownerId),
    )
    .select(['feed.id', 'house.folder'])
    .where('feed.intake', '<>', 'mail')
    // Subscribing to a private feed needs its URL, which contains the key.
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('private_feed').select('feed_id').whereRef('private_feed.feed_id', '=', 'feed.id'))),
    )
    .$if(ids !== 'all', (query) => query.where(engine.isIn('feed.id', (ids as readonly FeedId[]).map(toNumber))))
    .execute()
  const wanted = feeds.map(({ id, folder }) => ({ feedId: id, folder: folder ?? '', title: null }))
  return (await subscribe(engine, tx, readerId, wanted, now)).length
}

/** Subscribes to feeds by number. Returns those that weren't subscribed to before. */
export async function subscribe(
  engine: Engine,
  tx: Tx,
  readerId: string,
  wanted: readonly NewSubscription[],
  now: string,
): Promise<readonly number[]> {
  const rows = wanted.map(({ feedId, folder, title, isParked, opensOriginal, order }) => ({
    reader_id: readerId,
    feed_id: feedId,
    folder,
    title,
    read_up_to: 0,
    read_count: 0,
    at: now,
    is_parked: isParked ? 1 : 0,
    opens_original: opensOriginal ? 1 : 0,
    list_order: order ?? null,
  }))
  const inserted = await engine.insertMany(tx, 'subscription', rows, { ifExists: 'ignore', returning: ['feed_id'] })
  const ids = inserted.map((row) => row.feed_id)
  if (ids.length === 0) return ids
  const fresh = new Set(ids)
  const more = wanted.flatMap(({ feedId, more: names = [] }) =>
    fresh.has(feedId) ? names.map((name) => ({ reader_id: readerId, feed_id: feedId, name })) : [],
  )
  await engine.insertMany(tx, 'subscription_folder', more, { ifExists: 'ignore' })
  // Watermark and count are read at once, so that a concurrent poll can't make them disagree.
  await sql`update subscription set
      read_up_to = coalesce((select entry.sequence from entry where entry.feed_id = feed.id
        and entry.sequence <= feed.last_sequence order by entry.sequence desc limit 1 offset ${sql.lit(unreadAtFirst)}), 0),
      read_count = feed.entry_count - ${sql.lit(unreadAtFirst)}
    from feed where feed.id = subscription.feed_id and subscription.reader_id = ${readerId}
      and ${engine.isIn('subscription.feed_id', ids)} and feed.entry_count > ${sql.lit(unreadAtFirst)}`.execute(tx)
  const parked = new Set(wanted.flatMap(({ feedId, isParked }) => (isParked ? [feedId] : [])))
  for (const id of ids) if (parked.has(id)) await markAllRead(engine, tx, readerId, { feedId: fromNumber(id) }, now)
  await applyPendingReading(engine, tx, ids, now)
  await foldForReader(engine, tx, readerId, ids, now)
  await refreshStoriesOfFeeds(engine, tx, ids, now)
  // Somebody wants it, so a stopped feed is tried again.
  await tx
    .updateTable('feed')
    .set({ is_stopped: 0, next_poll_at: now })
    .where('is_stopped', '=', 1)
    .where(engine.isIn('id', ids))
    .execute()
  return ids
}

/**
 * Ends a subscription; stars stay. The feed is deleted when nobody has anything of it left: a star keeps its entries, but it is no
 * longer polled.
 */
export async function unsubscribe(engine: Engine, tx: Tx, readerId: string, id: number): Promise<void> {
  await engine.lockFeeds(tx, [id])
  if (await endSubscription(engine, tx, readerId, id)) await dropUnwanted(engine, tx, id)
}

/** Ends a subscription and deletes what was read of it; the feed stays. Returns false when there was none. */
export async function endSubscription(engine: Engine, tx: Tx, readerId: string, id: number): Promise<boolean> {
  const ended = await tx
    .deleteFrom('subscription')
    .where('reader_id', '=', readerId)
    .where('feed_id', '=', id)
    .returning('feed_id')
    .executeTakeFirst()
  if (!ended) return false
  await refreshStoriesOfFeeds(engine, tx, [id], atOnce)
  const marks = sql<boolean>`reader_id = ${readerId} and feed_id = ${id}`
  await tx.deleteFrom('reading_mark').where(marks).where('is_starred', '=', 0).execute()
  await tx.updateTable('reading_mark').set({ is_read: null }).where(marks).execute()
  return true
}

/** Deletes a feed that nobody has anything of left; a star keeps it. */
export async function dropUnwanted(engine: Engine, tx: Tx, id: number): Promise<void> {
  if (await isSubscribedTo(tx, id)) return
  const starred = await sql`select 1 from entry join reading_mark on reading_mark.sequence = entry.sequence
    where entry.feed_id = ${id} and reading_mark.is_starred = 1 limit 1`.execute(tx)
  if (starred.rows.length === 0) await removeFeed(engine, tx, id)
  else {
    await stopPolling(engine, tx, id)
    // Only its starred entries are wanted now.
    await tx.deleteFrom('own_headers').where('feed_id', '=', id).execute()
  }
}

/** Whether anybody subscribes to a feed. */
export async function isSubscribedTo(tx: Tx, id: number): Promise<boolean> {
  const left = await tx.selectFrom('subscription').select('feed_id').where('feed_id', '=', id).limit(1).execute()
  return left.length > 0
}

/** A feed that nobody subscribes to isn't polled. */
export async function stopPolling(engine: Engine, tx: Tx, id: number): Promise<void> {
  await tx.updateTable('feed').set({ is_stopped: 1 }).where('id', '=', id).execute()
  await endHubs(engine, tx, id)
}
