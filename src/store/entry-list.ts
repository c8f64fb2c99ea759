import { sql } from 'kysely'
import type { EntryId } from '../core/ids.ts'
import { fromCursor, pageOf } from './cursor.ts'
import type { Engine } from './engine.ts'
import { entryRows } from './entry-rows.ts'
import { type FeedScope, feedScope, inScope } from './feed-scope.ts'
import { isReadSql } from './reading-marks.ts'
import { fromNumber, toNumber } from './row-ids.ts'
import type { EntryFilter, EntryOrder, EntryRow, Page } from './store.ts'

/** Up to so many entries are gathered and sorted; where more could match, the time index is walked from its end instead. */
const gatherUpTo = 2_000

type Place = { readonly publishedAt: string; readonly sequence: number }

/** A page of entries in their order. First the place of each in time is found, then their rows are read. */
export async function listEntries(
  engine: Engine,
  filter: EntryFilter,
  limit: number,
  cursor: string | undefined,
  order: EntryOrder = 'newest',
): Promise<Page<EntryRow>> {
  const { rows, next } = await listPlaces(engine, filter, limit, cursor, order)
  const entries = await entryRows(
    engine,
    rows.map((place) => toNumber(place.id)),
  )
  return { rows: entries, ...(next === undefined ? {} : { next }) }
}

/** The same page, with only where each entry stands. */
export async function listPlaces(
  engine: Engine,
  filter: EntryFilter,
  limit: number,
  cursor: string | undefined,
  order: EntryOrder = 'newest',
): Promise<Page<{ readonly id: EntryId; readonly publishedAt: string }>> {
  const scope = await feedScope(engine.reader, filter)
  const from = fromCursor(cursor, 2)
  const before = from && { publishedAt: String(from[0]), sequence: Number(from[1]) }
  const found = await pick(engine, filter, scope, limit + 1, before, order)
  return pageOf(
    found,
    limit,
    (place) => [place.published_at, place.sequence],
    (place) => ({ id: fromNumber<EntryId>(place.sequence), publishedAt: place.published_at }),
  )
}

async function pick(
  engine: Engine,
  filter: EntryFilter,
  scope: FeedScope,
  limit: number,
  before: Place | undefined,
  order: EntryOrder,
) {
  const [direction, beyond] = order === 'newest' ? (['desc', sql`<`] as const) : (['asc', sql`>`] as const)
  if (scope.feedCount === 0 || limit <= 1) return []
  if (filter.isUnread === true && scope.unreadCount === 0) return []
  const isFewUnread = filter.isUnread === true && scope.unreadCount <= gatherUpTo
  const isFewEntries = !scope.isAll && (scope.feedCount === 1 || scope.entryCount <= gatherUpTo)
  // Feeds first, each with its entries, sorted after; or entries first, in the order of time, each with its feed. The
  // order of a cross join is kept by SQLite; PostgreSQL sees the same from its statistics.
  const tables =
    isFewUnread || isFewEntries
      ? engine.reader.selectFrom('feed').crossJoin('entry')
      : engine.reader.selectFrom('entry').crossJoin('feed')
  return tables
    .leftJoin('reading_mark', 'reading_mark.sequence', 'entry.sequence')
    .select(['entry.sequence', 'entry.published_at'])
    .where(sql<boolean>`entry.feed_id = feed.id`)
    .where(inScope(filter))
    .$if(isFewUnread, (few) => few.where('feed.unread_count', '>', 0))
    .$if(filter.isUnread !== undefined, (all) => all.where(isReadSql, '=', filter.isUnread ? 0 : 1))
    .$if(filter.isStarred !== undefined, (all) =>
      all.where(sql<number>`coalesce(reading_mark.is_starred, 0)`, '=', filter.isStarred ? 1 : 0),
    )
    .$if(before !== undefined, (all) =>
      all.where(
        sql<boolean>`(entry.published_at, entry.sequence) ${beyond} (${before?.publishedAt}, ${before?.sequence})`,
      ),
    )
    .orderBy('entry.published_at', direction)
    .orderBy('entry.sequence', direction)
    .limit(limit)
    .execute()
}
