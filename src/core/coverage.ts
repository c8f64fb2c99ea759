import type { Citation, Statement } from './citation.ts'

/**
 * How one outlet stands to one point. `left-out` is asserted only of a whole text of enough length that was published after the
 * point was known and has nothing like it; `earlier` of one that was published before; all else is `not-known`, with the reason.
 */
export type Coverage =
  | { readonly kind: 'carries'; readonly citation: Citation }
  | { readonly kind: 'left-out' }
  | { readonly kind: 'earlier' }
  | { readonly kind: 'not-known'; readonly why: Unknown }

/**
 * Why it is not known whether an outlet carries a point: its text is not held whole, is short, no news article or in another
 * language; it says something like it; or the passage that carried it no longer holds.
 */
export type Unknown = 'incomplete' | 'short' | 'other-kind' | 'other-language' | 'similar' | 'unverified'

/** A main point of a story, word for word, and how each outlet stands to it, in the order of the matrix's outlets. */
export type CoveragePoint = Statement & {
  readonly of: 'sentence' | 'figure' | 'quotation' | 'commitment'
  /** Who says the words of a quotation. */
  readonly speaker?: string
  /** When the first outlet carried it: ISO 8601. */
  readonly knownAt: string
  /** One independent report has it, and of the others all that are held whole, at least two, have nothing like it. */
  readonly isOnlyHere: boolean
  readonly cells: readonly Coverage[]
}

/** Which outlet carries which point of a story. */
export type CoverageMatrix = { readonly outlets: readonly string[]; readonly points: readonly CoveragePoint[] }
