import { sql } from 'kysely'
import type { EntryId, FeedId, StoryId } from '../../core/ids.ts'
import type { EntriesSaved } from '../articles/polled-entries.ts'
import { markAllReadWithUndo, undoMarkAllRead } from '../articles/read-undo.ts'
import { setRead } from '../articles/reading-marks.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { fromNumber, toNumber } from '../engine/row-ids.ts'
import { whileUnchanged } from '../engine/while-unchanged.ts'

/** Marks new entries read for those who parked their feed; what they marked unread themselves stays. */
export async function readParked(
  engine: Engine,
  tx: Tx,
  saved: ReadonlyMap<number, Pick<EntriesSaved, 'sequences'>>,
  at: string,
): Promise<void> {
  const filled = [...saved].flatMap(([id, { sequences }]) => (sequences.length > 0 ? [id] : []))
  if (filled.length === 0) return
  const parked = await tx
    .selectFrom('subscription')
    .select(['reader_id', 'feed_id'])
    .where('is_parked', '=', 1)
    .where(engine.isIn('feed_id', filled))
    .orderBy('reader_id')
    .orderBy('feed_id')
    .execute()
  for (const { reader_id, feed_id } of parked) {
    const ids = saved.get(feed_id)!.sequences.map((sequence) => fromNumber<EntryId>(sequence))
    await setRead(engine, tx, reader_id, ids, true, at)
  }
}

/**
 * Parks a feed: all its entries are read, and new ones arrive read. Within a day, taking it back makes those unread that this made
 * read.
 */
export async function setParked(
  engine: Engine,
  tx: Tx,
  readerId: string,
  feedId: FeedId,
  isParked: boolean,
  at: string,
): Promise<void> {
  const id = toNumber(feedId)
  await engine.lockFeeds(tx, [id])
  const changed = await tx
    .updateTable('subscription')
    .set({ is_parked: isParked ? 1 : 0 })
    .where('reader_id', '=', readerId)
    .where('feed_id', '=', id)
    .where('is_parked', '=', isParked ? 0 : 1)
    .returning('feed_id')
    .execute()
  if (changed.length === 0) return
  const undoId = `parked-${id}`
  if (isParked) await markAllReadWithUndo(engine, tx, readerId, { feedId }, { at, id: undoId })
  else await undoMarkAllRead(engine, tx, readerId, undoId, at)
}

/** A reader's parked feeds; cached until the next write. */
export function parkedFeeds(engine: Engine): (readerId: string) => Promise<readonly number[]> {
  return whileUnchanged(engine, async (readerId: string) => {
    const rows = await engine.reader
      .selectFrom('subscription')
      .select('feed_id')
      .where('reader_id', '=', readerId)
      .where('is_parked', '=', 1)
      .execute()
    return rows.map((row) => row.feed_id)
  })
}

/** Those of some stories all of whose articles came from these feeds and from no other. */
export async function storiesOnlyOf(
  engine: Engine,
  feedIds: readonly number[],
  ids: readonly StoryId[],
): Promise<ReadonlySet<StoryId>> {
  if (ids.length === 0) return new Set()
  const isParked = engine.isIn('entry.feed_id', feedIds)
  const { rows } = await sql<{ story_id: StoryId }>`
    select membership.story_id as story_id from membership
    left join entry on entry.article_id = membership.article_id
    where ${engine.isIn('membership.story_id', ids)}
    group by membership.story_id
    having sum(case when ${isParked} then 0 else 1 end) = 0`.execute(engine.reader)
  return new Set(rows.map((row) => row.story_id))
}
