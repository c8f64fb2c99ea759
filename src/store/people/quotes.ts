import type { Document } from '../../core/document.ts'
import { type ArticleId, asId, type DocumentId } from '../../core/ids.ts'
import { nth } from '../../core/nth.ts'
import type { Quote } from '../../core/quote.ts'
import type { QuoteHit } from '../articles/entries.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { parseSearchQuery } from '../search/search-query.ts'

type Quoted = { readonly document: Document; readonly quotes: readonly Quote[] }

/** Search finds only what somebody is quoted as saying: not topics, nor indirect speech without a named speaker. */
function isFindable({ kind, speaker, isTopic }: Quote): boolean {
  return !isTopic && (kind !== 'indirect' || speaker !== undefined)
}

/** Indexes the quotes of new documents. Of revised articles (`known`), only the newest text is indexed. */
export async function saveQuotes(
  engine: Engine,
  tx: Tx,
  saved: readonly Quoted[],
  known: ReadonlySet<string>,
): Promise<void> {
  if (known.size > 0) await forgetQuotes(engine, tx, [...known])
  const said = saved.flatMap(({ document, quotes }) => quotes.filter(isFindable).map((quote) => ({ document, quote })))
  const inserted = await engine.insertMany(
    tx,
    'quote',
    said.map(({ document, quote }) => ({
      document_id: document.id,
      article_id: document.articleId,
      span_start: quote.span.start,
      span_end: quote.span.end,
      speaker_id: quote.speaker?.id ?? null,
      speaker_name: quote.speaker?.name ?? null,
    })),
    { returning: ['sequence'] },
  )
  const sequences = inserted.map((row) => row.sequence).sort((a, b) => a - b)
  await engine.search.indexQuotes(
    tx,
    said.map(({ document, quote }, index) => ({
      sequence: nth(sequences, index),
      text: document.text.slice(quote.span.start, quote.span.end),
      speaker: quote.speaker?.name ?? '',
    })),
  )
}

async function forgetQuotes(engine: Engine, tx: Tx, articleIds: readonly string[]): Promise<void> {
  const old = await tx.selectFrom('quote').select('sequence').where(engine.isIn('article_id', articleIds)).execute()
  if (old.length === 0) return
  await engine.search.removeQuotes(
    tx,
    old.map((row) => row.sequence),
  )
  await tx.deleteFrom('quote').where(engine.isIn('article_id', articleIds)).execute()
}

/** Quotes by words, speaker, or both; newest first. The text is cut exactly from the document. */
export async function searchQuotes(
  engine: Engine,
  text: string,
  speaker: string | undefined,
  limit: number,
): Promise<readonly QuoteHit[]> {
  const query = parseSearchQuery(text)
  const by = speaker === undefined ? undefined : parseSearchQuery(speaker)
  if (limit <= 0 || (!query && !by)) return []
  const sequences = await engine.search.matchQuotes(engine.reader, query, by, limit)
  const rows = await engine.reader
    .selectFrom('quote')
    .innerJoin('document', 'document.id', 'quote.document_id')
    .innerJoin('article', 'article.id', 'quote.article_id')
    .innerJoin('source', 'source.id', 'article.source_id')
    .select(['quote.sequence', 'quote.article_id', 'quote.document_id', 'quote.span_start', 'quote.span_end'])
    .select(['quote.speaker_name', 'source.name', 'document.published_at', 'document.text'])
    .where(engine.isIn('quote.sequence', sequences))
    .orderBy('document.published_at', 'desc')
    .orderBy('quote.sequence', 'desc')
    .execute()
  return rows.map((row) => ({
    articleId: asId<ArticleId>(row.article_id),
    documentId: asId<DocumentId>(row.document_id),
    start: row.span_start,
    end: row.span_end,
    text: row.text.slice(row.span_start, row.span_end),
    speakerName: row.speaker_name ?? '',
    sourceName: row.name,
    publishedAt: row.published_at,
  }))
}
