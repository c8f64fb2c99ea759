import { sql } from 'kysely'
import type { EntryId } from '../core/ids.ts'
import type { Engine, Tx } from './engine.ts'
import { inScope } from './feed-scope.ts'
import { fromNumber, toNumber } from './row-ids.ts'
import type { EntryFilter } from './store.ts'

/**
 * What is read is kept as one watermark per feed (entries up to `read_up_to` are read) and a mark for each exception;
 * how many are unread is kept beside it. Whether an entry is read, in the names of the joined tables.
 */
export const isReadSql = sql<number>`coalesce(reading_mark.is_read, case when entry.sequence <= feed.read_up_to then 1 else 0 end)`

/** Marks entries read or unread and keeps the counts of their feeds, in one transaction. */
export async function setRead(
  engine: Engine,
  tx: Tx,
  ids: readonly EntryId[],
  isRead: boolean,
  at: string,
): Promise<void> {
  const sequences = [...new Set(ids.map(toNumber))]
  await engine.lockFeedsOf(tx, sequences)
  const rows = await tx
    .selectFrom('entry')
    .innerJoin('feed', 'feed.id', 'entry.feed_id')
    .leftJoin('reading_mark', 'reading_mark.sequence', 'entry.sequence')
    .select(['entry.sequence', 'entry.feed_id', 'reading_mark.is_starred', isReadSql.as('was_read')])
    .where(engine.isIn('entry.sequence', sequences))
    .execute()
  const changed = rows.filter((row) => (row.was_read === 1) !== isRead)
  if (changed.length === 0) return
  await replaceMarks(
    engine,
    tx,
    changed.map((row) => ({
      sequence: row.sequence,
      feed_id: row.feed_id,
      is_read: isRead ? 1 : 0,
      is_starred: row.is_starred ?? 0,
      at,
    })),
  )
  for (const [feedId, of] of Map.groupBy(changed, (row) => row.feed_id)) {
    const difference = isRead ? -of.length : of.length
    await tx
      .updateTable('feed')
      .set({ unread_count: sql`unread_count + ${difference}` })
      .where('id', '=', feedId)
      .execute()
    if (isRead) await raiseWatermark(tx, feedId)
  }
}

/** Stars an entry or takes its star off. A star does not change what is read. */
export async function setStarred(engine: Engine, tx: Tx, id: EntryId, isStarred: boolean, at: string): Promise<void> {
  const row = await tx
    .selectFrom('entry')
    .leftJoin('reading_mark', 'reading_mark.sequence', 'entry.sequence')
    .select(['entry.sequence', 'entry.feed_id', 'reading_mark.is_read'])
    .where('entry.sequence', '=', toNumber(id))
    .executeTakeFirst()
  if (!row) return
  await replaceMarks(engine, tx, [
    { sequence: row.sequence, feed_id: row.feed_id, is_read: row.is_read, is_starred: isStarred ? 1 : 0, at },
  ])
}

/** Moves the watermarks of the feeds in the filter over all that had arrived by `at`. */
export async function markAllRead(engine: Engine, tx: Tx, filter: EntryFilter, at: string): Promise<void> {
  if (filter.isStarred) return markStarredRead(engine, tx, filter, at)
  const unread = await tx.selectFrom('feed').select('id').where('unread_count', '>', 0).where(inScope(filter)).execute()
  const ids = unread.map((feed) => feed.id)
  if (ids.length === 0) return
  await engine.lockFeeds(tx, ids)
  const feeds = await tx
    .selectFrom('feed')
    .select(['id', 'last_sequence', 'last_fetched_at'])
    .where(engine.isIn('id', ids))
    .execute()
  const late = feeds.filter((feed) => feed.last_fetched_at !== null && feed.last_fetched_at > at)
  const whole = feeds.filter((feed) => !late.includes(feed)).map((feed) => feed.id)
  await tx
    .updateTable('feed')
    .set({ read_up_to: sql`last_sequence`, unread_count: 0 })
    .where(engine.isIn('id', whole))
    .execute()
  await tx
    .updateTable('reading_mark')
    .set({ is_read: null })
    .where(engine.isIn('feed_id', whole))
    .where('is_read', 'is not', null)
    .execute()
  for (const feed of late) await markReadUntil(tx, feed.id, at)
}

/** For a feed to which something came after `at`, which stays unread. */
async function markReadUntil(tx: Tx, feedId: number, at: string): Promise<void> {
  const { newest } = await tx
    .selectFrom('entry')
    .select(sql<number>`coalesce(max(sequence), 0)`.as('newest'))
    .where('feed_id', '=', feedId)
    .where('fetched_at', '<=', at)
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('feed')
    .set({ read_up_to: newest })
    .where('id', '=', feedId)
    .where('read_up_to', '<', newest)
    .execute()
  await tx
    .updateTable('reading_mark')
    .set({ is_read: null })
    .where('feed_id', '=', feedId)
    .where('is_read', 'is not', null)
    .where('sequence', '<=', newest)
    .execute()
  const { unread } = await tx
    .selectFrom('entry')
    .innerJoin('feed', 'feed.id', 'entry.feed_id')
    .leftJoin('reading_mark', 'reading_mark.sequence', 'entry.sequence')
    .select(sql<number>`count(*)`.as('unread'))
    .where('entry.feed_id', '=', feedId)
    .where(isReadSql, '=', 0)
    .executeTakeFirstOrThrow()
  await tx.updateTable('feed').set({ unread_count: unread }).where('id', '=', feedId).execute()
}

async function markStarredRead(engine: Engine, tx: Tx, filter: EntryFilter, at: string): Promise<void> {
  const starred = await tx
    .selectFrom('reading_mark')
    .innerJoin('feed', 'feed.id', 'reading_mark.feed_id')
    .select('reading_mark.sequence')
    .where('reading_mark.is_starred', '=', 1)
    .where(inScope(filter))
    .execute()
  await setRead(
    engine,
    tx,
    starred.map((row) => fromNumber<EntryId>(row.sequence)),
    true,
    at,
  )
}

/** Moves a watermark up to just before the oldest unread entry, and drops the marks that then say nothing. */
async function raiseWatermark(tx: Tx, feedId: number): Promise<void> {
  const { unread_count, read_up_to, last_sequence } = await tx
    .selectFrom('feed')
    .select(['unread_count', 'read_up_to', 'last_sequence'])
    .where('id', '=', feedId)
    .executeTakeFirstOrThrow()
  let readUpTo = last_sequence
  if (unread_count > 0) {
    const { oldest } = await tx
      .selectFrom('entry')
      .innerJoin('feed', 'feed.id', 'entry.feed_id')
      .leftJoin('reading_mark', 'reading_mark.sequence', 'entry.sequence')
      .select(sql<number | null>`min(entry.sequence)`.as('oldest'))
      .where('entry.feed_id', '=', feedId)
      .where('entry.sequence', '>', read_up_to)
      .where(isReadSql, '=', 0)
      .executeTakeFirstOrThrow()
    readUpTo = (oldest ?? last_sequence + 1) - 1
  }
  if (readUpTo > read_up_to)
    await tx.updateTable('feed').set({ read_up_to: readUpTo }).where('id', '=', feedId).execute()
  await tx
    .deleteFrom('reading_mark')
    .where('feed_id', '=', feedId)
    .where('sequence', '<=', readUpTo)
    .where('is_read', '=', 1)
    .where('is_starred', '=', 0)
    .execute()
}

/** Writes marks in place of those that are there. */
export async function replaceMarks(
  engine: Engine,
  tx: Tx,
  marks: readonly { sequence: number; feed_id: number; is_read: number | null; is_starred: number; at: string }[],
): Promise<void> {
  const sequences = marks.map((mark) => mark.sequence)
  await tx.deleteFrom('reading_mark').where(engine.isIn('sequence', sequences)).execute()
  // A mark that says nothing is not kept.
  const telling = marks.filter((mark) => mark.is_read !== null || mark.is_starred === 1)
  await engine.insertMany(tx, 'reading_mark', telling)
}
