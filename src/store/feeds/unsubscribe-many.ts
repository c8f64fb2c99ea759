import { sql } from 'kysely'
import type { FeedId } from '../../core/ids.ts'
import { isReadSql, type NewMark, replaceMarks, starredAtSql } from '../articles/reading-marks.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { toNumber } from '../engine/row-ids.ts'
import { refreshStoriesOfFeeds } from './private-feeds.ts'
import { dropUnwanted, endSubscription, isSubscribedTo, stopPolling } from './subscriptions.ts'

/** What ending one subscription took. */
type Ended = {
  readonly id: number
  readonly folder: string
  readonly title: string | null
  readonly at: string
  readonly isParked: number
  readonly opensOriginal: number
  /** Absent in what was ended before there was one. */
  readonly order?: string | null
  /** Its folders beyond the first. */
  readonly moreFolders: readonly string[]
  readonly readUpTo: number
  /** Whether the feed was polled before. */
  readonly wasPolled: boolean
  /** Entries marked read or unread, against what the watermark says. */
  readonly read: readonly number[]
  readonly unread: readonly number[]
}

/** Subscriptions that can be ended together, and restored. */
export function unsubscribeStore(engine: Engine) {
  return {
    /**
     * Ends subscriptions and keeps under `undoId` what that took. Feeds that nobody else reads are no longer polled, and stay with their
     * entries until `forgetUnsubscribed`. Returns how many ended.
     */
    unsubscribeMany: (readerId: string, ids: readonly FeedId[], undoId: string, at: string): Promise<number> =>
      engine.write((tx) => endMany(engine, tx, { readerId, ids: ids.map(toNumber), undoId, at })),
    /** Subscribes again to what was ended under this id, with folders, names and what was read; undefined when there is nothing. */
    undoUnsubscribe: (readerId: string, undoId: string, at: string): Promise<number | undefined> =>
      engine.write((tx) => takeBack(engine, tx, { readerId, undoId, at })),
    /** Deletes what was kept before a time for taking it back, and the feeds that nobody wants. Returns how many. */
    forgetUnsubscribed: (before: string): Promise<number> => forget(engine, before),
  }
}

async function endMany(
  engine: Engine,
  tx: Tx,
  { readerId, ids, undoId, at }: { readerId: string; ids: readonly number[]; undoId: string; at: string },
): Promise<number> {
  await engine.lockFeeds(tx, ids)
  const rows = await tx
    .selectFrom('subscription')
    .innerJoin('feed', 'feed.id', 'subscription.feed_id')
    .select(['feed.id', 'feed.is_stopped', 'subscription.folder', 'subscription.title'])
    .select(['subscription.at', 'subscription.read_up_to', 'subscription.is_parked', 'subscription.opens_original'])
    .select('subscription.list_order')
    .where('subscription.reader_id', '=', readerId)
    .where(engine.isIn('feed.id', ids))
    .orderBy('feed.id')
    .execute()
  if (rows.length === 0) return 0
  const marks = await tx
    .selectFrom('reading_mark')
    .select(['sequence', 'feed_id', 'is_read'])
    .where('reader_id', '=', readerId)
    .where(
      engine.isIn(
        'feed_id',
        rows.map(({ id }) => id),
      ),
    )
    .where('is_read', 'is not', null)
    .execute()
  const folders = await tx
    .selectFrom('subscription_folder')
    .select(['feed_id', 'name'])
    .where('reader_id', '=', readerId)
    .where(
      engine.isIn(
        'feed_id',
        rows.map(({ id }) => id),
      ),
    )
    .execute()
  const byFeed = Map.groupBy(marks, (mark) => mark.feed_id)
  const sequences = (id: number, isRead: number) =>
    (byFeed.get(id) ?? []).flatMap((mark) => (mark.is_read === isRead ? [mark.sequence] : []))
  const ended = rows.map(
    (row): Ended => ({
      id: row.id,
      folder: row.folder,
      title: row.title,
      at: row.at,
      isParked: row.is_parked,
      opensOriginal: row.opens_original,
      order: row.list_order,
      moreFolders: folders.flatMap(({ feed_id, name }) => (feed_id === row.id ? [name] : [])),
      readUpTo: row.read_up_to,
      wasPolled: row.is_stopped === 0,
      read: sequences(row.id, 1),
      unread: sequences(row.id, 0),
    }),
  )
  for (const { id } of ended) {
    await endSubscription(engine, tx, readerId, id)
    if (!(await isSubscribedTo(tx, id))) await stopPolling(engine, tx, id)
  }
  const body = JSON.stringify(ended)
  await tx
    .insertInto('unsubscribe_undo')
    .values({ reader_id: readerId, id: undoId, at, body })
    .onConflict((conflict) => conflict.columns(['reader_id', 'id']).doUpdateSet({ at, body }))
    .execute()
  return ended.length
}

async function takeBack(
  engine: Engine,
  tx: Tx,
  { readerId, undoId, at }: { readerId: string; undoId: string; at: string },
): Promise<number | undefined> {
  const row = await tx
    .deleteFrom('unsubscribe_undo')
    .where('reader_id', '=', readerId)
    .where('id', '=', undoId)
    .returning('body')
    .executeTakeFirst()
  if (!row) return undefined
  const ended = new Map((JSON.parse(row.body) as readonly Ended[]).map((one) => [one.id, one]))
  const ids = [...ended.keys()]
  await engine.lockFeeds(tx, ids)
  const there = await tx.selectFrom('feed').select('id').where(engine.isIn('id', ids)).execute()
  const back = there.map(({ id }) => ended.get(id)!)
  const inserted = await engine.insertMany(
    tx,
    'subscription',
    back.map(({ id, folder, title, readUpTo, isParked, opensOriginal, order, at: subscribedAt }) => ({
      ...{ reader_id: readerId, feed_id: id, folder, title, read_up_to: readUpTo, read_count: 0, at: subscribedAt },
      ...{ is_parked: isParked, opens_original: opensOriginal, list_order: order ?? null },
    })),
    { ifExists: 'ignore', returning: ['feed_id'] },
  )
  const again = new Set(inserted.map((feed) => feed.feed_id))
  const folders = back
    .filter(({ id }) => again.has(id))
    .flatMap(({ id, moreFolders }) => moreFolders.map((name) => ({ reader_id: readerId, feed_id: id, name })))
  await engine.insertMany(tx, 'subscription_folder', folders, { ifExists: 'ignore' })
  for (const one of back) if (again.has(one.id)) await takeBackMarks(engine, tx, readerId, one, at)
  const polled = back.filter(({ id, wasPolled }) => wasPolled && again.has(id)).map(({ id }) => id)
  await tx
    .updateTable('feed')
    .set({ is_stopped: 0, next_poll_at: at })
    .where('is_stopped', '=', 1)
    .where(engine.isIn('id', polled))
    .execute()
  await refreshStoriesOfFeeds(engine, tx, [...again], at)
  return again.size
}

/** The marks of a feed as they were, and how many of its entries are read: some may have arrived or left since. */
async function takeBackMarks(engine: Engine, tx: Tx, readerId: string, feed: Ended, at: string): Promise<void> {
  const isRead = new Map([...feed.read.map((one) => [one, 1] as const), ...feed.unread.map((one) => [one, 0] as const)])
  const rows = await tx
    .selectFrom('entry')
    .leftJoin('reading_mark', (join) =>
      join.onRef('reading_mark.sequence', '=', 'entry.sequence').on('reading_mark.reader_id', '=', readerId),
    )
    .select(['entry.sequence', 'reading_mark.is_starred', starredAtSql.as('starred_at')])
    .where('entry.feed_id', '=', feed.id)
    .where(engine.isIn('entry.sequence', [...isRead.keys()]))
    .execute()
  const marks = rows.map(({ sequence, is_starred, starred_at }): NewMark => {
    const star = is_starred === 1 ? { is_starred: 1, starred_at } : { is_starred: 0, starred_at: null }
    return { sequence, reader_id: readerId, feed_id: feed.id, is_read: isRead.get(sequence) ?? null, at, ...star }
  })
  await replaceMarks(engine, tx, readerId, marks)
  const { count } = await tx
    .selectFrom('entry')
    .innerJoin('subscription', 'subscription.feed_id', 'entry.feed_id')
    .leftJoin('reading_mark', (join) =>
      join.onRef('reading_mark.sequence', '=', 'entry.sequence').on('reading_mark.reader_id', '=', readerId),
    )
    .select(sql<number>`count(*)`.as('count'))
    .where('entry.feed_id', '=', feed.id)
    .where('subscription.reader_id', '=', readerId)
    .where(isReadSql, '=', 1)
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('subscription')
    .set({ read_count: count })
    .where('reader_id', '=', readerId)
    .where('feed_id', '=', feed.id)
    .execute()
}

async function forget(engine: Engine, before: string): Promise<number> {
  const old = await engine.reader
    .selectFrom('unsubscribe_undo')
    .select(['reader_id', 'id'])
    .where('at', '<', before)
    .execute()
  for (const { reader_id, id } of old)
    await engine.write(async (tx) => {
      const row = await tx
        .deleteFrom('unsubscribe_undo')
        .where('reader_id', '=', reader_id)
        .where('id', '=', id)
        .returning('body')
        .executeTakeFirst()
      const ids = row ? (JSON.parse(row.body) as readonly Ended[]).map((one) => one.id) : []
      await engine.lockFeeds(tx, ids)
      for (const feedId of ids) await dropUnwanted(engine, tx, feedId)
    })
  return old.length
}
