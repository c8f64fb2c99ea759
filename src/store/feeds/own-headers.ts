import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { readListOrder } from '../../core/feed/list-order.ts'
import { isOwnCopy, ownCopyUrl, plainFeedUrl } from '../../core/feed/own-copy.ts'
import type { OwnHeaders } from '../../core/feed/own-headers.ts'
import type { EntryId, FeedId } from '../../core/ids.ts'
import { isReadSql } from '../articles/reading-marks.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { fromNumber, toNumber } from '../engine/row-ids.ts'
import { whileUnchanged } from '../engine/while-unchanged.ts'
import { storePendingReading } from '../library/pending-reading.ts'
import { makeFeeds, type NewFeed } from './add-feeds.ts'
import { addressForgotten, changeAddress } from './change-address.ts'
import { toOwnHeaders } from './own-copies.ts'
import { subscribe, unsubscribe } from './subscriptions.ts'

type Setting = { readonly readerId: string; readonly feedId: FeedId; readonly headers: OwnHeaders; readonly at: string }

/** What readers send with the requests of their own copies of feeds. */
export function ownHeaderStore(engine: Engine) {
  return {
    /** What a reader sends for a feed, to show what there is; undefined: nothing. */
    async find(readerId: string, feedId: FeedId): Promise<OwnHeaders | undefined> {
      const row = await engine.reader
        .selectFrom('own_headers')
        .selectAll()
        .where('feed_id', '=', toNumber(feedId))
        .where('reader_id', '=', readerId)
        .executeTakeFirst()
      return row && toOwnHeaders(row)
    },
    /** All that a reader sends, by feed. */
    list: whileUnchanged(engine, async (readerId: string): Promise<ReadonlyMap<FeedId, OwnHeaders>> => {
      const rows = await engine.reader.selectFrom('own_headers').selectAll().where('reader_id', '=', readerId).execute()
      return new Map(rows.map((row) => [fromNumber<FeedId>(row.feed_id), toOwnHeaders(row)]))
    }),
    /** What is sent with a request for the page of an entry. */
    async ofEntry(entryId: EntryId): Promise<OwnHeaders | undefined> {
      const row = await engine.reader
        .selectFrom('entry')
        .innerJoin('own_headers', 'own_headers.feed_id', 'entry.feed_id')
        .select(['own_headers.origin', 'own_headers.secret'])
        .where('entry.sequence', '=', toNumber(entryId))
        .executeTakeFirst()
      return row && toOwnHeaders(row)
    },
    /**
     * Sets them all for a feed, which becomes the reader's own copy: the feed itself where nobody else has anything of it, else another
     * one in its place. Returns its id; undefined where the reader has no such feed.
     */
    set: (setting: Setting): Promise<FeedId | undefined> => engine.write((tx) => setHeaders(engine, tx, setting)),
    /** Deletes them. The copy stays the reader's own, since they opened what it has. False: there were none. */
    clear: (readerId: string, feedId: FeedId, at: string): Promise<boolean> =>
      engine.write(async (tx) => {
        const done = await tx
          .deleteFrom('own_headers')
          .where('feed_id', '=', toNumber(feedId))
          .where('reader_id', '=', readerId)
          .executeTakeFirst()
        if (done.numDeletedRows === 0n) return false
        await askAgain(tx, toNumber(feedId), at)
        return true
      }),
    /**
     * Gives the reader the feed that everybody reads in the place of their own copy, which goes with its entries; starred ones stay.
     * Returns its id; undefined where this isn't a copy.
     */
    goBack: (readerId: string, feedId: FeedId, at: string): Promise<FeedId | undefined> =>
      engine.write((tx) => goBack(engine, tx, { readerId, feedId, at })),
    /** Subscribes a reader to a copy of their own, fetched with these from the first. */
    add: (readerId: string, feed: NewFeed, headers: OwnHeaders, at: string): Promise<FeedId> =>
      engine.write(async (tx) => {
        const copy = { ...feed, url: ownCopyUrl(feed.url, randomUUID()) }
        const feedId = (await makeFeeds(engine, tx, [copy], at)).get(copy.url)!
        const { folder = '', title } = feed
        await subscribe(engine, tx, readerId, [{ feedId, folder, title: title || null }], at)
        await keepHeaders(tx, readerId, feedId, headers, at)
        return fromNumber<FeedId>(feedId)
      }),
  }
}

export type OwnHeaderStore = ReturnType<typeof ownHeaderStore>

async function setHeaders(engine: Engine, tx: Tx, setting: Setting): Promise<FeedId | undefined> {
  const { readerId, feedId, headers, at } = setting
  const id = toNumber(feedId)
  await engine.lockFeeds(tx, [id])
  const feed = await findSubscribed(tx, readerId, id)
  if (!feed) return undefined
  if (isOwnCopy(feed.url)) {
    await keepHeaders(tx, readerId, id, headers, at)
    await askAgain(tx, id, at)
    return feedId
  }
  const copyUrl = ownCopyUrl(feed.url, randomUUID())
  const isTheirs = !(await isOthers(tx, readerId, id))
  const copyId = isTheirs ? id : await replaceFeed(engine, tx, readerId, feed, copyUrl, at)
  if (isTheirs) await changeAddress(engine, tx, id, copyUrl, at)
  await keepHeaders(tx, readerId, copyId, headers, at)
  return fromNumber<FeedId>(copyId)
}

async function goBack(
  engine: Engine,
  tx: Tx,
  { readerId, feedId, at }: Omit<Setting, 'headers'>,
): Promise<FeedId | undefined> {
  const id = toNumber(feedId)
  await engine.lockFeeds(tx, [id])
  const feed = await findSubscribed(tx, readerId, id)
  if (!feed || !isOwnCopy(feed.url)) return undefined
  return fromNumber<FeedId>(await replaceFeed(engine, tx, readerId, feed, plainFeedUrl(feed.url), at))
}

type Subscribed = NonNullable<Awaited<ReturnType<typeof findSubscribed>>>

function findSubscribed(tx: Tx, readerId: string, id: number) {
  return tx
    .selectFrom('feed')
    .innerJoin('subscription', 'subscription.feed_id', 'feed.id')
    .select(['feed.id', 'feed.url', 'feed.title', 'feed.site_url', 'feed.intake', 'feed.intake_rule'])
    .select(['feed.uses_own_text', 'subscription.folder', 'subscription.title as own_title'])
    .select(['subscription.is_parked', 'subscription.opens_original', 'subscription.list_order'])
    .where('feed.id', '=', id)
    .where('feed.intake', '<>', 'mail')
    .where('subscription.reader_id', '=', readerId)
    .executeTakeFirst()
}

/** Subscribes to the feed at a stored URL in the place of another: with its settings, and what was read. What is starred stays. */
async function replaceFeed(
  engine: Engine,
  tx: Tx,
  readerId: string,
  feed: Subscribed,
  url: string,
  at: string,
): Promise<number> {
  const other: NewFeed = {
    url,
    title: feed.title,
    intake: feed.intake,
    ...(feed.site_url === null ? {} : { siteUrl: feed.site_url }),
    ...(feed.intake_rule === null ? {} : { intakeRule: feed.intake_rule }),
    ...(feed.uses_own_text === 1 ? { usesOwnText: true as const } : {}),
  }
  const id = (await makeFeeds(engine, tx, [other], at)).get(url)!
  await bringReading(engine, tx, readerId, feed.id, url, at)
  const folders = await tx
    .selectFrom('subscription_folder')
    .select('name')
    .where('reader_id', '=', readerId)
    .where('feed_id', '=', feed.id)
    .execute()
  // First, so that nothing unread counts as a copy of what goes.
  await unsubscribe(engine, tx, readerId, feed.id)
  await subscribe(engine, tx, readerId, [subscriptionLike(id, feed)], at)
  const rows = folders.map(({ name }) => ({ reader_id: readerId, feed_id: id, name }))
  await engine.insertMany(tx, 'subscription_folder', rows, { ifExists: 'ignore' })
  return id
}

function subscriptionLike(feedId: number, feed: Subscribed) {
  const isParked = feed.is_parked === 1 ? (true as const) : undefined
  const opensOriginal = feed.opens_original === 1 ? (true as const) : undefined
  return {
    feedId,
    folder: feed.folder,
    title: feed.own_title,
    isParked,
    opensOriginal,
    order: readListOrder(feed.list_order),
  }
}

/** Whether somebody else subscribes to a feed or has marked anything in it: then it stays as it is. */
async function isOthers(tx: Tx, readerId: string, id: number): Promise<boolean> {
  const found = await sql<{ one: number }>`select 1 as one where
    exists (select 1 from subscription where feed_id = ${id} and reader_id <> ${readerId})
    or exists (select 1 from reading_mark where feed_id = ${id} and reader_id <> ${readerId})`.execute(tx)
  return found.rows.length > 0
}

/** What the reader read of a feed is read in the other as well, as soon as that has entries. */
async function bringReading(engine: Engine, tx: Tx, readerId: string, id: number, url: string, at: string) {
  const read = await tx
    .selectFrom('entry')
    .innerJoin('subscription', 'subscription.feed_id', 'entry.feed_id')
    .leftJoin('reading_mark', (join) =>
      join.onRef('reading_mark.sequence', '=', 'entry.sequence').on('reading_mark.reader_id', '=', readerId),
    )
    .select('entry.key')
    .where('entry.feed_id', '=', id)
    .where('subscription.reader_id', '=', readerId)
    .where(isReadSql, '=', 1)
    .execute()
  const keys = read.map(({ key }) => key)
  if (keys.length > 0) await storePendingReading(engine, tx, readerId, [{ feed: url, read: keys, places: [] }], at)
}

async function keepHeaders(tx: Tx, readerId: string, feedId: number, { origin, headers }: OwnHeaders, at: string) {
  const set = { reader_id: readerId, origin, secret: JSON.stringify(headers), at }
  await tx
    .insertInto('own_headers')
    .values({ feed_id: feedId, ...set })
    .onConflict((conflict) => conflict.column('feed_id').doUpdateSet(set))
    .execute()
}

/** Asked at once and from the beginning: another request may get another answer. */
async function askAgain(tx: Tx, id: number, at: string): Promise<void> {
  await tx
    .updateTable('feed')
    .set({ ...addressForgotten, next_poll_at: at, next_why: 'by-hand' })
    .where('id', '=', id)
    .execute()
}
