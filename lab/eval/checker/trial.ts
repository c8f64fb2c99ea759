import type { DraftClaim, NumberedSentence } from '../../../src/core/claim.ts'

/** A claim that is known to be true or false of what it cites, and how it was made. */
export type Trial = {
  readonly id: string
  readonly kind: string
  readonly isTrue: boolean
  /** Of a story of the half that nothing was tuned on. */
  readonly isHeldOut: boolean
  readonly draft: DraftClaim
  readonly sentences: readonly NumberedSentence[]
}
