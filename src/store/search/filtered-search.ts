import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type ArticleId, asId, type DocumentId, type SourceId, type StoryId } from '../../core/ids.ts'
import { primaryLanguage } from '../../core/text/primary-language.ts'
import type { QuoteHit, SearchHit } from '../articles/entries.ts'
import { marksIn } from '../articles/snippet.ts'
import type { Engine } from '../engine/engine.ts'
import { fromNumber, toNumber } from '../engine/row-ids.ts'
import { whileUnchanged } from '../engine/while-unchanged.ts'
import { documentsOf, type FoundSequences, findPhrases, type PhraseSearch } from './find-phrases.ts'
import type { SearchBacklog } from './search-backlog.ts'
import { hitsOf } from './search-entries.ts'
import type { MatchFilter } from './search-index.ts'
import { parseSearchQuery, plain } from './search-query.ts'

/**
 * Cached until the next write, for paging and switching tabs in a search: this many searches with up to this many matches (some 100
 * kB each), and this many pages with up to this many hits (some 25 kB each).
 */
const kept = { searches: 8, matches: 400, pages: 20, hits: 40 } as const

/** The filters of a search; all given ones must match. Times are ISO 8601, the start included, the end excluded. */
export type SearchFilter = {
  readonly from?: string
  readonly until?: string
  /** Two or three letters: `ar`. */
  readonly language?: string
  readonly sourceIds?: readonly SourceId[]
  readonly section?: string
  /** Only what arrived after this time. */
  readonly fetchedAfter?: string
}

/** A match before it is shown; a smaller rank is better. An article in several feeds is one match. */
export type EntryMatch = {
  readonly sequence: number
  readonly rank: number
  readonly articleId?: ArticleId
  readonly storyId?: StoryId
  readonly publishedAt: string
  readonly language: string
  readonly source: { readonly id: SourceId; readonly name: string }
  readonly section?: string
}

/** The newest matches, up to the limit; `isCut` when there are more. */
export type NewestMatches<Item> = { readonly rows: readonly Item[]; readonly isCut: boolean }

export type QuoteMatch = QuoteHit & {
  readonly language: string
  /** Spans of the searched words in the text. */
  readonly marks: readonly { readonly start: number; readonly end: number }[]
}

/** Searches with filters by time, language, outlet and section; the same on both databases. */
export function searchStore(engine: Engine, backlog: SearchBacklog) {
  const matching = (text: string, filter: SearchFilter, limit: number) => findMatches(engine, text, filter, limit)
  const cachedMatches = whileUnchanged(engine, matching, kept.searches)
  const quotes = (text: string, speaker: string | undefined, filter: SearchFilter, limit: number) =>
    findQuotes(engine, text, speaker, filter, limit)
  const cachedQuotes = whileUnchanged(engine, quotes, kept.searches)
  const hits = (sequences: readonly number[], text: string) => hitsOf(engine, sequences, parseSearchQuery(text))
  const cachedHits = whileUnchanged(engine, hits, kept.pages)
  return {
    /** Articles and entries with matching text; without words, everything that passes the filter. */
    async entries(text: string, filter: SearchFilter, limit: number): Promise<NewestMatches<EntryMatch>> {
      await backlog.catchUp()
      return (limit > kept.matches ? matching : cachedMatches)(text, filter, limit)
    },

    /** The entries of these articles. */
    async entriesOf(articleIds: readonly ArticleId[]): Promise<readonly EntryMatch[]> {
      if (articleIds.length === 0) return []
      return onceEach(await factsOf(engine, engine.isIn('entry.article_id', articleIds)))
    },

    /** Quotes by words, speaker, or both. */
    quotes: (
      text: string,
      speaker: string | undefined,
      filter: SearchFilter,
      limit: number,
    ): Promise<NewestMatches<QuoteMatch>> =>
      (limit > kept.matches ? quotes : cachedQuotes)(text, speaker, filter, limit),
    /**
     * For each search, a list of phrases, the entries and the quotes with all of them: the oldest, up to the limit. Never cached: what
     * somebody pastes is not kept.
     */
    phrases: (searches: readonly PhraseSearch[], limit: number) => findPhrases(engine, backlog, searches, limit),
    documentsOf: (found: FoundSequences) => documentsOf(engine, found),
    /** What a page shows of matches, in the given order. */
    hits: (sequences: readonly number[], text: string): Promise<readonly SearchHit[]> =>
      (sequences.length > kept.hits ? hits : cachedHits)(sequences, text),

    /** Outlets whose name contains the words. */
    async sourcesNamed(name: string): Promise<readonly { readonly id: SourceId; readonly name: string }[]> {
      const letters = engine.reader.selectFrom('feed').select('source_id').where('intake', '=', 'mail')
      const rows = await engine.reader
        .selectFrom('source')
        .select(['id', 'name'])
        .where('id', 'not in', letters)
        .execute()
      const wanted = plain(name).split(/\s+/).filter(Boolean)
      return rows
        .filter((row) => wanted.every((word) => plain(row.name).includes(word)))
        .map((row) => ({ id: fromNumber<SourceId>(row.id), name: row.name }))
    },
  }
}

export type SearchStore = ReturnType<typeof searchStore>

/** The newest entries that match text and filter, each article once. */
async function findMatches(
  engine: Engine,
  text: string,
  filter: SearchFilter,
  limit: number,
): Promise<NewestMatches<EntryMatch>> {
  const query = parseSearchQuery(text)
  if (filter.sourceIds?.length === 0 || (!query && text.trim() !== '')) return { rows: [], isCut: false }
  const only = entryFilter(engine, filter)
  const matches = query
    ? await engine.search.matchEntries(engine.reader, query, Number.MAX_SAFE_INTEGER, limit + 1, only)
    : only
      ? await newestEntries(engine, only, limit + 1)
      : []
  const newest = matches.slice(0, limit)
  const ranks = new Map(newest.map(({ sequence, rank }) => [sequence, rank]))
  const which = engine.isIn('entry.sequence', [...ranks.keys()])
  return {
    rows: onceEach(await factsOf(engine, which, ranks)),
    isCut: matches.length > limit,
  }
}

/** The condition on an entry's sequence; undefined without filters. Looked up by key, so that it is cheap for each match. */
function entryFilter(engine: Engine, filter: SearchFilter): MatchFilter | undefined {
  const { from, until, language, sourceIds, section, fetchedAfter } = filter
  const tests: RawBuilder<unknown>[] = [
    ...(from === undefined ? [] : [sql`e.published_at >= ${from}`]),
    ...(until === undefined ? [] : [sql`e.published_at < ${until}`]),
    ...(fetchedAfter === undefined ? [] : [sql`e.fetched_at > ${fetchedAfter}`]),
    ...(sourceIds === undefined ? [] : [sql`${engine.isIn('f.source_id', sourceIds.map(toNumber))}`]),
    ...(language === undefined
      ? []
      : [
          sql`lower(substr(coalesce(d.language, f.language, ''), 1, ${language.length + 1})) in (${language}, ${`${language}-`}, ${`${language}_`})`,
        ]),
    ...(section === undefined ? [] : [sql`s.section = ${section}`]),
  ]
  if (tests.length === 0) return undefined
  const document =
    language === undefined
      ? sql``
      : sql`left join article a on a.id = e.article_id left join document d on d.id = a.document_id`
  const story =
    section === undefined
      ? sql``
      : sql`join membership m on m.article_id = e.article_id join story s on s.id = m.story_id`
  return (sequence) => sql<SqlBool>`exists (select 1 from entry e join feed f on f.id = e.feed_id ${document} ${story}
    where e.sequence = ${sequence} and ${sql.join(tests, sql` and `)})`
}

async function newestEntries(engine: Engine, only: MatchFilter, limit: number) {
  const rows = await engine.reader
    .selectFrom('entry')
    .select('sequence')
    // Newsletters belong to one reader: shared search doesn't find them.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('feed').select('feed.id').whereRef('feed.id', '=', 'entry.feed_id').where('intake', '=', 'mail'),
        ),
      ),
    )
    .where(only(sql.ref('entry.sequence')))
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ sequence }) => ({ sequence: Number(sequence), rank: 0 }))
}

type Outlet = { readonly source: EntryMatch['source']; readonly language: string }

/** The outlets of these feeds. Read separately from the matches, which outnumber their feeds and need no other feed data. */
async function findOutlets(engine: Engine, feedIds: ReadonlySet<number>): Promise<ReadonlyMap<number, Outlet>> {
  type Row = {
    readonly id: number
    readonly source_id: number
    readonly name: string
    readonly language: string | null
  }
  const { rows } = await sql<Row>`select feed.id, feed.source_id, source.name, feed.language
    from feed ${engine.narrowFeed} cross join source
    where source.id = feed.source_id and ${engine.isIn('feed.id', [...feedIds])}`.execute(engine.reader)
  return new Map(
    rows.map(({ id, source_id, name, language }) => [
      id,
      { source: { id: fromNumber<SourceId>(source_id), name }, language: primaryLanguage(language ?? 'und') },
    ]),
  )
}

async function factsOf(
  engine: Engine,
  which: RawBuilder<SqlBool>,
  ranks?: ReadonlyMap<number, number>,
): Promise<readonly EntryMatch[]> {
  const rows = await engine.reader
    .selectFrom('entry')
    .leftJoin('article', 'article.id', 'entry.article_id')
    .leftJoin('document', 'document.id', 'article.document_id')
    .leftJoin('membership', 'membership.article_id', 'entry.article_id')
    .leftJoin('story', 'story.id', 'membership.story_id')
    .select(['entry.sequence', 'entry.article_id', 'entry.published_at', 'entry.feed_id'])
    .select(['document.language', 'membership.story_id', 'story.section'])
    .where(which)
    .execute()
  const outlets = await findOutlets(engine, new Set(rows.map((row) => row.feed_id)))
  const found: EntryMatch[] = []
  for (const row of rows) {
    const outlet = outlets.get(row.feed_id)
    // Its feed was deleted meanwhile.
    if (!outlet) continue
    const fact: { -readonly [Field in keyof EntryMatch]: EntryMatch[Field] } = {
      sequence: row.sequence,
      rank: ranks?.get(row.sequence) ?? 0,
      publishedAt: row.published_at,
      language: row.language === null ? outlet.language : primaryLanguage(row.language),
      source: outlet.source,
    }
    if (row.article_id !== null) fact.articleId = asId<ArticleId>(row.article_id)
    if (row.story_id !== null) fact.storyId = asId<StoryId>(row.story_id)
    if (row.section !== null) fact.section = row.section
    found.push(fact)
  }
  return found
}

/** The best entry of each article, newest on ties. */
function onceEach(rows: readonly EntryMatch[]): readonly EntryMatch[] {
  const seen = new Set<string>()
  return rows
    .toSorted((a, b) => a.rank - b.rank || b.sequence - a.sequence)
    .filter(({ articleId }) => articleId === undefined || (!seen.has(articleId) && seen.add(articleId)))
}

async function findQuotes(
  engine: Engine,
  text: string,
  speaker: string | undefined,
  filter: SearchFilter,
  limit: number,
): Promise<{ readonly rows: readonly QuoteMatch[]; readonly isCut: boolean }> {
  const query = parseSearchQuery(text)
  const by = speaker === undefined ? undefined : parseSearchQuery(speaker)
  const isNothing = (!query && !by) || (!query && text.trim() !== '') || (speaker !== undefined && !by)
  if (isNothing || filter.sourceIds?.length === 0) return { rows: [], isCut: false }
  const only = quoteFilter(engine, filter)
  const sequences = await engine.search.matchQuotes(engine.reader, query, by, limit + 1, only)
  if (sequences.length === 0) return { rows: [], isCut: false }
  const rows = await engine.reader
    .selectFrom('quote')
    .innerJoin('document', 'document.id', 'quote.document_id')
    .innerJoin('article', 'article.id', 'quote.article_id')
    .innerJoin('source', 'source.id', 'article.source_id')
    .select(['quote.sequence', 'quote.article_id', 'quote.document_id', 'quote.span_start', 'quote.span_end'])
    .select(['quote.speaker_name', 'source.name', 'document.published_at', 'document.language'])
    .select('document.text')
    .where(engine.isIn('quote.sequence', sequences.slice(0, limit)))
    .orderBy('document.published_at', 'desc')
    .orderBy('quote.sequence', 'desc')
    .execute()
  return {
    isCut: sequences.length > limit,
    rows: rows.map((row) => {
      const words = row.text.slice(row.span_start, row.span_end)
      return {
        articleId: asId<ArticleId>(row.article_id),
        documentId: asId<DocumentId>(row.document_id),
        start: row.span_start,
        end: row.span_end,
        text: words,
        speakerName: row.speaker_name ?? '',
        sourceName: row.name,
        publishedAt: row.published_at,
        language: row.language,
        marks: query ? marksIn(words, query) : [],
      }
    }),
  }
}

function quoteFilter(engine: Engine, filter: SearchFilter): MatchFilter | undefined {
  const { from, until, language, sourceIds, section, fetchedAfter } = filter
  const tests: RawBuilder<unknown>[] = [
    ...(from === undefined ? [] : [sql`d.published_at >= ${from}`]),
    ...(until === undefined ? [] : [sql`d.published_at < ${until}`]),
    ...(fetchedAfter === undefined ? [] : [sql`d.at > ${fetchedAfter}`]),
    ...(sourceIds === undefined ? [] : [sql`${engine.isIn('a.source_id', sourceIds.map(toNumber))}`]),
    ...(language === undefined
      ? []
      : [
          sql`lower(substr(d.language, 1, ${language.length + 1})) in (${language}, ${`${language}-`}, ${`${language}_`})`,
        ]),
    ...(section === undefined ? [] : [sql`s.section = ${section}`]),
  ]
  if (tests.length === 0) return undefined
  const story =
    section === undefined
      ? sql``
      : sql`join membership m on m.article_id = q.article_id join story s on s.id = m.story_id`
  return (sequence) => sql<SqlBool>`exists (select 1 from quote q join document d on d.id = q.document_id
    join article a on a.id = q.article_id ${story} where q.sequence = ${sequence} and ${sql.join(tests, sql` and `)})`
}
