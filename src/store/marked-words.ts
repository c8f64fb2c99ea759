import { type ArticleId, asId, type DocumentId } from '../core/ids.ts'
import type { TextQuote } from '../core/text-quote.ts'

/** The words of an article that somebody marked or corrected. */
type MarkedWords = {
  readonly articleId: ArticleId
  readonly documentId: DocumentId
  readonly selector: TextQuote
}

/** The same as the tables have it whose rows are about such words. */
type WordsColumns = {
  article_id: string
  document_id: string
  span_start: number
  span_end: number
  exact: string
  prefix: string
  suffix: string
}

export function toWordsColumns({ articleId, documentId, selector }: MarkedWords): WordsColumns {
  const { span, exact, prefix, suffix } = selector
  return {
    article_id: articleId,
    document_id: documentId,
    span_start: span.start,
    span_end: span.end,
    exact,
    prefix,
    suffix,
  }
}

export function toMarkedWords(row: WordsColumns): MarkedWords {
  const { exact, prefix, suffix } = row
  return {
    articleId: asId<ArticleId>(row.article_id),
    documentId: asId<DocumentId>(row.document_id),
    selector: { span: { start: row.span_start, end: row.span_end }, exact, prefix, suffix },
  }
}
