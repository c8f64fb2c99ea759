import { type ArticleId, asId, type DocumentId } from '../../core/ids.ts'
import type { TextQuote } from '../../core/text/text-quote.ts'
import type { WordsColumns } from './mark-schema.ts'

/** The words of an article that somebody marked or corrected. */
type MarkedWords = {
  readonly articleId: ArticleId
  readonly documentId: DocumentId
  readonly selector: TextQuote
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
