import type { Entity } from '../../core/annotation.ts'
import type { Correction } from '../../core/correction.ts'
import type { ArticleId, DocumentId } from '../../core/ids.ts'
import type { Quote } from '../../core/quote.ts'
import type { Span } from '../../core/span.ts'

/** A quotation with what a person needs to identify its speaker. */
export type QuoteToCheck = {
  readonly articleId: ArticleId
  readonly documentId: DocumentId
  readonly title: string
  readonly sourceName: string
  readonly language: string
  readonly publishedAt: string
  readonly span: Span
  /** The text from the sentence before to the sentence after, and the quotation's place in it. */
  readonly context: { readonly text: string; readonly start: number; readonly end: number }
  /** False when a person marked it as no quotation. */
  readonly isQuote: boolean
  readonly kind?: Quote['kind']
  readonly pattern?: Quote['pattern']
  readonly confidence?: number
  readonly speaker?: Entity
  /** The people and organizations named in the article, among whom the speaker usually is. */
  readonly names: readonly Entity[]
  readonly correction?: Correction
}

export type DoubtfulView = { readonly quotes: readonly QuoteToCheck[]; readonly count: number }

export type ArticleQuotesView = {
  readonly articleId: ArticleId
  readonly documentId: DocumentId
  readonly title: string
  readonly sourceName: string
  readonly language: string
  readonly text: string
  readonly quotes: readonly QuoteToCheck[]
  /** Corrected names. */
  readonly names: readonly Correction[]
  /** Corrections that don't apply: their words are gone, or a later one replaced them. */
  readonly waiting: readonly Correction[]
}

export type CorrectionsView = {
  readonly corrections: readonly {
    readonly correction: Correction
    /** True while its words are in the current text of its article. */
    readonly doesApply: boolean
    readonly title?: string
    readonly sourceName?: string
    readonly language?: string
  }[]
  readonly count: number
  readonly next?: string
}

/** The labels page: quotations to check, of one article or the least certain of all, and earlier corrections. */
export type LabelsView = CorrectionsView & {
  readonly quotes: readonly QuoteToCheck[]
  /** How many are left to check; the page shows only the first. */
  readonly doubtfulCount: number
  readonly article?: {
    readonly id: ArticleId
    readonly title: string
    readonly sourceName: string
    readonly language: string
  }
}

/** The result of a correction, for pages and the command line. */
export type CorrectionResult =
  | { readonly kind: 'saved'; readonly correction: Correction }
  | { readonly kind: 'refused'; readonly message: string }

export type ImportedLabels = {
  readonly labels: number
  readonly articles: number
  /** Lines not imported, with the reasons. */
  readonly skipped: readonly string[]
}
