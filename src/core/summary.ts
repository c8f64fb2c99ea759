import type { Statement } from './citation.ts'
import type { StoryId } from './ids.ts'

/** About fifty words; three to six sentences; or about 280 words in parts. */
export const summaryLengths = ['short', 'medium', 'long'] as const
export type SummaryLength = (typeof summaryLengths)[number]

/** A sentence of a summary and the outlets that have it. For a quotation, `said` names the speaker. */
export type SummaryLine = Statement & {
  readonly outlets: readonly string[]
  readonly said?: { readonly speaker: string; readonly isDirect: boolean }
}

/** A part of a summary: what happened, who says what, the figures, what is next. */
export type SummaryPart = {
  readonly kind: 'happened' | 'said' | 'figures' | 'next'
  readonly lines: readonly [SummaryLine, ...SummaryLine[]]
}

/** An earlier story of the same storyline, with a sentence that can be understood alone, if it has one. */
export type BackgroundStep = {
  readonly id: StoryId
  readonly title: string
  readonly language: string
  readonly firstAt: string
  readonly line?: SummaryLine
}

/**
 * How a text reads: words, minutes and sentence length. A grade only where a formula exists for the language and the text is
 * long enough: Flesch–Kincaid school years for English, LIX for French.
 */
export type ReadingLevel = {
  readonly words: number
  readonly minutes: number
  readonly wordsPerSentence: number
  readonly grade?: { readonly scale: 'flesch-kincaid' | 'lix'; readonly value: number }
}
