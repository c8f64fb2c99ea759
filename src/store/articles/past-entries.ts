import { isMovedKey } from '../../core/feed/moved-entry.ts'
import type { EntryId, FeedId } from '../../core/ids.ts'
import { nth } from '../../core/nth.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { fromNumber, toNumber } from '../engine/row-ids.ts'
import { safeKey } from '../engine/safe-text.ts'
import { addMs } from '../engine/times.ts'
import type { PolledEntry } from '../feeds/polls.ts'
import { readEarlier } from '../search/find-earlier.ts'
import { ingestWithinMs, insertFresh } from './polled-entries.ts'
import { setRead } from './reading-marks.ts'
import { withoutRemoved } from './removed-entries.ts'
import { arrivalKey, matchArrivals } from './reused-keys.ts'
import type { ArrivedEntry, WrittenEntry } from './written-entries.ts'

/** An entry that a feed delivered before, to another program of the reader. */
export type PastEntry = { readonly feedId: FeedId; readonly polled: PolledEntry }

/**
 * Adds entries that a reader brings from another program to their feeds. What the feed already delivered here, under any key, stays as it
 * is. Nothing is announced, and for the feed's other subscribers the new ones are read. Returns the stored
 * entry of each; one that was removed here for its age has none. Safe to repeat.
 */
export async function savePastEntries(
  engine: Engine,
  tx: Tx,
  readerId: string,
  given: readonly PastEntry[],
  at: string,
): Promise<ReadonlyMap<PastEntry, EntryId>> {
  if (given.length === 0) return new Map()
  const feedIds = [...new Set(given.map(({ feedId }) => toNumber(feedId)))]
  await engine.lockFeeds(tx, feedIds)
  const rows = await tx
    .selectFrom('feed')
    .select(['id', 'entry_count', 'last_sequence'])
    .where(engine.isIn('id', feedIds))
    .where('intake', '<>', 'mail')
    .execute()
  const feeds = new Map(rows.map((row) => [row.id, row]))
  const usable = given.filter(({ feedId }) => feeds.has(toNumber(feedId)))
  const { arrived, known } = await matchArrivals(engine, tx, arrivalsOf(usable, at))
  const unknown = await withoutRemoved(
    engine,
    tx,
    arrived.filter((arrival) => !known.has(arrivalKey(arrival))),
  )
  const lookedFor = unknown.filter(({ feedId }) => feeds.get(feedId)!.entry_count > 0)
  const earlier = await readEarlier(engine, tx, arrived, lookedFor)
  const sequences = new Map<string, number>()
  for (const [key, { sequence }] of known) sequences.set(key, sequence)
  // Two that came from the same program are two: otherwise they would have the same key.
  for (const [arrival, { sequence, key }] of earlier) if (!isMovedKey(key)) sequences.set(arrivalKey(arrival), sequence)
  const fresh: readonly WrittenEntry[] = unknown
    .filter((arrival) => !sequences.has(arrivalKey(arrival)))
    // Recent ones are ingested like those of a poll.
    .map((arrival) => ({ ...arrival, isIngestedByCaller: false, text: arrival.polled.text() }))
  const inserted = await insertFresh(engine, tx, fresh)
  for (const [index, arrival] of fresh.entries()) sequences.set(arrivalKey(arrival), nth(inserted, index))
  await updateCounts(engine, tx, feeds, fresh, inserted, at)
  await readForOthers(engine, tx, readerId, fresh, inserted, at)
  return new Map(
    usable.flatMap((past) => {
      const { feedId, polled } = past
      const sequence = sequences.get(arrivalKey({ feedId: toNumber(feedId), key: safeKey(polled.entry.key) }))
      return sequence === undefined ? [] : [[past, fromNumber<EntryId>(sequence)] as const]
    }),
  )
}

/** Each key once, oldest first, so that the newest of a feed gets the highest sequence. */
function arrivalsOf(given: readonly PastEntry[], at: string): readonly ArrivedEntry[] {
  const recentFrom = addMs(at, -ingestWithinMs)
  const byKey = new Map<string, ArrivedEntry>()
  for (const { feedId, polled } of given) {
    const place = { feedId: toNumber(feedId), key: safeKey(polled.entry.key) }
    byKey.set(arrivalKey(place), { ...place, at, polled, isIngestedByCaller: true, isLetter: false, recentFrom })
  }
  const timeOf = ({ polled }: ArrivedEntry) => polled.entry.publishedAt ?? at
  return [...byKey.values()].sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1))
}

type FeedCounts = { readonly id: number; readonly entry_count: number; readonly last_sequence: number }

async function updateCounts(
  engine: Engine,
  tx: Tx,
  feeds: ReadonlyMap<number, FeedCounts>,
  fresh: readonly WrittenEntry[],
  inserted: readonly number[],
  at: string,
): Promise<void> {
  const byFeed = Map.groupBy(inserted, (_, index) => nth(fresh, index).feedId)
  await engine.updateMany(
    tx,
    'feed',
    'id',
    [...byFeed].map(([id, sequences]) => ({
      id,
      entry_count: feeds.get(id)!.entry_count + sequences.length,
      last_sequence: Math.max(feeds.get(id)!.last_sequence, ...sequences),
      last_fetched_at: at,
    })),
  )
}

/** What one reader brings isn't news for the others. */
async function readForOthers(
  engine: Engine,
  tx: Tx,
  readerId: string,
  fresh: readonly WrittenEntry[],
  inserted: readonly number[],
  at: string,
): Promise<void> {
  if (inserted.length === 0) return
  const subscribers = await tx
    .selectFrom('subscription')
    .select(['reader_id', 'feed_id'])
    .where('reader_id', '<>', readerId)
    .where(engine.isIn('feed_id', [...new Set(fresh.map(({ feedId }) => feedId))]))
    .execute()
  for (const [other, rows] of Map.groupBy(subscribers, (row) => row.reader_id)) {
    const theirs = new Set(rows.map((row) => row.feed_id))
    const ids = inserted.filter((_, index) => theirs.has(nth(fresh, index).feedId))
    await setRead(engine, tx, other, ids.map(fromNumber<EntryId>), true, at)
  }
}
