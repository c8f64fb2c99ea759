import { type RawBuilder, sql } from 'kysely'
import { defined } from '../../core/defined.ts'
import type { EntryId } from '../../core/ids.ts'
import { fromCursor, type Page, pageOf } from '../engine/cursor.ts'
import type { Engine } from '../engine/engine.ts'
import { fromNumber, toNumber } from '../engine/row-ids.ts'
import { coversAllFeeds, type FeedScope, feedScope, inSubscription, scopedFeeds } from '../feeds/feed-scope.ts'
import type { EntryFilter, EntryOrder, EntryRow } from './entries.ts'
import { entryRows } from './entry-rows.ts'
import { isFirstOfFold } from './fold-copies.ts'
import { isReadSql } from './reading-marks.ts'

/** Up to this many entries are collected and sorted; if more could match, the time index is walked from its end instead. */
const gatherUpTo = 2_000
/** Before collecting many, this many of the newest entries of all feeds are tried: unread entries are usually recent. */
const glanced = 400

const columns = sql`select entry.sequence as sequence, entry.published_at as published_at`

type Place = { readonly publishedAt: string; readonly sequence: number }
type Found = { readonly published_at: string; readonly sequence: number }

/** A page of entries in order. Finds their positions first, then reads their rows. */
export async function listEntries(
  engine: Engine,
  readerId: string,
  filter: EntryFilter,
  limit: number,
  cursor: string | undefined,
  order: EntryOrder = 'newest',
): Promise<Page<EntryRow>> {
  const { rows, next } = await listPlaces(engine, readerId, filter, limit, cursor, order)
  const entries = await entryRows(
    engine,
    readerId,
    rows.map((place) => toNumber(place.id)),
  )
  return { rows: entries, ...defined({ next }) }
}

/** The same page, with positions only. */
export async function listPlaces(
  engine: Engine,
  readerId: string,
  filter: EntryFilter,
  limit: number,
  cursor: string | undefined,
  order: EntryOrder = 'newest',
): Promise<Page<{ readonly id: EntryId; readonly publishedAt: string }>> {
  const scope = await feedScope(engine, readerId, filter)
  const from = fromCursor(cursor, 2, 1)
  const before = from && { publishedAt: String(from[0]), sequence: Number(from[1]) }
  const found = await pick(engine, readerId, filter, scope, limit + 1, before, order)
  return pageOf(
    found,
    limit,
    (place) => [place.published_at, place.sequence],
    (place) => ({ id: fromNumber<EntryId>(place.sequence), publishedAt: place.published_at }),
  )
}

async function pick(
  engine: Engine,
  readerId: string,
  filter: EntryFilter,
  scope: FeedScope,
  limit: number,
  before: Place | undefined,
  order: EntryOrder,
): Promise<readonly Found[]> {
  if (limit <= 1) return []
  if (filter.isUnread === true && scope.unreadCount === 0) return []
  if (scope.feedCount === 0 && filter.isStarred !== true) return []
  const [direction, beyond] = order === 'newest' ? ([sql`desc`, sql`<`] as const) : ([sql`asc`, sql`>`] as const)
  const isBeyond = before
    ? sql`(entry.published_at, entry.sequence) ${beyond} (${before.publishedAt}, ${before.sequence})`
    : sql`1 = 1`
  const inOrder = sql`order by published_at ${direction}, sequence ${direction}`
  const { unreadCount, feedCount } = scope
  if (
    filter.isUnread === true &&
    unreadCount >= limit &&
    unreadCount <= gatherUpTo &&
    feedCount + unreadCount > glanced
  ) {
    const first = sql`(select sequence, feed_id, published_at from entry where ${isBeyond} ${inOrder} limit ${sql.lit(glanced)})`
    const walk = walkIn(readerId, filter, sql`${first} as entry cross join subscription`, sql`1 = 1`)
    const found = await sql<Found>`${walk} ${inOrder} limit ${limit}`.execute(engine.reader)
    if (found.rows.length >= limit) return found.rows
  }
  const places = placesIn(readerId, filter, scope, isBeyond)
  const found = await sql<Found>`${places} ${inOrder} limit ${limit}`.execute(engine.reader)
  return found.rows
}

/**
 * The positions a filter matches, by the query that reads least: from the stars, from unread entries, feed by feed, or entry by
 * entry in time order. SQLite keeps the order of a cross join; PostgreSQL finds the same plan from its statistics.
 */
export function placesIn(
  readerId: string,
  filter: EntryFilter,
  scope: FeedScope,
  isBeyond: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const { isStarred, isRead } = markedAs(filter)
  if (filter.isStarred === true)
    return sql`${columns} from reading_mark cross join entry
      left join subscription on subscription.reader_id = ${readerId} and subscription.feed_id = reading_mark.feed_id
      where reading_mark.reader_id = ${readerId} and reading_mark.is_starred = 1
        and entry.sequence = reading_mark.sequence and ${starredIn(filter)} and ${isRead} and ${isBeyond}`
  const feeds = scopedFeeds(readerId, filter)
  if (filter.isUnread === true && scope.unreadCount <= gatherUpTo)
    return sql`${columns} from ${feeds.tables} cross join entry ${marksOf(readerId)}
      where ${feeds.isIn} and entry.feed_id = subscription.feed_id and entry.sequence > subscription.read_up_to
        and coalesce(reading_mark.is_read, 0) = 0 and ${isStarred} and ${isBeyond}
      union all
      ${columns} from reading_mark cross join subscription cross join entry
      where reading_mark.reader_id = ${readerId} and reading_mark.is_read = 0
        and ${feeds.isIn} and subscription.feed_id = reading_mark.feed_id
        and entry.sequence = reading_mark.sequence and entry.sequence <= subscription.read_up_to
        and ${isStarred} and ${isBeyond}`
  const isFew = scope.feedCount === 1 || scope.entryCount <= gatherUpTo
  const tables = isFew
    ? sql`${feeds.tables} cross join entry`
    : coversAllFeeds(filter)
      ? sql`entry cross join ${feeds.tables}`
      : sql`entry cross join subscription`
  return walkIn(readerId, filter, tables, isBeyond)
}

/** The positions among entries that are read one by one from `tables`. */
function walkIn(
  readerId: string,
  filter: EntryFilter,
  tables: RawBuilder<unknown>,
  isBeyond: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const feeds = scopedFeeds(readerId, filter)
  const { isStarred, isRead } = markedAs(filter)
  return sql`${columns} from ${tables} ${marksOf(readerId)}
    where ${feeds.isIn} and entry.feed_id = ${feeds.feedId} and ${isStarred} and ${isRead} and ${isBeyond}
      and ${filter.hidesCopies === true ? isFirstOfFold(readerId, filter.folder, filter.folderScope) : sql`1 = 1`}`
}

/** The filter's conditions on marks. */
function markedAs(filter: EntryFilter): { isStarred: RawBuilder<unknown>; isRead: RawBuilder<unknown> } {
  const hasStar = sql`coalesce(reading_mark.is_starred, 0) = ${filter.isStarred ? 1 : 0}`
  return {
    isStarred: filter.isStarred === undefined ? sql`1 = 1` : hasStar,
    isRead: filter.isUnread === undefined ? sql`1 = 1` : sql`${isReadSql} = ${filter.isUnread ? 0 : 1}`,
  }
}

function marksOf(readerId: string): RawBuilder<unknown> {
  return sql`left join reading_mark
    on reading_mark.sequence = entry.sequence and reading_mark.reader_id = ${readerId}`
}

/** A star stays after unsubscribing; a folder contains only subscribed feeds. */
function starredIn(filter: EntryFilter): RawBuilder<unknown> {
  const { feedId, folder, folderScope, sourceId, isUnread } = filter
  const conditions = [
    ...(feedId === undefined ? [] : [sql`entry.feed_id = ${toNumber(feedId)}`]),
    ...(sourceId === undefined
      ? []
      : [sql`entry.feed_id in (select id from feed where source_id = ${toNumber(sourceId)})`]),
    ...(folder === undefined ? [] : inSubscription(defined({ folder, folderScope }))),
    ...(isUnread === undefined ? [] : [sql`subscription.feed_id is not null`]),
  ]
  return conditions.length === 0 ? sql`1 = 1` : sql.join(conditions, sql` and `)
}
