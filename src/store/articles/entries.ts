import { type RawBuilder, sql } from 'kysely'
import type { FeedEntry } from '../../core/entry.ts'
import type { ArticleId, DocumentId, EntryId, FeedId, SourceId, StoryId } from '../../core/ids.ts'
import { fromCursor, type Page, pageOf } from '../engine/cursor.ts'
import type { Engine } from '../engine/engine.ts'
import { fromNumber, toNumber } from '../engine/row-ids.ts'
import { safeKey } from '../engine/safe-text.ts'
import { addMs } from '../engine/times.ts'
import { whileUnchanged } from '../engine/while-unchanged.ts'
import type { FolderScope } from '../feeds/feed-folders.ts'
import { feedScope, scopedFeeds } from '../feeds/feed-scope.ts'
import { unsaveArticlesOf } from '../library/star-saved.ts'
import { searchQuotes } from '../people/quotes.ts'
import type { SearchBacklog } from '../search/search-backlog.ts'
import { searchEntries } from '../search/search-entries.ts'
import { listEntries, listPlaces, placesIn } from './entry-list.ts'
import { entryRows, storedEntries } from './entry-rows.ts'
import {
  type EntriesOf,
  entriesOf,
  type StoriesToMark,
  type StoryReading,
  setStoriesRead,
  storyReadings,
} from './opened-entries.ts'
import { type PastEntry, savePastEntries } from './past-entries.ts'
import type { EntryPick, PickPage } from './pick-entries.ts'
import { countPicked, entriesInStories, pickEntries } from './pick-entries.ts'
import { markAllReadWithUndo, undoMarkAllRead } from './read-undo.ts'
import { isReadSql, markAllRead, setAllStarred, setRead } from './reading-marks.ts'

/** Polls that end together are written one after the other, so an entry can precede one that was fetched earlier by this much. */
const outOfOrderMs = 15 * 60_000

/** A page of ids in order of arrival, which is the order of their numbers. */
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

/** An entry that arrived before a time, such that all later arrivals come after it. Searching from the newest finds it soon. */
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

/** Cached pages of lists while nothing is written: this many, with at most this many entries, some 40 kB each. */
const cachedPages = { most: 24, entries: 60 } as const

export type EntryFilter = {
  readonly feedId?: FeedId
  readonly folder?: string
  /** `first`: only feeds whose first folder it is; `tree`: also those of its sub-folders. */
  readonly folderScope?: FolderScope
  readonly sourceId?: SourceId
  readonly isUnread?: boolean
  readonly isStarred?: boolean
  /** True: all feeds of this server; absent: those the reader subscribes to. Only entries of the latter can be unread. */
  readonly isOfServer?: boolean
  /** True: of the reader's entries with one text only the first. */
  readonly hidesCopies?: true
}

/** Filters by arrival: from one time on, and before another. ISO 8601, UTC. */
export type ArrivalFilter = EntryFilter & { readonly arrivedFrom?: string; readonly arrivedBefore?: string }

export type EntryOrder = 'newest' | 'oldest'

export type EntryRow = {
  readonly id: EntryId
  readonly feedId: FeedId
  readonly sourceId: SourceId
  readonly feedTitle: string
  readonly url?: string
  readonly title: string
  /** The first words of its plain text, at most 300 characters. */
  readonly excerpt: string
  readonly publishedAt: string
  readonly isRead: boolean
  readonly isStarred: boolean
  /** False when the reader doesn't subscribe to its feed: then it is neither read nor unread for them. */
  readonly isSubscribed: boolean
  readonly articleId?: ArticleId
  readonly storyId?: StoryId
  /** Its picture as stored, for `shownPicture`: a row is compared as it is. */
  readonly picture?: string
  /** It is a newsletter. */
  readonly isLetter?: true
  /** Its reader set its feed so that a title opens the outlet's page. */
  readonly opensOriginal?: true
  /** How many other entries in the reader's feeds have its text. */
  readonly copyCount?: number
}

export type StoredEntry = EntryRow & {
  readonly entry: FeedEntry
  readonly fetchedAt: string
  /** The reader's folder for its feed; empty: none. */
  readonly folder: string
  /** The site of its feed. */
  readonly siteUrl?: string
  /** When the reader last marked this entry individually. */
  readonly markedAt?: string
}

export type SearchHit = {
  readonly entryId: EntryId
  readonly articleId?: ArticleId
  readonly storyId?: StoryId
  readonly title: string
  /** Spans of the matched words in the title. */
  readonly titleMarks: readonly { readonly start: number; readonly end: number }[]
  readonly sourceId: SourceId
  readonly sourceName: string
  readonly publishedAt: string
  /** Plain text around the match, with the spans of the matched words in it. */
  readonly snippet: string
  readonly marks: readonly { readonly start: number; readonly end: number }[]
}

export type QuoteHit = {
  readonly articleId: ArticleId
  readonly documentId: DocumentId
  readonly start: number
  readonly end: number
  readonly text: string
  readonly speakerName: string
  readonly sourceName: string
  readonly publishedAt: string
}

/** Which feed an entry is in, and whether it was ingested as an article. */
export type EntryPlace = {
  readonly id: EntryId
  readonly feedId: FeedId
  readonly key: string
  readonly isIngested: boolean
}

/** Entries as delivered, and readers' marks on them. */
export function entryStore(engine: Engine, backlog: SearchBacklog) {
  const list = (readerId: string, filter: EntryFilter, limit: number, cursor?: string, order?: EntryOrder) =>
    listEntries(engine, readerId, filter, limit, cursor, order)
  const listCached = whileUnchanged(engine, list, cachedPages.most)
  return {
    /** Newest or oldest first; a cursor is only valid for its own order. */
    list: (
      readerId: string,
      filter: EntryFilter,
      limit: number,
      cursor?: string,
      order?: EntryOrder,
    ): Promise<Page<EntryRow>> =>
      (limit > cachedPages.entries ? list : listCached)(readerId, filter, limit, cursor, order),
    /** The same order and pages with only ids, for clients that ask for thousands. */
    listIds: (
      readerId: string,
      filter: EntryFilter,
      limit: number,
      cursor?: string,
    ): Promise<Page<{ readonly id: EntryId; readonly publishedAt: string }>> =>
      listPlaces(engine, readerId, filter, limit, cursor),
    /** The ids that match a program's query, for clients with their own order and pages. */
    async pick(readerId: string, pick: EntryPick, page: PickPage): Promise<readonly EntryId[]> {
      if (pick.words !== undefined) await backlog.catchUp()
      return pickEntries(engine, readerId, pick, page)
    },
    async countPicked(readerId: string, pick: EntryPick): Promise<number> {
      if (pick.words !== undefined) await backlog.catchUp()
      return countPicked(engine, readerId, pick)
    },
    /** The entries of stories among those the reader subscribes to, by story, in order of arrival. */
    inStories: (readerId: string, ids: readonly StoryId[]): Promise<ReadonlyMap<StoryId, readonly EntryId[]>> =>
      entriesInStories(engine, readerId, ids),
    /** Ids in order of arrival, newest first unless `order` says otherwise; a cursor is only valid for its own order. */
    listArrivals: (
      readerId: string,
      filter: ArrivalFilter,
      limit: number,
      cursor?: string,
      order?: EntryOrder,
    ): Promise<Page<EntryId>> => listArrivals(engine, readerId, filter, limit, cursor, order),
    /** Rows in the given order; unknown ids are left out. */
    rows: (readerId: string, ids: readonly EntryId[]): Promise<readonly EntryRow[]> =>
      entryRows(engine, readerId, ids.map(toNumber)),
    find: async (readerId: string, id: EntryId): Promise<StoredEntry | undefined> =>
      (await storedEntries(engine, readerId, [toNumber(id)]))[0],
    async findByKey(feedId: FeedId, key: string): Promise<EntryId | undefined> {
      const row = await engine.reader
        .selectFrom('entry')
        .select('sequence')
        .where('feed_id', '=', toNumber(feedId))
        .where('key', '=', safeKey(key))
        .executeTakeFirst()
      return row && fromNumber<EntryId>(row.sequence)
    },
    /** Many at once; unknown keys are left out. */
    findByKeys: (keys: readonly { readonly feedId: FeedId; readonly key: string }[]): Promise<readonly EntryPlace[]> =>
      findByKeys(engine, keys),
    /** Several at once, in the given order; unknown ids are left out. */
    findMany: (readerId: string, ids: readonly EntryId[]): Promise<readonly StoredEntry[]> =>
      storedEntries(engine, readerId, ids.map(toNumber)),
    /** Adds entries that the reader brings from another program to their feeds; what is there already stays. */
    savePast: (readerId: string, entries: readonly PastEntry[], at: string): Promise<ReadonlyMap<PastEntry, EntryId>> =>
      engine.write((tx) => savePastEntries(engine, tx, readerId, entries, at)),
    /** For entries of subscribed feeds; several in one write. Returns those that changed. */
    setRead: async (
      readerId: string,
      ids: readonly EntryId[],
      isRead: boolean,
      at: string,
    ): Promise<readonly EntryId[]> =>
      ids.length === 0 ? [] : engine.write((tx) => setRead(engine, tx, readerId, ids, isRead, at)),
    /** The read or unread entries of an article, of stories, or one alone, in feeds the reader subscribes to. */
    listOf: (readerId: string, of: EntriesOf, isRead: boolean): Promise<readonly EntryId[]> =>
      entriesOf(engine, readerId, of, isRead),
    /** What is read of each story; one without entries in the reader's feeds is left out. */
    storyReadings: (readerId: string, ids: readonly StoryId[]): Promise<ReadonlyMap<StoryId, StoryReading>> =>
      storyReadings(engine, readerId, ids),
    /** Marks stories and some of their entries read or unread, in one write. */
    setStoriesRead: (readerId: string, stories: StoriesToMark, at: string): Promise<void> =>
      setStoriesRead(engine, readerId, stories, at),
    /** For entries of any feed; several in one write. Without its star, an article is no longer saved. Returns those that changed. */
    async setAllStarred(
      readerId: string,
      ids: readonly EntryId[],
      isStarred: boolean,
      at: string,
    ): Promise<readonly EntryId[]> {
      if (ids.length === 0) return []
      return engine.write(async (tx) => {
        const all = isStarred ? ids : await unsaveArticlesOf(engine, tx, readerId, ids)
        return setAllStarred(
          engine,
          tx,
          readerId,
          all.map((id) => ({ id, at })),
          isStarred,
        )
      })
    },
    /** For an entry of any feed. */
    async setStarred(readerId: string, id: EntryId, isStarred: boolean, at: string): Promise<void> {
      await engine.write((tx) => setAllStarred(engine, tx, readerId, [{ id, at }], isStarred))
    },
    /** Many in one write, each with its own time; one that is already starred keeps its time. */
    async starMany(readerId: string, stars: readonly { readonly id: EntryId; readonly at: string }[]): Promise<void> {
      if (stars.length > 0) await engine.write((tx) => setAllStarred(engine, tx, readerId, stars, true))
    },
    /**
     * Marks everything read that had arrived by `at`. A watermark rather than a mass update, so it costs the same for ten entries and a
     * million. With `undoId`, the previous state is kept under that id for a day, and the result is how many became read.
     */
    markAllRead: (readerId: string, filter: EntryFilter, at: string, undoId?: string): Promise<number> =>
      engine.write(async (tx) => {
        if (undoId !== undefined) return markAllReadWithUndo(engine, tx, readerId, filter, { at, id: undoId })
        await markAllRead(engine, tx, readerId, filter, at)
        return 0
      }),
    /** Marks what was published before a time as read, whenever it arrived, and keeps the previous state; returns how many became read. */
    markOlderRead: (
      readerId: string,
      filter: EntryFilter,
      given: { readonly before: string; readonly at: string; readonly id: string },
    ): Promise<number> => engine.write((tx) => markAllReadWithUndo(engine, tx, readerId, filter, given)),
    /** Undoes one marking; what arrived or was marked since stays. Returns undefined when nothing is stored under the id. */
    undoMarkAllRead: (readerId: string, undoId: string, at: string): Promise<number | undefined> =>
      engine.write((tx) => undoMarkAllRead(engine, tx, readerId, undoId, at)),
    unreadCount: (readerId: string, filter: EntryFilter): Promise<number> => unreadCount(engine, readerId, filter),
    /** Words, "phrases", -without. Bad syntax is treated as plain words. Best match first within the newest. */
    async search(query: string, limit: number, cursor?: string): Promise<Page<SearchHit>> {
      await backlog.catchUp()
      return searchEntries(engine, query, limit, cursor)
    },
    searchQuotes: (query: string, speaker: string | undefined, limit: number): Promise<readonly QuoteHit[]> =>
      searchQuotes(engine, query, speaker, limit),
  }
}

export type EntryStore = ReturnType<typeof entryStore>

/** Stored counts, added up over the feeds of the filter; only starred entries, which are few, are counted. */
async function unreadCount(
  engine: Engine,
  readerId: string,
  { isOfServer: _, ...filter }: EntryFilter,
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

/** Entries by feed and key; unknown keys are left out. */
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
