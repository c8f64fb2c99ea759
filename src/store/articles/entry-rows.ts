import { type Compilable, type CompiledQuery, sql } from 'kysely'
import { defined } from '../../core/defined.ts'
import { type ArticleId, asId, type EntryId, type FeedId, type SourceId, type StoryId } from '../../core/ids.ts'
import type { Engine } from '../engine/engine.ts'
import { fromNumber } from '../engine/row-ids.ts'
import { isOpenSql } from '../feeds/open-feeds.ts'
import type { EntryRow, StoredEntry } from './entries.ts'
import { toFeedEntry } from './entry-content.ts'
import { othersInFold } from './fold-copies.ts'
import { isReadSql } from './reading-marks.ts'

/** Placeholder values while a query is built: no reader has this name, and no row these numbers. */
const someone = '\u0000'
const numbers = [-1, -2] as const
const numbersWritten = JSON.stringify(numbers)

/**
 * A query over one reader and a list of numbers that is built once per database and then only gets new values: building one with
 * many columns takes longer than running it. `build` may use its values only as values.
 */
function builtQuery<Row>(
  build: (engine: Engine, readerId: string, numbers: readonly number[]) => Compilable<Row>,
): (engine: Engine, readerId: string, numbers: readonly number[]) => Promise<readonly Row[]> {
  const known = new WeakMap<Engine, CompiledQuery<Row>>()
  return async (engine, readerId, given) => {
    const built = known.get(engine) ?? build(engine, someone, numbers).compile()
    known.set(engine, built)
    const parameters = built.parameters.map((value) => {
      if (value === someone) return readerId
      if (value === numbersWritten) return JSON.stringify(given)
      return Array.isArray(value) && JSON.stringify(value) === numbersWritten ? given : value
    })
    const { rows } = await engine.reader.executeQuery<Row>({ ...built, parameters })
    return rows
  }
}

/** This many rows are cached, about a kilobyte each with what pages derive from them. */
const mostKnown = 500
const known = new WeakMap<Engine, Map<string, EntryRow>>()

/** A reader's rows of entries, in the given order. A row that hasn't changed since it was last read is the same object. */
export async function entryRows(
  engine: Engine,
  readerId: string,
  sequences: readonly number[],
): Promise<readonly EntryRow[]> {
  if (sequences.length === 0) return []
  const rows = await rowsQuery(engine, readerId, sequences)
  const bySequence = new Map(rows.map((row) => [row.sequence, row]))
  return sequences.flatMap((sequence) => {
    const row = bySequence.get(sequence)
    return row ? [asKnown(engine, readerId, toEntryRow(row))] : []
  })
}

/** The previously read row if nothing in it changed, so that what was derived from it can be reused. */
function asKnown(engine: Engine, readerId: string, row: EntryRow): EntryRow {
  const rows = known.get(engine) ?? new Map<string, EntryRow>()
  known.set(engine, rows)
  const key = `${row.id} ${readerId}`
  const before = rows.get(key)
  if (before && isSame(before, row)) return before
  if (rows.size >= mostKnown) rows.clear()
  rows.set(key, row)
  return row
}

function isSame(one: EntryRow, other: EntryRow): boolean {
  const names = Object.keys(one) as (keyof EntryRow)[]
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name])
}

/** Entries with everything they were delivered with, in the given order. */
export async function storedEntries(
  engine: Engine,
  readerId: string,
  sequences: readonly number[],
): Promise<readonly StoredEntry[]> {
  if (sequences.length === 0) return []
  const rows = await contentQuery(engine, readerId, sequences)
  const bySequence = new Map(rows.map((row) => [row.sequence, row]))
  return sequences.flatMap((sequence) => {
    const row = bySequence.get(sequence)
    if (!row) return []
    const { fetched_at, folder, site_url, marked_at } = row
    return [
      {
        ...toEntryRow(row),
        entry: toFeedEntry(row),
        fetchedAt: fetched_at,
        folder: folder ?? '',
        ...defined({ siteUrl: site_url ?? undefined, markedAt: marked_at ?? undefined }),
      },
    ]
  })
}

/** A plain sitemap has no titles; once the page was read, the entry gets its article's title. */
const titleSql = sql<string>`case when entry.title = '' and feed.intake = 'sitemap'
  then coalesce((select article.title from article where article.id = entry.article_id), '') else entry.title end`

function selectEntries(engine: Engine, readerId: string) {
  return engine.reader
    .selectFrom('entry')
    .innerJoin('feed', 'feed.id', 'entry.feed_id')
    .leftJoin('subscription', (join) =>
      join.onRef('subscription.feed_id', '=', 'entry.feed_id').on('subscription.reader_id', '=', readerId),
    )
    .leftJoin('reading_mark', (join) =>
      join.onRef('reading_mark.sequence', '=', 'entry.sequence').on('reading_mark.reader_id', '=', readerId),
    )
    .leftJoin('membership', 'membership.article_id', 'entry.article_id')
    .select(['entry.sequence', 'entry.feed_id', 'entry.url', 'entry.excerpt', 'entry.published_at', 'entry.picture'])
    .select(titleSql.as('title'))
    .select(['entry.article_id', 'feed.source_id', 'feed.intake', 'membership.story_id', 'subscription.read_count'])
    .select('subscription.opens_original')
    .select(sql<string>`coalesce(subscription.title, feed.title)`.as('feed_title'))
    .select(['reading_mark.is_starred', isReadSql.as('is_read')])
    .select(
      sql<number>`case when entry.fold is null then 0 else (select count(*) ${othersInFold(readerId)}) end`.as(
        'copy_count',
      ),
    )
    .where(isOpenSql)
}

const rowsQuery = builtQuery((engine, readerId, sequences) =>
  selectEntries(engine, readerId).where(engine.isIn('entry.sequence', sequences)),
)

const contentQuery = builtQuery((engine, readerId, sequences) =>
  selectEntries(engine, readerId)
    .innerJoin('entry_content', 'entry_content.sequence', 'entry.sequence')
    .select(['entry.fetched_at', 'entry.key', 'entry_content.content_html', 'entry_content.summary_html'])
    .select(['entry_content.packed', 'entry_content.rest', 'reading_mark.at as marked_at'])
    .select(['subscription.folder', 'feed.site_url'])
    .where(engine.isIn('entry.sequence', sequences)),
)

type EntryColumns = Awaited<ReturnType<ReturnType<typeof selectEntries>['execute']>>[number]

function toEntryRow(row: EntryColumns): EntryRow {
  return {
    id: fromNumber<EntryId>(row.sequence),
    feedId: fromNumber<FeedId>(row.feed_id),
    sourceId: fromNumber<SourceId>(row.source_id),
    feedTitle: row.feed_title,
    ...defined({ url: row.url ?? undefined }),
    title: row.title,
    excerpt: row.excerpt,
    publishedAt: row.published_at,
    isRead: row.is_read === 1,
    isStarred: row.is_starred === 1,
    isSubscribed: row.read_count !== null,
    ...defined({
      articleId: row.article_id === null ? undefined : asId<ArticleId>(row.article_id),
      storyId: row.story_id === null ? undefined : asId<StoryId>(row.story_id),
      picture: row.picture ?? undefined,
      isLetter: row.intake === 'mail' ? (true as const) : undefined,
      opensOriginal: row.opens_original === 1 ? (true as const) : undefined,
      copyCount: Number(row.copy_count) || undefined,
    }),
  }
}
