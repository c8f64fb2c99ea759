import type { Party } from '../../core/annotation.ts'
import type { CommitmentKind } from '../../core/commitment.ts'
import type { Span } from '../../core/span.ts'
import type { Agents } from './promise-agents.ts'

/** A commitment before its terms are read: places count within the sentence; `at` is where what is promised begins. */
export type Draft = {
  readonly kind: CommitmentKind
  readonly agents: Agents
  readonly cue: Span
  readonly at: number
  readonly reportedBy?: Party
}
