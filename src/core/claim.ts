import type { Citation } from './citation.ts'
import type { Document } from './document.ts'
import type { Annotations } from './layers.ts'
import type { Span } from './span.ts'

/** A stored sentence as a writer is given it; `number` counts from 1. */
export type NumberedSentence = {
  readonly number: number
  readonly document: Document
  readonly annotations: Annotations
  readonly span: Span
  readonly sourceName: string
}

/** A sentence that a writer (a model, or one of our rules) made from stored sentences, not yet checked. */
export type DraftClaim = {
  readonly text: string
  /** Numbers of the sentences it rests on. */
  readonly sentences: readonly number[]
  /** The exact words of one of them that support the claim most. */
  readonly exact: string
  /** Who said it, if the claim reports what somebody said. */
  readonly speaker?: string
}

/** The checks a claim has to pass. Each catches one way in which generated news goes wrong. */
export type ClaimCheck =
  /** The cited sentences exist, and one contains the exact words. */
  | 'citation'
  /** One plain sentence: no URL, no markup, no citation mark of its own, no instruction to a reader or program. */
  | 'form'
  /** Words in quotation marks are in a cited sentence, character by character. */
  | 'quotation'
  | 'number'
  | 'unit'
  | 'date'
  | 'name'
  | 'negation'
  /** Hedges, conditions and plans are unchanged: `may`, `if`, `plans to`. */
  | 'modality'
  | 'speaker'
  /** Every content word is in a cited sentence. */
  | 'support'
  /** Who did what to whom matches one cited sentence: two facts aren't combined into a third. */
  | 'relation'

export type ClaimVerdict =
  | { readonly kind: 'kept'; readonly statement: CheckedStatement }
  | { readonly kind: 'dropped'; readonly failed: ClaimCheck; readonly why: string }

/** A writer's sentence that passed every check; the first citation contains its exact words. */
export type CheckedStatement = {
  readonly text: string
  readonly citations: readonly [Citation, ...Citation[]]
  readonly speaker?: string
  readonly passed: readonly ClaimCheck[]
}

/** Everything a writer wrote, in order: the statements that passed, and a count of those dropped. */
export type CheckedText = {
  readonly kept: readonly CheckedStatement[]
  readonly dropped: readonly { readonly text: string; readonly failed: ClaimCheck; readonly why: string }[]
}
