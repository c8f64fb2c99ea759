import { sql } from 'kysely'
import type { EntryId } from '../../core/ids.ts'
import { setRead } from '../articles/reading-marks.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { fromNumber } from '../engine/row-ids.ts'
import { safeKey } from '../engine/safe-text.ts'
import { addMs } from '../engine/times.ts'

/** What a reader read and played elsewhere in a feed, by entry keys. */
export type PendingReading = {
  readonly feed: string
  readonly read: readonly string[]
  readonly places: readonly { readonly key: string; readonly number: number; readonly seconds: number }[]
}

/** How long the first entries of a feed are waited for. */
const keptMs = 90 * 86_400_000

/** Stores what a reader read elsewhere until the feed has entries. */
export async function storePendingReading(
  engine: Engine,
  tx: Tx,
  readerId: string,
  feeds: readonly PendingReading[],
  at: string,
): Promise<void> {
  await tx
    .deleteFrom('awaited_reading')
    .where('reader_id', '=', readerId)
    .where('at', '<', addMs(at, -keptMs))
    .execute()
  const once = new Map(feeds.map(({ feed, read, places }) => [feed, JSON.stringify({ read, places })]))
  await engine.insertMany(
    tx,
    'awaited_reading',
    [...once].map(([feed, body]) => ({ feed, reader_id: readerId, body, at })),
    { ifExists: 'on conflict (feed, reader_id) do update set body = excluded.body, at = excluded.at' },
  )
}

/** Applies the stored reading of these feeds to their first entries, for their subscribers. */
export async function applyPendingReading(
  engine: Engine,
  tx: Tx,
  feedIds: readonly number[],
  at: string,
): Promise<void> {
  if (feedIds.length === 0) return
  const { rows } = await sql<{ id: number; feed: string; reader_id: string; body: string }>`
    select feed.id as id, awaited_reading.feed as feed, awaited_reading.reader_id as reader_id, awaited_reading.body as body
    from feed cross join awaited_reading
    where ${engine.isIn('feed.id', feedIds)} and feed.entry_count > 0 and awaited_reading.feed = feed.url
      and exists (select 1 from subscription
        where subscription.feed_id = feed.id and subscription.reader_id = awaited_reading.reader_id)
    order by awaited_reading.reader_id, feed.id`.execute(tx)
  for (const { id, feed, reader_id: readerId, body } of rows) {
    const { read, places } = JSON.parse(body) as Omit<PendingReading, 'feed'>
    const keys = new Set([...read, ...places.map(({ key }) => key)].map(safeKey))
    const wanted = [...keys].map((key) => ({ feed_id: id, key }))
    const found = await engine.findMany(tx, 'entry', wanted, ['sequence', 'key'])
    const sequenceOf = new Map(found.map(({ key, sequence }) => [key, sequence]))
    const ids = read.flatMap((key) => {
      const sequence = sequenceOf.get(safeKey(key))
      return sequence === undefined ? [] : [fromNumber<EntryId>(sequence)]
    })
    if (ids.length > 0) await setRead(engine, tx, readerId, ids, true, at)
    const heard = places.flatMap(({ key, number, seconds }) => {
      const sequence = sequenceOf.get(safeKey(key))
      return sequence === undefined ? [] : [{ reader_id: readerId, sequence, number, seconds, at }]
    })
    await engine.insertMany(tx, 'media_place', heard, { ifExists: 'ignore' })
    await tx.deleteFrom('awaited_reading').where('reader_id', '=', readerId).where('feed', '=', feed).execute()
  }
}
