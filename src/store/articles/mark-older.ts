import { sql } from 'kysely'
import type { EntryId } from '../../core/ids.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { fromNumber } from '../engine/row-ids.ts'
import type { EntryFilter } from './entries.ts'
import { feedsWithUnread, isReadSql, setRead } from './reading-marks.ts'

/**
 * Marks everything in the filter that was published before a time as read, whenever it arrived. Feeds mostly bring entries in the order
 * of their times, so a watermark covers nearly all of them, and only the others get marks.
 */
export async function markOlderRead(
  engine: Engine,
  tx: Tx,
  readerId: string,
  filter: EntryFilter,
  { before, at }: { readonly before: string; readonly at: string },
): Promise<void> {
  const ids = await feedsWithUnread(tx, readerId, filter)
  await engine.lockSubscriptions(tx, readerId, ids)
  for (const id of ids) await markFeed(engine, tx, readerId, id, { before, at })
}

async function markFeed(
  engine: Engine,
  tx: Tx,
  readerId: string,
  feedId: number,
  { before, at }: { readonly before: string; readonly at: string },
): Promise<void> {
  await raiseToFirstYounger(tx, readerId, feedId, before)
  const left = await unreadOf(tx, readerId, feedId)
    .select('entry.sequence')
    .where('published_at', '<', before)
    .execute()
  const sequences = left.map(({ sequence }) => fromNumber<EntryId>(sequence))
  if (sequences.length > 0) await setRead(engine, tx, readerId, sequences, true, at)
}

/** Raises a feed's watermark to just before the first unread entry that isn't older. */
async function raiseToFirstYounger(tx: Tx, readerId: string, feedId: number, before: string): Promise<void> {
  const younger = await unreadOf(tx, readerId, feedId)
    .select('entry.sequence')
    .where('published_at', '>=', before)
    .whereRef('entry.sequence', '>', 'subscription.read_up_to')
    .orderBy('entry.sequence')
    .limit(1)
    .executeTakeFirst()
  const feed = await tx
    .selectFrom('subscription')
    .innerJoin('feed', 'feed.id', 'subscription.feed_id')
    .select(['subscription.read_up_to as from', 'feed.last_sequence as last'])
    .where('subscription.reader_id', '=', readerId)
    .where('subscription.feed_id', '=', feedId)
    .executeTakeFirstOrThrow()
  const until = younger === undefined ? feed.last : younger.sequence - 1
  const { made } = await unreadOf(tx, readerId, feedId)
    .select(sql<number>`count(*)`.as('made'))
    .where('entry.sequence', '>', feed.from)
    .where('entry.sequence', '<=', until)
    .executeTakeFirstOrThrow()
  if (made === 0) return
  await tx
    .updateTable('subscription')
    .set({ read_up_to: until, read_count: sql`read_count + ${made}` })
    .where('reader_id', '=', readerId)
    .where('feed_id', '=', feedId)
    .execute()
}

/** The unread entries of a subscribed feed. */
function unreadOf(tx: Tx, readerId: string, feedId: number) {
  return tx
    .selectFrom('entry')
    .innerJoin('subscription', 'subscription.feed_id', 'entry.feed_id')
    .leftJoin('reading_mark', (join) =>
      join.onRef('reading_mark.sequence', '=', 'entry.sequence').on('reading_mark.reader_id', '=', readerId),
    )
    .where('entry.feed_id', '=', feedId)
    .where('subscription.reader_id', '=', readerId)
    .where(isReadSql, '=', 0)
}
