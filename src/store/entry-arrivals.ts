import { type RawBuilder, sql } from 'kysely'
import type { EntryId } from '../core/ids.ts'
import { fromCursor, pageOf } from './cursor.ts'
import type { Engine } from './engine.ts'
import { placesIn } from './entry-list.ts'
import { feedScope } from './feed-scope.ts'
import { fromNumber } from './row-ids.ts'
import type { ArrivalFilter, EntryOrder, Page } from './store.ts'
import { addMs } from './times.ts'

/** Polls that end together are written one after the other: by so much may an entry stand before one that was fetched earlier. */
const outOfOrderMs = 15 * 60_000

/** A page of ids in the order in which entries arrived, which is the order of their numbers. */
export async function listArrivals(
  engine: Engine,
  readerId: string,
  { arrivedFrom, arrivedBefore, ...filter }: ArrivalFilter,
  limit: number,
  cursor: string | undefined,
  order: EntryOrder = 'newest',
): Promise<Page<EntryId>> {
  if (limit <= 0) return { rows: [] }
  const scope = await feedScope(engine, readerId, filter)
  if (filter.isUnread === true && scope.unreadCount === 0) return { rows: [] }
  if (filter.isStarred !== true && scope.feedCount === 0) return { rows: [] }
  const from = fromCursor(cursor, 1, 0)
  const beyond = order === 'newest' ? sql`<` : sql`>`
  const conditions: RawBuilder<unknown>[] = [
    ...(from ? [sql`entry.sequence ${beyond} ${Number(from[0])}`] : []),
    ...(arrivedFrom === undefined
      ? []
      : [sql`entry.sequence > ${await lastBefore(engine, arrivedFrom)} and entry.fetched_at >= ${arrivedFrom}`]),
    ...(arrivedBefore === undefined ? [] : [sql`entry.fetched_at < ${arrivedBefore}`]),
  ]
  const isWanted = conditions.length === 0 ? sql`1 = 1` : sql.join(conditions, sql` and `)
  const places = placesIn(readerId, filter, scope, isWanted)
  const direction = order === 'newest' ? sql`desc` : sql`asc`
  const found = await sql<{ sequence: number }>`${places} order by sequence ${direction} limit ${limit + 1}`.execute(
    engine.reader,
  )
  return pageOf(
    found.rows,
    limit,
    ({ sequence }) => [sequence],
    ({ sequence }) => fromNumber<EntryId>(sequence),
  )
}

/** An entry that came before a time, and after which all that came later stand: from the newest on, it is soon found. */
async function lastBefore(engine: Engine, at: string): Promise<number> {
  const row = await engine.reader
    .selectFrom('entry')
    .select('sequence')
    .where('fetched_at', '<', addMs(at, -outOfOrderMs))
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.sequence ?? 0
}
