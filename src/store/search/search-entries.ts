import { defined } from '../../core/defined.ts'
import { type ArticleId, asId, type EntryId, type SourceId, type StoryId } from '../../core/ids.ts'
import type { SearchHit } from '../articles/entries.ts'
import { htmlOf } from '../articles/entry-content.ts'
import { marksIn, snippetOf, snippetOfHtml } from '../articles/snippet.ts'
import { fromCursor, type Page, toCursor } from '../engine/cursor.ts'
import type { Engine } from '../engine/engine.ts'
import { fromNumber } from '../engine/row-ids.ts'
import { parseSearchQuery, type SearchQuery } from './search-query.ts'

/** How many of the newest matches are ranked against each other; older ones are on later pages. */
const rankedAtOnce = 600

/**
 * Best first among the newest: the newest matches are ranked by BM25 (ts_rank on PostgreSQL) and paged, then the next newest. So a
 * common word costs as much as a rare one, however large the store.
 */
export async function searchEntries(
  engine: Engine,
  text: string,
  limit: number,
  cursor: string | undefined,
): Promise<Page<SearchHit>> {
  const query = parseSearchQuery(text)
  if (!query || limit <= 0) return { rows: [] }
  const [upTo, skip] = (fromCursor(cursor, 2, 0) ?? [Number.MAX_SAFE_INTEGER, 0]).map(Number) as [number, number]
  const matches = await engine.search.matchEntries(engine.reader, query, upTo, rankedAtOnce)
  const newest = matches[0]
  const oldest = matches.at(-1)
  if (!newest || !oldest) return { rows: [] }
  const best = matches.toSorted((a, b) => a.rank - b.rank || b.sequence - a.sequence)
  const page = best.slice(skip, skip + limit).map((match) => match.sequence)
  const rows = await hitsOf(engine, page, query)
  if (skip + limit < best.length) return { rows, next: toCursor([newest.sequence, skip + limit]) }
  if (matches.length === rankedAtOnce) return { rows, next: toCursor([oldest.sequence - 1, 0]) }
  return { rows }
}

/** What a page shows of entries, in the given order; without a query their beginning. */
export async function hitsOf(
  engine: Engine,
  sequences: readonly number[],
  query: SearchQuery | undefined,
): Promise<readonly SearchHit[]> {
  if (sequences.length === 0) return []
  const wanted = query ?? []
  const rows = await engine.reader
    .selectFrom('entry')
    .innerJoin('feed', 'feed.id', 'entry.feed_id')
    .innerJoin('source', 'source.id', 'feed.source_id')
    .leftJoin('article', 'article.id', 'entry.article_id')
    .leftJoin('document', 'document.id', 'article.document_id')
    .leftJoin('membership', 'membership.article_id', 'entry.article_id')
    .select(['entry.sequence', 'entry.title', 'entry.published_at', 'entry.article_id', 'source.name', 'source.id'])
    .select(['document.text', 'membership.story_id'])
    .where(engine.isIn('entry.sequence', sequences))
    .execute()
  const htmls = await feedHtmls(
    engine,
    rows.filter((row) => row.text === null).map((row) => row.sequence),
  )
  const bySequence = new Map(rows.map((row) => [row.sequence, row]))
  return sequences.flatMap((sequence) => {
    const row = bySequence.get(sequence)
    if (!row) return []
    const { text, marks } =
      row.text === null ? snippetOfHtml(htmls.get(sequence) ?? '', wanted) : snippetOf(row.text, wanted)
    return [
      {
        entryId: fromNumber<EntryId>(sequence),
        ...defined({
          articleId: row.article_id === null ? undefined : asId<ArticleId>(row.article_id),
          storyId: row.story_id === null ? undefined : asId<StoryId>(row.story_id),
        }),
        title: row.title,
        titleMarks: query ? marksIn(row.title, query) : [],
        sourceId: fromNumber<SourceId>(row.id),
        sourceName: row.name,
        publishedAt: row.published_at,
        snippet: text,
        marks,
      },
    ]
  })
}

/** The feed's HTML of entries without an article. */
async function feedHtmls(engine: Engine, sequences: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (sequences.length === 0) return new Map()
  const rows = await engine.reader
    .selectFrom('entry_content')
    .select(['sequence', 'content_html', 'summary_html', 'packed', 'rest'])
    .where(engine.isIn('sequence', sequences))
    .execute()
  return new Map(
    rows.map((row) => {
      const { contentHtml, summaryHtml } = htmlOf(row)
      return [row.sequence, contentHtml ?? summaryHtml ?? '']
    }),
  )
}
