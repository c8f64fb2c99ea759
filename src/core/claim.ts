import type { Citation } from './citation.ts'
import type { Document } from './document.ts'
import type { Annotations } from './layers.ts'
import type { Span } from './span.ts'

/** A stored sentence as a writer is given it: `number` is what it is called by, from 1. */
export type NumberedSentence = {
  readonly number: number
  readonly document: Document
  readonly annotations: Annotations
  readonly span: Span
  readonly sourceName: string
}

/** A sentence that a writer (a model, or a rule of ours) made of stored sentences, before it is checked. */
export type DraftClaim = {
  readonly text: string
  /** The numbers of the sentences it rests on. */
  readonly sentences: readonly number[]
  /** Words of one of them, letter by letter: what the claim rests on most. */
  readonly exact: string
  /** Who said it, where the claim tells what somebody said. */
  readonly speaker?: string
}

/** What a claim is held against. Each is one way in which generated news goes wrong. */
export type ClaimCheck =
  /** The sentences it names are there, and its exact words stand in one of them. */
  | 'citation'
  /** It is one plain sentence: no address, no markup, no mark of a citation of its own, no order to a reader or program. */
  | 'form'
  /** Words in quotation marks stand in a cited sentence, letter by letter. */
  | 'quotation'
  | 'number'
  | 'unit'
  | 'date'
  | 'name'
  | 'negation'
  /** Hedges, conditions and plans stay what they were: `may`, `if`, `plans to`. */
  | 'modality'
  | 'speaker'
  /** Every word that carries meaning stands in what it cites. */
  | 'support'
  /** Who did what to whom is as in one cited sentence: nothing of two facts is joined into a third. */
  | 'relation'

/** What became of a claim. */
export type ClaimVerdict =
  | { readonly kind: 'kept'; readonly statement: CheckedStatement }
  | { readonly kind: 'dropped'; readonly failed: ClaimCheck; readonly why: string }

/** A sentence of a writer that passed every check; the first citation holds its exact words. */
export type CheckedStatement = {
  readonly text: string
  readonly citations: readonly [Citation, ...Citation[]]
  readonly speaker?: string
  readonly passed: readonly ClaimCheck[]
}

/** All that a writer gave, in its order: what was kept keeps its place, and what was dropped is counted. */
export type CheckedText = {
  readonly kept: readonly CheckedStatement[]
  readonly dropped: readonly { readonly text: string; readonly failed: ClaimCheck; readonly why: string }[]
}
