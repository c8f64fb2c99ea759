import type { Citation, Statement } from './citation.ts'
import type { DocumentId } from './ids.ts'
import type { Span } from './span.ts'

/**
 * How one outlet covers one point. `left-out` is asserted only of a complete, long enough text that was published after the
 * point was known and has nothing like it; `earlier` of one published before that; everything else is `not-known`, with the
 * reason.
 */
export type Coverage =
  | { readonly kind: 'carries'; readonly citation: Citation }
  | { readonly kind: 'left-out' }
  | { readonly kind: 'earlier' }
  | { readonly kind: 'not-known'; readonly why: UnknownReason }

/**
 * Why coverage is unknown: the text isn't complete, is too short, isn't a news article or is in another language; it has
 * something similar; or the passage that carried the point no longer matches.
 */
export type UnknownReason = 'incomplete' | 'short' | 'other-kind' | 'other-language' | 'similar' | 'unverified'

/** A main point of a story, word for word, and each outlet's coverage of it, in the order of `outlets` in the matrix. */
export type CoveragePoint = Statement & {
  readonly of: 'sentence' | 'figure' | 'quotation' | 'commitment'
  /** The speaker, for a quotation. */
  readonly speaker?: string
  /** When the first outlet published it: ISO 8601. */
  readonly knownAt: string
  /** Exactly one independent report has it; of the others, at least two texts are complete and none of them has anything like it. */
  readonly isOnlyHere: boolean
  readonly cells: readonly Coverage[]
}

export type CoverageMatrix = { readonly outlets: readonly string[]; readonly points: readonly CoveragePoint[] }

/** One use of a word: by whom, in which whole headline or sentence, and where in it. */
export type WordUse = {
  readonly outlet: string
  readonly documentId: DocumentId
  /** A headline, if the passage is one. */
  readonly title?: string
  /** Otherwise a sentence of the text. */
  readonly citation?: Citation
  /** Of the word, within the passage. */
  readonly span: Span
}

/** A word some outlets use; each outlet is listed once. */
export type ChosenWord = { readonly word: string; readonly uses: readonly [WordUse, ...WordUse[]] }

/** Words that replace one another in passages otherwise alike; the outlets of each use none of the others there. */
export type WordChoice = { readonly words: readonly ChosenWord[] }
