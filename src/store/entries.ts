import { sql } from 'kysely'
import type { EntryId } from '../core/ids.ts'
import type { Engine } from './engine.ts'
import { listEntries, listPlaces } from './entry-list.ts'
import { storedEntries } from './entry-rows.ts'
import { feedScope, inScope } from './feed-scope.ts'
import { searchQuotes } from './quotes.ts'
import { markAllReadKept, undoMarkAllRead } from './read-undo.ts'
import { isReadSql, markAllRead, setRead, setStarred } from './reading-marks.ts'
import { fromNumber, toNumber } from './row-ids.ts'
import { safeKey } from './safe-text.ts'
import type { SearchBacklog } from './search-backlog.ts'
import { searchEntries } from './search-entries.ts'
import type { EntryFilter, EntryStore } from './store.ts'

/** Entries as delivered, and the reader's marks on them. */
export function entryStore(engine: Engine, backlog: SearchBacklog): EntryStore {
  return {
    list: (filter, limit, cursor, order) => listEntries(engine, filter, limit, cursor, order),
    listIds: (filter, limit, cursor) => listPlaces(engine, filter, limit, cursor),
    find: async (id) => (await storedEntries(engine, [toNumber(id)]))[0],
    async findByKey(feedId, key) {
      const row = await engine.reader
        .selectFrom('entry')
        .select('sequence')
        .where('feed_id', '=', toNumber(feedId))
        .where('key', '=', safeKey(key))
        .executeTakeFirst()
      return row && fromNumber<EntryId>(row.sequence)
    },
    findMany: (ids) => storedEntries(engine, ids.map(toNumber)),
    async setRead(ids, isRead, at) {
      if (ids.length > 0) await engine.write((tx) => setRead(engine, tx, ids, isRead, at))
    },
    setStarred: (id, isStarred, at) => engine.write((tx) => setStarred(engine, tx, id, isStarred, at)),
    markAllRead: (filter, at, undoId) =>
      engine.write(async (tx) => {
        if (undoId !== undefined) return markAllReadKept(engine, tx, filter, at, undoId)
        await markAllRead(engine, tx, filter, at)
        return 0
      }),
    undoMarkAllRead: (undoId, at) => engine.write((tx) => undoMarkAllRead(engine, tx, undoId, at)),
    unreadCount: (filter) => unreadCount(engine, filter),
    async search(query, limit, cursor) {
      await backlog.catchUp()
      return searchEntries(engine, query, limit, cursor)
    },
    searchQuotes: (query, speaker, limit) => searchQuotes(engine, query, speaker, limit),
  }
}

/** Kept counts, summed over the feeds of the filter; only the starred, which are few, are counted. */
async function unreadCount(engine: Engine, filter: EntryFilter): Promise<number> {
  if (filter.isUnread === false) return 0
  const scope = await feedScope(engine.reader, filter)
  if (filter.isStarred === undefined) return scope.unreadCount
  const starred = await engine.reader
    .selectFrom('reading_mark')
    .innerJoin('entry', 'entry.sequence', 'reading_mark.sequence')
    .innerJoin('feed', 'feed.id', 'entry.feed_id')
    .select(sql<number>`count(*)`.as('count'))
    .where('reading_mark.is_starred', '=', 1)
    .where(isReadSql, '=', 0)
    .where(inScope(filter))
    .executeTakeFirstOrThrow()
  return filter.isStarred ? starred.count : scope.unreadCount - starred.count
}
