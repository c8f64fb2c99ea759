import type { Entity } from './annotation.ts'
import type { ArticleId, CorrectionId, DocumentId } from './ids.ts'
import type { TextQuote } from './text/text-quote.ts'

/** What a person says of a place in a text. An absent name means that there is none to give. */
export type Verdict =
  /** This quotation was said by somebody, or by nobody known. */
  | { readonly kind: 'speaker'; readonly speaker?: Entity }
  /** These marks are not speech. */
  | { readonly kind: 'not-a-quote' }
  /** These are somebody's words, though nothing marked them as such. */
  | { readonly kind: 'quote'; readonly speaker?: Entity }
  /** This mention names somebody or something, or nothing at all. */
  | { readonly kind: 'name'; readonly entity?: Entity }

/**
 * What a person corrected in an article. It belongs to the article and holds on every revision in which its words are found
 * again; on the others it is kept and does not apply. It stands above what was computed, which is never changed.
 */
export type Correction = {
  readonly id: CorrectionId
  readonly articleId: ArticleId
  /** The revision it was made on. */
  readonly documentId: DocumentId
  readonly selector: TextQuote
  readonly verdict: Verdict
  /** ISO 8601, UTC. */
  readonly at: string
  readonly note?: string
}
