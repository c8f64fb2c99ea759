import { type RawBuilder, sql } from 'kysely'
import type { EntryId, FeedId } from '../../core/ids.ts'
import { fromCursor, pageOf } from '../engine/cursor.ts'
import type { Engine } from '../engine/engine.ts'
import { fromNumber, toNumber } from '../engine/row-ids.ts'
import { safeKey } from '../engine/safe-text.ts'
import { addMs } from '../engine/times.ts'
import { whileUnchanged } from '../engine/while-unchanged.ts'
import { feedScope, scopedFeeds } from '../feeds/feed-scope.ts'
import { searchQuotes } from '../people/quotes.ts'
import type { SearchBacklog } from '../search/search-backlog.ts'
import { searchEntries } from '../search/search-entries.ts'
import type { ArrivalFilter, EntryFilter, EntryOrder, EntryPlace, EntryStore, Page } from '../store.ts'
import { listEntries, listPlaces, placesIn } from './entry-list.ts'
import { entryRows, storedEntries } from './entry-rows.ts'
import { countPicked, entriesInStories, pickEntries } from './pick-entries.ts'
import { markAllReadKept, undoMarkAllRead } from './read-undo.ts'
import { isReadSql, markAllRead, setAllStarred, setRead } from './reading-marks.ts'

/** Polls that end together are written one after the other: by so much may an entry stand before one that was fetched earlier. */
const outOfOrderMs = 15 * 60_000

/** A page of ids in the order in which entries arrived, which is the order of their numbers. */
async function listArrivals(
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

/** Pages of lists that are kept while nothing is written: so many, of so many entries at most, some 40 kB each. */
const keptPages = { most: 24, entries: 60 } as const

/** Entries as delivered, and readers' marks on them. */
export function entryStore(engine: Engine, backlog: SearchBacklog): EntryStore {
  const list = (readerId: string, filter: EntryFilter, limit: number, cursor?: string, order?: EntryOrder) =>
    listEntries(engine, readerId, filter, limit, cursor, order)
  const listKept = whileUnchanged(engine, list, keptPages.most)
  return {
    list: (readerId, filter, limit, cursor, order) =>
      (limit > keptPages.entries ? list : listKept)(readerId, filter, limit, cursor, order),
    listIds: (readerId, filter, limit, cursor) => listPlaces(engine, readerId, filter, limit, cursor),
    async pick(readerId, pick, page) {
      if (pick.words !== undefined) await backlog.catchUp()
      return pickEntries(engine, readerId, pick, page)
    },
    async countPicked(readerId, pick) {
      if (pick.words !== undefined) await backlog.catchUp()
      return countPicked(engine, readerId, pick)
    },
    inStories: (readerId, ids) => entriesInStories(engine, readerId, ids),
    listArrivals: (readerId, filter, limit, cursor, order) =>
      listArrivals(engine, readerId, filter, limit, cursor, order),
    rows: (readerId, ids) => entryRows(engine, readerId, ids.map(toNumber)),
    find: async (readerId, id) => (await storedEntries(engine, readerId, [toNumber(id)]))[0],
    async findByKey(feedId, key) {
      const row = await engine.reader
        .selectFrom('entry')
        .select('sequence')
        .where('feed_id', '=', toNumber(feedId))
        .where('key', '=', safeKey(key))
        .executeTakeFirst()
      return row && fromNumber<EntryId>(row.sequence)
    },
    findByKeys: (keys) => findByKeys(engine, keys),
    findMany: (readerId, ids) => storedEntries(engine, readerId, ids.map(toNumber)),
    async setRead(readerId, ids, isRead, at) {
      if (ids.length > 0) await engine.write((tx) => setRead(engine, tx, readerId, ids, isRead, at))
    },
    async setAllStarred(readerId, ids, isStarred, at) {
      const stars = ids.map((id) => ({ id, at }))
      return stars.length === 0 ? [] : engine.write((tx) => setAllStarred(engine, tx, readerId, stars, isStarred))
    },
    async setStarred(readerId, id, isStarred, at) {
      await engine.write((tx) => setAllStarred(engine, tx, readerId, [{ id, at }], isStarred))
    },
    async starMany(readerId, stars) {
      if (stars.length > 0) await engine.write((tx) => setAllStarred(engine, tx, readerId, stars, true))
    },
    markAllRead: (readerId, filter, at, undoId) =>
      engine.write(async (tx) => {
        if (undoId !== undefined) return markAllReadKept(engine, tx, readerId, filter, at, undoId)
        await markAllRead(engine, tx, readerId, filter, at)
        return 0
      }),
    undoMarkAllRead: (readerId, undoId, at) => engine.write((tx) => undoMarkAllRead(engine, tx, readerId, undoId, at)),
    unreadCount: (readerId, filter) => unreadCount(engine, readerId, filter),
    async search(query, limit, cursor) {
      await backlog.catchUp()
      return searchEntries(engine, query, limit, cursor)
    },
    searchQuotes: (query, speaker, limit) => searchQuotes(engine, query, speaker, limit),
  }
}

/** Kept counts, summed over the feeds of the filter; only the starred, which are few, are counted. */
async function unreadCount(
  engine: Engine,
  readerId: string,
  { isOfHouse: _, ...filter }: EntryFilter,
): Promise<number> {
  if (filter.isUnread === false) return 0
  const scope = await feedScope(engine, readerId, filter)
  if (filter.isStarred === undefined) return scope.unreadCount
  const starred = await sql<{ count: number }>`
    select count(*) as count from reading_mark cross join subscription cross join entry
    where reading_mark.reader_id = ${readerId} and reading_mark.is_starred = 1
      and subscription.feed_id = reading_mark.feed_id and ${scopedFeeds(readerId, filter).isIn}
      and entry.sequence = reading_mark.sequence and ${isReadSql} = 0`.execute(engine.reader)
  const count = starred.rows[0]?.count ?? 0
  return filter.isStarred ? count : scope.unreadCount - count
}

/** Entries by feed and key, many at once; those that are not there are left out. */
async function findByKeys(
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
