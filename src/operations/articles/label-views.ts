import type { Entity } from '../../core/annotation.ts'
import type { Correction } from '../../core/correction.ts'
import type { ArticleId, DocumentId } from '../../core/ids.ts'
import type { Quote } from '../../core/quote.ts'
import type { Span } from '../../core/span.ts'

/** A quotation with what a person needs to say who said it. */
export type QuoteToCheck = {
  readonly articleId: ArticleId
  readonly documentId: DocumentId
  readonly title: string
  readonly sourceName: string
  readonly language: string
  readonly publishedAt: string
  readonly span: Span
  /** The text from the sentence before to the sentence after, and where the quotation stands in it. */
  readonly context: { readonly text: string; readonly start: number; readonly end: number }
  /** False when a person said that it is none. */
  readonly isQuote: boolean
  readonly kind?: Quote['kind']
  readonly pattern?: Quote['pattern']
  readonly confidence?: number
  readonly speaker?: Entity
  /** Who is named in the article: the speaker is most likely one of them. */
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
  /** Corrections that do not apply: their words are gone, or a later one took their place. */
  readonly waiting: readonly Correction[]
}

export type CorrectionsView = {
  readonly corrections: readonly {
    readonly correction: Correction
    /** True while its words stand in the current text of its article. */
    readonly doesApply: boolean
    readonly title?: string
    readonly sourceName?: string
    readonly language?: string
  }[]
  readonly count: number
  readonly next?: string
}

/** The labels page: quotations to check, of one article or the least sure of all, and what was corrected already. */
export type LabelsView = CorrectionsView & {
  readonly quotes: readonly QuoteToCheck[]
  /** How many are left to check; the page shows the first of them. */
  readonly doubtfulCount: number
  readonly article?: {
    readonly id: ArticleId
    readonly title: string
    readonly sourceName: string
    readonly language: string
  }
}

/** What became of a correction; shown on the page and printed by the CLI. */
export type CorrectionResult =
  | { readonly kind: 'saved'; readonly correction: Correction }
  | { readonly kind: 'refused'; readonly message: string }

export type ImportedLabels = {
  readonly labels: number
  readonly articles: number
  /** Lines that were not taken in, each with the reason. */
  readonly skipped: readonly string[]
}
