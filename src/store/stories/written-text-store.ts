import type { CheckedStatement } from '../../core/claim.ts'
import type { SummaryLength } from '../../core/summary.ts'

/** What a model wrote of a story and the checks left of it. */
export type WrittenText = {
  readonly kind: 'summary' | 'background'
  /** The story it is of. */
  readonly subject: string
  readonly length: SummaryLength
  readonly language: string
  /** What it was made from, as a hash: while the same is there now, it still speaks of it. */
  readonly madeFrom: string
  readonly model: string
  readonly at: string
  readonly kept: number
  readonly dropped: number
  readonly statements: readonly CheckedStatement[]
}

export type WrittenTextStore = {
  /** Everything written of a story, in no order. */
  of(subject: string): Promise<readonly WrittenText[]>
  /** Keeps a text in the place of the one before it of the same kind, length and language. */
  save(text: WrittenText): Promise<void>
  /** Removes what is older than a time, and what is of stories that are gone. Returns how many. */
  prune(before: string): Promise<number>
}
