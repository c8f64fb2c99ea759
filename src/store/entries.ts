import { sql } from 'kysely'
import type { EntryId } from '../core/ids.ts'
import type { Engine } from './engine.ts'
import { listArrivals } from './entry-arrivals.ts'
import { listEntries, listPlaces } from './entry-list.ts'
import { entryRows, storedEntries } from './entry-rows.ts'
import { feedScope, scopedFeeds } from './feed-scope.ts'
import { findByKeys } from './kept-entries.ts'
import { countPicked, entriesInStories, pickEntries } from './pick-entries.ts'
import { searchQuotes } from './quotes.ts'
import { markAllReadKept, undoMarkAllRead } from './read-undo.ts'
import { isReadSql, markAllRead, setAllStarred, setRead } from './reading-marks.ts'
import { fromNumber, toNumber } from './row-ids.ts'
import { safeKey } from './safe-text.ts'
import type { SearchBacklog } from './search-backlog.ts'
import { searchEntries } from './search-entries.ts'
import type { EntryFilter, EntryOrder, EntryStore } from './store.ts'
import { whileUnchanged } from './while-unchanged.ts'

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
