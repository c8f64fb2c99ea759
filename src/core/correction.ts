import type { Entity } from './annotation.ts'
import type { ArticleId, CorrectionId, DocumentId } from './ids.ts'
import type { TextQuote } from './text/text-quote.ts'

/** A person's verdict on a place in a text. An absent name means that nobody can be named. */
export type Verdict =
  /** The speaker of this quotation; absent if unknown. */
  | { readonly kind: 'speaker'; readonly speaker?: Entity }
  /** These quotation marks don't enclose speech. */
  | { readonly kind: 'not-a-quote' }
  /** These words are speech, though no quotation marks say so. */
  | { readonly kind: 'quote'; readonly speaker?: Entity }
  /** What this mention names, or nothing. */
  | { readonly kind: 'name'; readonly entity?: Entity }

/**
 * What a person corrected in an article. It applies to every revision that contains its words, and is stored but unused for the
 * others. It overrides what was computed; the computed layers never change.
 */
export type Correction = {
  readonly id: CorrectionId
  readonly articleId: ArticleId
  /** The revision it was made on. */
  readonly documentId: DocumentId
  readonly selector: TextQuote
  readonly verdict: Verdict
  readonly at: string
  readonly note?: string
}
