import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { defined } from '../../core/defined.ts'
import type { EntryId, FeedId } from '../../core/ids.ts'
import { asId, type StoryId } from '../../core/ids.ts'
import type { Engine } from '../engine/engine.ts'
import { fromNumber, toNumber } from '../engine/row-ids.ts'
import { type FolderScope, isInFolder } from '../feeds/feed-folders.ts'
import { feedScope } from '../feeds/feed-scope.ts'
import { parseSearchQuery } from '../search/search-query.ts'
import { isReadSql } from './reading-marks.ts'

const changedAt = sql`case when reading_mark.at > entry.fetched_at then reading_mark.at else entry.fetched_at end`

const sorts: Readonly<Record<PickPage['sort'], RawBuilder<unknown>>> = {
  number: sql`entry.sequence`,
  published: sql`entry.published_at`,
  title: sql`entry.title`,
  folder: sql`subscription.folder`,
  read: isReadSql,
  changed: changedAt,
}

/** A page of ids that match, in the given order. */
export async function pickEntries(
  engine: Engine,
  readerId: string,
  pick: EntryPick,
  { sort, isDescending, limit, offset }: PickPage,
): Promise<readonly EntryId[]> {
  const direction = isDescending ? sql`desc` : sql`asc`
  const matches = await matching(engine, readerId, pick.words)
  const found = await sql<{ sequence: number }>`
    select entry.sequence as sequence ${from(engine, readerId, pick, matches)}
    order by ${sorts[sort]} ${direction}, entry.sequence ${direction} limit ${limit} offset ${offset}`.execute(
    engine.reader,
  )
  return found.rows.map(({ sequence }) => fromNumber<EntryId>(sequence))
}

/** How many match. Uses stored counts where they exist. */
export async function countPicked(engine: Engine, readerId: string, pick: EntryPick): Promise<number> {
  const { feedId, folder, folderScope, isRead, ...others } = pick
  if (Object.values(others).every((given) => given === undefined)) {
    const scope = defined({ feedId, folder, folderScope })
    const { entryCount, unreadCount } = await feedScope(engine, readerId, scope)
    return isRead === undefined ? entryCount : isRead ? entryCount - unreadCount : unreadCount
  }
  const matches = await matching(engine, readerId, pick.words)
  const found = await sql<{ count: number }>`
    select count(*) as count ${from(engine, readerId, pick, matches)}`.execute(engine.reader)
  return found.rows[0]?.count ?? 0
}

/** The entries of stories among those a reader subscribes to, by story, in order of arrival. */
export async function entriesInStories(
  engine: Engine,
  readerId: string,
  ids: readonly StoryId[],
): Promise<ReadonlyMap<StoryId, readonly EntryId[]>> {
  if (ids.length === 0) return new Map()
  const rows = await engine.reader
    .selectFrom('membership')
    .innerJoin('entry', 'entry.article_id', 'membership.article_id')
    .innerJoin('subscription', 'subscription.feed_id', 'entry.feed_id')
    .select(['membership.story_id', 'entry.sequence'])
    .where('subscription.reader_id', '=', readerId)
    .where(engine.isIn('membership.story_id', ids))
    .orderBy('entry.sequence')
    .execute()
  const byStory = Map.groupBy(rows, (row) => asId<StoryId>(row.story_id))
  return new Map([...byStory].map(([id, own]) => [id, own.map(({ sequence }) => fromNumber<EntryId>(sequence))]))
}

/**
 * The newest of the reader's own entries with these words: filtered before the limit, so that other people's matches don't use it
 * up. Entries that share an article count separately.
 */
async function matching(
  engine: Engine,
  readerId: string,
  words: string | undefined,
): Promise<readonly number[] | undefined> {
  if (words === undefined) return undefined
  const query = parseSearchQuery(words)
  if (!query) return []
  const isOwn = (sequence: RawBuilder<unknown>) => sql<SqlBool>`(exists (
      select 1 from entry as own join subscription on subscription.feed_id = own.feed_id
      where own.sequence = ${sequence} and subscription.reader_id = ${readerId})
    or exists (select 1 from reading_mark as mark
      where mark.sequence = ${sequence} and mark.reader_id = ${readerId} and mark.is_starred = 1))`
  const found = await engine.search.matchEntries(engine.reader, query, Number.MAX_SAFE_INTEGER, mostFound, isOwn)
  return found.map(({ sequence }) => sequence)
}

/**
 * The tables, in the order that reads least, and the conditions. SQLite keeps the order of a cross join: from the stars, from one
 * feed or folder, or entry by entry in the given order, which stops at the limit.
 */
function from(
  engine: Engine,
  readerId: string,
  pick: EntryPick,
  matches: readonly number[] | undefined,
): RawBuilder<unknown> {
  const ofReader = sql`subscription.reader_id = ${readerId} and subscription.feed_id = entry.feed_id`
  const marks = sql`left join reading_mark
    on reading_mark.sequence = entry.sequence and reading_mark.reader_id = ${readerId}`
  const matchesAll = conditions(engine, pick, matches)
  if (pick.isStarred === true)
    return sql`from reading_mark cross join entry left join subscription on ${ofReader}
      where reading_mark.reader_id = ${readerId} and reading_mark.is_starred = 1
        and entry.sequence = reading_mark.sequence and ${matchesAll}`
  // A query by number or words may include starred entries of feeds the reader left.
  if (pick.ids !== undefined || matches !== undefined)
    return sql`from entry left join subscription on ${ofReader} ${marks}
      where (subscription.feed_id is not null or reading_mark.is_starred = 1) and ${matchesAll}`
  const isNarrow = pick.feedId !== undefined || pick.folder !== undefined
  const tables = isNarrow ? sql`subscription cross join entry` : sql`entry cross join subscription`
  return sql`from ${tables} ${marks} where ${ofReader} and ${matchesAll}`
}

function conditions(engine: Engine, pick: EntryPick, matches: readonly number[] | undefined): RawBuilder<unknown> {
  const { ids, afterId, beforeId, feedId, folder, isRead, isStarred } = pick
  const when = (value: string | undefined, condition: (value: string) => RawBuilder<unknown>) =>
    value === undefined ? [] : [condition(value)]
  const all = [
    ...(ids === undefined ? [] : [engine.isIn('entry.sequence', ids.map(toNumber))]),
    ...(matches === undefined ? [] : [engine.isIn('entry.sequence', matches)]),
    ...when(afterId, (id) => sql`entry.sequence > ${toNumber(id as EntryId)}`),
    ...when(beforeId, (id) => sql`entry.sequence < ${toNumber(id as EntryId)}`),
    ...(feedId === undefined ? [] : [sql`entry.feed_id = ${toNumber(feedId)}`]),
    ...when(folder, (name) => isInFolder(name, pick.folderScope)),
    ...(isRead === undefined ? [] : [sql`${isReadSql} = ${isRead ? 1 : 0}`]),
    ...(isStarred === undefined ? [] : [sql`coalesce(reading_mark.is_starred, 0) = ${isStarred ? 1 : 0}`]),
    ...(pick.isWithoutHidden
      ? [
          sql`not exists (select 1 from folder_number as hidden where hidden.reader_id = subscription.reader_id
            and hidden.name = subscription.folder and hidden.is_hidden = 1)`,
        ]
      : []),
    ...when(pick.publishedAfter, (at) => sql`entry.published_at > ${at}`),
    ...when(pick.publishedBefore, (at) => sql`entry.published_at < ${at}`),
    ...when(pick.changedAfter, (at) => sql`${changedAt} > ${at}`),
    ...when(pick.changedBefore, (at) => sql`${changedAt} < ${at}`),
  ]
  return all.length === 0 ? sql`1 = 1` : sql.join(all, sql` and `)
}

/**
 * A program's query over the entries a reader subscribes to or starred; all given conditions must match. Ids ascend in order of
 * arrival. Times are ISO 8601, UTC, both ends excluded.
 */
export type EntryPick = {
  readonly ids?: readonly EntryId[]
  readonly afterId?: EntryId
  readonly beforeId?: EntryId
  readonly feedId?: FeedId
  readonly folder?: string
  /** `first`: only feeds whose first folder it is; `tree`: also those of its sub-folders. */
  readonly folderScope?: FolderScope
  readonly isRead?: boolean
  readonly isStarred?: boolean
  readonly publishedAfter?: string
  readonly publishedBefore?: string
  /** When it arrived, or was last marked individually. */
  readonly changedAfter?: string
  readonly changedBefore?: string
  /** Excludes folders that the reader hid from lists of everything. */
  readonly isWithoutHidden?: true
  /** Only the newest of the reader's own entries whose text matches, at most `mostFound`. */
  readonly words?: string
}

/** How many of the newest word matches are considered. */
const mostFound = 2_000

/** The sort orders of picked entries. */
export const pickSorts = ['number', 'published', 'title', 'folder', 'read', 'changed'] as const

export type PickPage = {
  readonly sort: (typeof pickSorts)[number]
  readonly isDescending: boolean
  readonly limit: number
  readonly offset: number
}
