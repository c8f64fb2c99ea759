import type { Entity, Mention } from '../../core/annotation.ts'
import type { QuotePattern } from '../../core/quote.ts'
import type { Span } from '../../core/span.ts'
import type { ParsedDocument } from '../grammar/parse.ts'
import type { CuePlace } from './cue-places.ts'
import type { CueStrength } from './cue-verbs.ts'

/** A quote on the way: who speaks, and what a following quotation takes over from it. */
export type Said = {
  readonly source?: Span
  readonly speaker?: Entity
  readonly channel?: Span
  readonly cue?: Span
  readonly when?: Span
  readonly addressee?: Span
  readonly place?: Span
  readonly pattern: QuotePattern
  readonly isPronoun: boolean
  readonly strength?: CueStrength
  /** Of the quote taken over: no continuation is surer than what it goes on with. */
  readonly atMost?: number
  readonly continues?: number
  /** Words that the reporter says were not said: nobody's, and never put beside the same words elsewhere. */
  readonly isTopic?: true
}

export const NOBODY: Said = { pattern: 'none', isPronoun: false }
export const UNSAID: Said = { ...NOBODY, isTopic: true }

/** A quote told, with its place in the layer. */
export type Spoken = { readonly said: Said; readonly index: number; readonly confidence: number }

/** A document on the way through its quotations. */
export type Reader = {
  readonly doc: ParsedDocument
  readonly places: readonly (readonly CuePlace[])[]
  readonly mentions: readonly Mention[]
  /** What was said so far, by the id of its quotation, with its place in the layer. */
  readonly byId: Map<number, Spoken>
  last?: Spoken & { readonly endSentence: number; readonly family: string; readonly block: number }
}
