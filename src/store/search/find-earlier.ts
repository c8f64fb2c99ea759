import { sql } from 'kysely'
import { defined } from '../../core/defined.ts'
import { type EntryIdentity, findEarlier } from '../articles/earlier-entry.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { normalizedTime } from '../engine/times.ts'
import type { PolledEntry } from '../feeds/polls.ts'

/** An arriving entry, with a key that its feed may have had before or not. */
type KeyedArrival = {
  readonly feedId: number
  readonly key: string
  readonly polled: PolledEntry
}

export type EarlierEntry = {
  readonly sequence: number
  readonly feed_id: number
  readonly key: string
  readonly content_hash: string
}

/** A title is searched among this many of a feed's newest entries, or twice the size of its document. */
const fewestLookedAt = 40
/** Parameters of one statement stay far below the databases' limits. */
const chunkSize = 1_000

const columns = ['sequence', 'feed_id', 'key', 'url', 'title', 'published_at', 'content_hash'] as const

type Row = EarlierEntry & { readonly url: string | null; readonly title: string; readonly published_at: string }
type Face<Of> = EntryIdentity & { readonly of: Of }

/**
 * Which entries with unknown keys are ones the feed had before (`core/earlier-entry.ts`). `arrived` is everything in the documents,
 * `fresh` those with unknown keys in feeds that have entries. Reads nothing without fresh ones.
 */
export async function readEarlier<Arrival extends KeyedArrival>(
  engine: Engine,
  tx: Tx,
  arrived: readonly Arrival[],
  fresh: readonly Arrival[],
): Promise<ReadonlyMap<Arrival, EarlierEntry>> {
  const found = new Map<Arrival, EarlierEntry>()
  if (fresh.length === 0) return found
  const feeds = new Set(fresh.map(({ feedId }) => feedId))
  const documents = Map.groupBy(
    arrived.filter(({ feedId }) => feeds.has(feedId)),
    ({ feedId }) => feedId,
  )
  const rows = Map.groupBy(await readCandidates(engine, tx, fresh, documents), (row) => row.feed_id)
  const freshByFeed = Map.groupBy(fresh, ({ feedId }) => feedId)
  for (const [feedId, candidates] of rows) {
    const document = documents.get(feedId)!
    const keys = new Set(document.map(({ key }) => key))
    const unheld = new Map(candidates.filter((row) => !keys.has(row.key)).map((row) => [row.sequence, row]))
    const coming = freshByFeed.get(feedId)!
    const isFresh = new Set(coming)
    const held = document.filter((arrival) => !isFresh.has(arrival)).map(({ polled }) => polled.entry.url)
    const before = [...unheld.values()].sort((a, b) => b.sequence - a.sequence).map(faceOfRow)
    for (const [arrival, row] of findEarlier(coming.map(faceOf), before, held)) found.set(arrival.of, row.of)
  }
  return found
}

/** Entries of these feeds with the same time as a fresh one, and recent ones with the same title. */
async function readCandidates(
  engine: Engine,
  tx: Tx,
  fresh: readonly KeyedArrival[],
  documents: ReadonlyMap<number, readonly KeyedArrival[]>,
): Promise<readonly Row[]> {
  const dated = fresh.flatMap(({ feedId, polled }) => {
    const time = normalizedTime(polled.entry.publishedAt)
    return time === undefined ? [] : [{ feed_id: feedId, published_at: time }]
  })
  const sameTime = await engine.findMany(tx, 'entry', dated, columns)
  const floors = await readFloors(tx, documents)
  const titled: Row[] = []
  for (let from = 0; from < fresh.length; from += chunkSize) {
    const given = fresh.slice(from, from + chunkSize).map(
      // Without the cast PostgreSQL takes all of them for text.
      ({ feedId, polled }) => sql`(cast(${feedId} as bigint), ${polled.entry.title}, ${floors.get(feedId) ?? ''})`,
    )
    const { rows } = await sql<Row>`
      with given (feed_id, title, floor) as (values ${sql.join(given)})
      select ${sql.join(columns.map((column) => sql.ref(`entry.${column}`)))} from given join entry
      on entry.feed_id = given.feed_id and entry.published_at >= given.floor and entry.title = given.title`.execute(tx)
    titled.push(...rows)
  }
  return [...sameTime, ...titled]
}

/** By feed, the earliest time among the entries to search; absent: all. */
async function readFloors(
  tx: Tx,
  documents: ReadonlyMap<number, readonly KeyedArrival[]>,
): Promise<ReadonlyMap<number, string>> {
  const most = Math.max(fewestLookedAt, ...[...documents.values()].map((document) => 2 * document.length))
  const ids = [...documents.keys()].map((id) => sql`(cast(${id} as bigint))`)
  const { rows } = await sql<{ feed_id: number; floor: string | null }>`
    with given (feed_id) as (values ${sql.join(ids)})
    select given.feed_id, (
      select entry.published_at from entry where entry.feed_id = given.feed_id
      order by entry.published_at desc, entry.sequence desc limit 1 offset ${most}
    ) as floor from given`.execute(tx)
  return new Map(rows.flatMap(({ feed_id, floor }) => (floor === null ? [] : [[feed_id, floor] as const])))
}

function faceOf<Arrival extends KeyedArrival>(arrival: Arrival): Face<Arrival> {
  const { entry, contentHash } = arrival.polled
  const time = normalizedTime(entry.publishedAt)
  return {
    of: arrival,
    ...defined({ url: entry.url }),
    title: entry.title,
    ...defined({ publishedAt: time }),
    contentHash,
  }
}

function faceOfRow(row: Row): Face<EarlierEntry> {
  return {
    of: row,
    ...defined({ url: row.url ?? undefined }),
    title: row.title,
    publishedAt: row.published_at,
    contentHash: row.content_hash,
  }
}
