import { sql } from 'kysely'
import type { EntryId } from '../../core/ids.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { fromNumber, toNumber } from '../engine/row-ids.ts'
import { scopedFeeds } from '../feeds/feed-scope.ts'
import { isOpenSql } from '../feeds/open-feeds.ts'
import { enqueue } from '../jobs/jobs.ts'
import type { EntryFilter } from './entries.ts'

/**
 * What a reader has read is stored as one watermark per subscription (entries up to `read_up_to` are read) and a mark per exception,
 * with a count of read entries. This expression says whether an entry is read, using the joined tables' names; in a feed without
 * subscription nothing is.
 */
export const isReadSql = sql<number>`coalesce(reading_mark.is_read, case when entry.sequence <= subscription.read_up_to then 1 else 0 end)`

/** When a starred entry got its star: reading it later changed its mark's time, but not this one. */
export const starredAtSql = sql<string>`coalesce(reading_mark.starred_at, reading_mark.at)`

/** The owner's setting: how many megabytes of pages of articles are kept; absent: none are. */
export const keptPagesSetting = 'kept-pages'

/** SQL for whether pages of articles are kept. */
export const arePagesKept = sql<boolean>`exists (select 1 from house_setting where name = ${keptPagesSetting} and value <> '0')`

export type NewMark = {
  readonly sequence: number
  readonly reader_id: string
  readonly feed_id: number
  readonly is_read: number | null
  readonly is_starred: number
  readonly at: string
  /** Only for a starred entry. */
  readonly starred_at: string | null
}

/** The most marks to delete at once, so that nobody waits long. */
const mostDropped = 300

/** Marks entries of subscribed feeds read or unread and updates their feeds' counts, in one transaction. Returns those that changed. */
export async function setRead(
  engine: Engine,
  tx: Tx,
  readerId: string,
  ids: readonly EntryId[],
  isRead: boolean,
  at: string,
): Promise<readonly EntryId[]> {
  const sequences = [...new Set(ids.map(toNumber))]
  await lockMarks(engine, tx, readerId, sequences)
  const rows = await tx
    .selectFrom('entry')
    .innerJoin('subscription', 'subscription.feed_id', 'entry.feed_id')
    .leftJoin('reading_mark', (join) =>
      join.onRef('reading_mark.sequence', '=', 'entry.sequence').on('reading_mark.reader_id', '=', readerId),
    )
    .select(['entry.sequence', 'entry.feed_id', 'reading_mark.is_starred', isReadSql.as('was_read')])
    .select(['subscription.read_up_to', starredAtSql.as('starred_at')])
    .where('subscription.reader_id', '=', readerId)
    .where(engine.isIn('entry.sequence', sequences))
    .execute()
  const changed = rows.filter((row) => (row.was_read === 1) !== isRead)
  if (changed.length === 0) return []
  await replaceMarks(
    engine,
    tx,
    readerId,
    changed.map((row) => ({
      sequence: row.sequence,
      reader_id: readerId,
      feed_id: row.feed_id,
      // No mark is needed where the watermark says the same.
      is_read: row.sequence <= row.read_up_to === isRead ? null : isRead ? 1 : 0,
      is_starred: row.is_starred ?? 0,
      at,
      starred_at: row.is_starred === 1 ? row.starred_at : null,
    })),
  )
  for (const [feedId, { length }] of Map.groupBy(changed, (row) => row.feed_id)) {
    await addToReadCount(tx, readerId, feedId, isRead ? length : -length)
    if (isRead) await raiseWatermark(tx, readerId, feedId)
  }
  return changed.map(({ sequence }) => fromNumber<EntryId>(sequence))
}

/** Blocks others that mark these entries for the reader: a mark that replaces another keeps its other values. */
async function lockMarks(engine: Engine, tx: Tx, readerId: string, sequences: readonly number[]): Promise<void> {
  // There is only one writer.
  if (engine.dialect === 'sqlite') return
  const of = await tx
    .selectFrom('entry')
    .select('feed_id')
    .distinct()
    .where(engine.isIn('sequence', sequences))
    .execute()
  await engine.lockSubscriptions(
    tx,
    readerId,
    of.map((row) => row.feed_id),
  )
}

/** Stars or unstars entries, and returns those whose star changed. A star doesn't change what is read. */
export async function setAllStarred(
  engine: Engine,
  tx: Tx,
  readerId: string,
  stars: readonly { readonly id: EntryId; readonly at: string }[],
  isStarred: boolean,
): Promise<readonly EntryId[]> {
  const at = new Map(stars.map((star) => [toNumber(star.id), star.at]))
  await lockMarks(engine, tx, readerId, [...at.keys()])
  const rows = await tx
    .selectFrom('entry')
    .innerJoin('feed', 'feed.id', 'entry.feed_id')
    .leftJoin('subscription', (join) =>
      join.onRef('subscription.feed_id', '=', 'entry.feed_id').on('subscription.reader_id', '=', readerId),
    )
    .leftJoin('reading_mark', (join) =>
      join.onRef('reading_mark.sequence', '=', 'entry.sequence').on('reading_mark.reader_id', '=', readerId),
    )
    .select(['entry.sequence', 'entry.feed_id', 'entry.article_id', 'reading_mark.is_read', 'reading_mark.is_starred'])
    .where(isOpenSql)
    .where(engine.isIn('entry.sequence', [...at.keys()]))
    .execute()
  // An entry that has its star already keeps its time.
  const changed = rows.filter((row) => (row.is_starred === 1) !== isStarred)
  await replaceMarks(
    engine,
    tx,
    readerId,
    changed.map(({ sequence, feed_id, is_read }) => {
      const changedAt = at.get(sequence)!
      const star = isStarred ? { is_starred: 1, starred_at: changedAt } : { is_starred: 0, starred_at: null }
      return { sequence, reader_id: readerId, feed_id, is_read, at: changedAt, ...star }
    }),
  )
  const [first] = changed
  if (isStarred && first)
    await askToKeep(engine, tx, new Set(changed.flatMap(({ article_id }) => article_id ?? [])), at.get(first.sequence)!)
  return changed.map(({ sequence }) => fromNumber<EntryId>(sequence))
}

/** Queues the fetch of the pages of articles that somebody has just saved or put on the desk, where pages are kept and these aren't yet. */
export async function askToKeep(engine: Engine, tx: Tx, given: Iterable<string>, at: string): Promise<void> {
  const articles = [...given]
  if (articles.length === 0) return
  const { rows } = await sql<{ id: string }>`select article.id as id from article
    where ${engine.isIn('article.id', articles)}
      and ${arePagesKept}
      and not exists (select 1 from served_page where served_page.article_id = article.id)`.execute(tx)
  if (rows.length === 0) return
  await enqueue(
    engine,
    tx,
    rows.map(({ id }) => ({ kind: 'keep-page', key: id, runAt: at })),
  )
}

/** Moves the watermarks of the filter's feeds over everything that had arrived by `at`. */
export async function markAllRead(
  engine: Engine,
  tx: Tx,
  readerId: string,
  filter: EntryFilter,
  at: string,
): Promise<void> {
  if (filter.isStarred) return markStarredRead(engine, tx, readerId, filter, at)
  const ids = await feedsWithUnread(tx, readerId, filter)
  if (ids.length === 0) return
  await engine.lockSubscriptions(tx, readerId, ids)
  await dropIdleMarks(tx, readerId)
  // A poll that ends at the same time is seen whole or not at all: watermark and count are in one row.
  const whole = await sql<{ feed_id: number }>`
    update subscription set read_up_to = feed.last_sequence, read_count = feed.entry_count from feed
    where subscription.reader_id = ${readerId} and ${engine.isIn('subscription.feed_id', ids)}
      and feed.id = subscription.feed_id and (feed.last_fetched_at is null or feed.last_fetched_at <= ${at})
    returning subscription.feed_id as feed_id`.execute(tx)
  const done = new Set(whole.rows.map((row) => row.feed_id))
  await dropUnread(engine, tx, readerId, [...done])
  for (const id of ids) if (!done.has(id)) await markReadUntil(engine, tx, readerId, id, at)
}

/** The feeds of the filter that have unread entries. */
export async function feedsWithUnread(tx: Tx, readerId: string, filter: EntryFilter): Promise<readonly number[]> {
  const { isOfServer: _, ...own } = filter
  const { isIn } = scopedFeeds(readerId, own)
  const found = await sql<{ id: number }>`
    select feed.id as id from subscription cross join feed
    where ${isIn} and feed.id = subscription.feed_id and feed.entry_count > subscription.read_count`.execute(tx)
  return found.rows.map((row) => row.id)
}

/** For a feed with arrivals after `at`, which stay unread. */
async function markReadUntil(engine: Engine, tx: Tx, readerId: string, feedId: number, at: string): Promise<void> {
  const newest = await tx
    .selectFrom('entry')
    .select('sequence')
    .where('feed_id', '=', feedId)
    .where('fetched_at', '<=', at)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!newest) return
  const until = newest.sequence
  const { made } = await tx
    .selectFrom('entry')
    .innerJoin('subscription', 'subscription.feed_id', 'entry.feed_id')
    .leftJoin('reading_mark', (join) =>
      join.onRef('reading_mark.sequence', '=', 'entry.sequence').on('reading_mark.reader_id', '=', readerId),
    )
    .select(sql<number>`count(*)`.as('made'))
    .where('entry.feed_id', '=', feedId)
    .where('entry.sequence', '<=', until)
    .where('subscription.reader_id', '=', readerId)
    .whereRef('entry.sequence', '>', 'subscription.read_up_to')
    .where(isReadSql, '=', 0)
    .executeTakeFirstOrThrow()
  const kept = await sql<{ count: number }>`
    select count(*) as count from reading_mark cross join subscription
    where reading_mark.reader_id = ${readerId} and reading_mark.feed_id = ${feedId} and is_read = 0
      and subscription.reader_id = ${readerId} and subscription.feed_id = ${feedId}
      and reading_mark.sequence <= ${until} and reading_mark.sequence <= subscription.read_up_to`.execute(tx)
  await addToReadCount(tx, readerId, feedId, made + (kept.rows[0]?.count ?? 0))
  await tx
    .updateTable('subscription')
    .set({ read_up_to: until })
    .where('reader_id', '=', readerId)
    .where('feed_id', '=', feedId)
    .where('read_up_to', '<', until)
    .execute()
  await dropUnread(engine, tx, readerId, [feedId], until)
}

async function markStarredRead(
  engine: Engine,
  tx: Tx,
  readerId: string,
  filter: EntryFilter,
  at: string,
): Promise<void> {
  const { isOfServer: _, ...own } = filter
  const { isIn } = scopedFeeds(readerId, own)
  const starred = await sql<{ sequence: number }>`
    select reading_mark.sequence as sequence from reading_mark cross join subscription
    where reading_mark.reader_id = ${readerId} and reading_mark.is_starred = 1
      and subscription.feed_id = reading_mark.feed_id and ${isIn}`.execute(tx)
  await setRead(
    engine,
    tx,
    readerId,
    starred.rows.map((row) => fromNumber<EntryId>(row.sequence)),
    true,
    at,
  )
}

/**
 * Deletes the marks that keep entries unread in some feeds, up to `until` if given; stars stay. Read marks are now redundant: they
 * are deleted when the watermark next rises, and until then undoing is easy.
 */
async function dropUnread(
  engine: Engine,
  tx: Tx,
  readerId: string,
  feedIds: readonly number[],
  until?: number,
): Promise<void> {
  if (feedIds.length === 0) return
  // Unary + stops SQLite from using the feed_id index: the few unread marks have their own.
  const isKept = sql<boolean>`reader_id = ${readerId} and is_read = 0 and ${engine.isIn(sql`+feed_id`, feedIds)}
    and ${until === undefined ? sql`1 = 1` : sql`sequence <= ${until}`}`
  await tx.deleteFrom('reading_mark').where(isKept).where('is_starred', '=', 0).execute()
  await tx.updateTable('reading_mark').set({ is_read: null }).where(isKept).execute()
}

/** Deletes some of the marks that the watermark makes redundant. */
async function dropIdleMarks(tx: Tx, readerId: string): Promise<void> {
  await sql`delete from reading_mark where reader_id = ${readerId} and sequence in (
    select reading_mark.sequence from subscription cross join reading_mark
    where subscription.reader_id = ${readerId} and reading_mark.reader_id = ${readerId}
      and reading_mark.feed_id = subscription.feed_id and reading_mark.sequence <= subscription.read_up_to
      and reading_mark.is_read = 1 and reading_mark.is_starred = 0
    limit ${sql.lit(mostDropped)})`.execute(tx)
}

async function addToReadCount(tx: Tx, readerId: string, feedId: number, difference: number): Promise<void> {
  await tx
    .updateTable('subscription')
    .set({ read_count: sql`read_count + ${difference}` })
    .where('reader_id', '=', readerId)
    .where('feed_id', '=', feedId)
    .execute()
}

/** Raises a watermark to just before the oldest unread entry, and deletes the marks this makes redundant. */
async function raiseWatermark(tx: Tx, readerId: string, feedId: number): Promise<void> {
  const { read_up_to, last_sequence } = await tx
    .selectFrom('subscription')
    .innerJoin('feed', 'feed.id', 'subscription.feed_id')
    .select(['subscription.read_up_to', 'feed.last_sequence'])
    .where('subscription.reader_id', '=', readerId)
    .where('subscription.feed_id', '=', feedId)
    .executeTakeFirstOrThrow()
  // In order of arrival from the watermark: the search ends at the first unread entry.
  const unread = await tx
    .selectFrom('entry')
    .leftJoin('reading_mark', (join) =>
      join.onRef('reading_mark.sequence', '=', 'entry.sequence').on('reading_mark.reader_id', '=', readerId),
    )
    .select('entry.sequence')
    .where('entry.feed_id', '=', feedId)
    .where('entry.sequence', '>', read_up_to)
    .where(sql<number>`coalesce(reading_mark.is_read, 0)`, '=', 0)
    .orderBy('entry.sequence')
    .limit(1)
    .executeTakeFirst()
  const readUpTo = unread ? unread.sequence - 1 : last_sequence
  if (readUpTo > read_up_to)
    await tx
      .updateTable('subscription')
      .set({ read_up_to: readUpTo })
      .where('reader_id', '=', readerId)
      .where('feed_id', '=', feedId)
      .execute()
  const isPassed = sql<boolean>`reader_id = ${readerId} and feed_id = ${feedId} and sequence <= ${Math.max(readUpTo, read_up_to)} and is_read = 1`
  await tx.deleteFrom('reading_mark').where(isPassed).where('is_starred', '=', 0).execute()
}

/** Replaces marks of one reader. */
export async function replaceMarks(engine: Engine, tx: Tx, readerId: string, marks: readonly NewMark[]): Promise<void> {
  const sequences = marks.map((mark) => mark.sequence)
  await tx
    .deleteFrom('reading_mark')
    .where('reader_id', '=', readerId)
    .where(engine.isIn('sequence', sequences))
    .execute()
  // Empty marks aren't stored.
  const telling = marks.filter((mark) => mark.is_read !== null || mark.is_starred === 1)
  await engine.insertMany(tx, 'reading_mark', telling, {
    ifExists: `on conflict (sequence, reader_id) do update
      set is_read = excluded.is_read, is_starred = excluded.is_starred, at = excluded.at,
        starred_at = excluded.starred_at`,
  })
}
