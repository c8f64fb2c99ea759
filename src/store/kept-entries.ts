import type { EntryId, FeedId } from '../core/ids.ts'
import type { Engine, Tx } from './engine.ts'
import { replaceMarks } from './reading-marks.ts'
import { fromNumber, toNumber } from './row-ids.ts'
import { safeKey } from './safe-text.ts'
import type { EntryPlace } from './store.ts'

/** Entries by feed and key, many at once; those that are not there are left out. */
export async function findByKeys(
  engine: Engine,
  keys: readonly { readonly feedId: FeedId; readonly key: string }[],
): Promise<readonly EntryPlace[]> {
  if (keys.length === 0) return []
  const byKey = new Map(keys.map(({ feedId, key }) => [`${feedId} ${safeKey(key)}`, key]))
  const matches = keys.map(({ feedId, key }) => ({ feed_id: toNumber(feedId), key: safeKey(key) }))
  const rows = await engine.write((tx) =>
    engine.findMany(tx, 'entry', matches, ['sequence', 'feed_id', 'key', 'article_id']),
  )
  return rows.map((row) => {
    const feedId = fromNumber<FeedId>(row.feed_id)
    return {
      id: fromNumber<EntryId>(row.sequence),
      feedId,
      key: byKey.get(`${feedId} ${row.key}`) ?? row.key,
      isIngested: row.article_id !== null,
    }
  })
}

/** Stars many entries in one transaction, each with its own time; one that has a star keeps it as it is. */
export async function starMany(
  engine: Engine,
  tx: Tx,
  readerId: string,
  stars: readonly { readonly id: EntryId; readonly at: string }[],
): Promise<void> {
  const at = new Map(stars.map((star) => [toNumber(star.id), star.at]))
  const rows = await tx
    .selectFrom('entry')
    .leftJoin('reading_mark', (join) =>
      join.onRef('reading_mark.sequence', '=', 'entry.sequence').on('reading_mark.reader_id', '=', readerId),
    )
    .select(['entry.sequence', 'entry.feed_id', 'reading_mark.is_read', 'reading_mark.is_starred'])
    .where(engine.isIn('entry.sequence', [...at.keys()]))
    .execute()
  const marks = rows
    .filter((row) => row.is_starred !== 1)
    .map(({ sequence, feed_id, is_read }) => ({
      sequence,
      reader_id: readerId,
      feed_id,
      is_read,
      is_starred: 1,
      at: at.get(sequence)!,
    }))
  if (marks.length > 0) await replaceMarks(engine, tx, readerId, marks)
}
