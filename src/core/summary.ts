import type { Statement } from './citation.ts'
import type { StoryId } from './ids.ts'

/** How much of a story is told: about fifty words, three to six sentences, or about 280 words in parts. */
export const summaryLengths = ['short', 'medium', 'long'] as const
export type SummaryLength = (typeof summaryLengths)[number]

/** One sentence of a summary with the outlets that carry it. Where it is what somebody said, `said` names who. */
export type SummaryLine = Statement & {
  readonly outlets: readonly string[]
  readonly said?: { readonly speaker: string; readonly isDirect: boolean }
}

/** A part of a summary: what happened, who says what, the figures, what is next. */
export type SummaryPart = {
  readonly kind: 'happened' | 'said' | 'figures' | 'next'
  readonly lines: readonly [SummaryLine, ...SummaryLine[]]
}

/** An earlier story on the matter of one, with a sentence of it that stands alone, where it has one. */
export type BackgroundStep = {
  readonly id: StoryId
  readonly title: string
  readonly language: string
  readonly firstAt: string
  readonly line?: SummaryLine
}

/**
 * How a text reads: words, minutes, and how long its sentences are. A grade only where a formula was made for the language and
 * there is text enough: Flesch–Kincaid school years for English, LIX for French.
 */
export type ReadingLevel = {
  readonly words: number
  readonly minutes: number
  readonly wordsPerSentence: number
  readonly grade?: { readonly scale: 'flesch-kincaid' | 'lix'; readonly value: number }
}
