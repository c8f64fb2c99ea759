import type { Annotation } from './annotation.ts'
import type { Party } from './party.ts'
import type { Span } from './span.ts'

/** How much somebody binds himself: his own word, an agreement with others, an offer, or what is told of as planned. */
export type CommitmentKind = 'promise' | 'agreement' | 'offer' | 'plan'

/** Somebody's commitment as one sentence states it. `span` runs from the one who promises to the end of what is promised. */
export type StatedCommitment = Annotation & {
  readonly kind: CommitmentKind
  /** Who will do it; several when they promise together. */
  readonly agents: readonly [Party, ...Party[]]
  /** `pledged`, `will`. */
  readonly cue: Span
  /** What will be done: `send engineers to the harbor`. */
  readonly content: Span
  /** True when it is what will not be done: `We will not sign`. */
  readonly isNegated?: true
  /** `if a deal is done` */
  readonly condition?: Span
  /** `by Friday`, with the TIMEX3 value where it can be told. */
  readonly deadline?: { readonly span: Span; readonly value?: string }
  /** Who says so, when it is not the one who promises. */
  readonly reportedBy?: Party
  /** Index of its sentence. */
  readonly sentence: number
}
