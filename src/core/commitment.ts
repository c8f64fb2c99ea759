import type { Annotation, Party } from './annotation.ts'
import type { Span } from './span.ts'

/** How binding it is: a promise, an agreement with others, an offer, or a reported plan. */
export type CommitmentKind = 'promise' | 'agreement' | 'offer' | 'plan'

/** A commitment as one sentence states it. `span` runs from the person who promises to the end of what is promised. */
export type StatedCommitment = Annotation & {
  readonly kind: CommitmentKind
  /** Who will do it; several if they promise together. */
  readonly agents: readonly [Party, ...Party[]]
  readonly cue: Span
  /** What will be done: `send engineers to the harbor`. */
  readonly content: Span
  /** True when something will not be done: `We will not sign`. */
  readonly isNegated?: true
  /** `if a deal is done` */
  readonly condition?: Span
  /** `by Friday`, with the TIMEX3 value if we can resolve it. */
  readonly deadline?: { readonly span: Span; readonly value?: string }
  /** Who reports it, if that isn't the person who promises. */
  readonly reportedBy?: Party
  readonly sentence: number
}
