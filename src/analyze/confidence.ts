import type { QuotePattern } from '../core/quote.ts'
import type { CueStrength } from './cue-verbs.ts'

/**
 * Share of right speakers by pattern, measured on articles with labelled attributions (eval/quotes). A pattern added
 * later gets a figure only by measurement.
 */
const RIGHT_SPEAKER: { readonly [Pattern in QuotePattern]: number } = {
  'cue-right': 0.985,
  'run-on': 0.935,
  continued: 0.935,
  colon: 0.92,
  'cue-left': 0.8,
  'previous-subject': 0.53,
  pronoun: 0.88,
  none: 0,
}

/** Of cues that report speech without quotation marks, the share that do, by the strength of the verb. */
const IS_SPEECH: { readonly [Strength in CueStrength]: number } = { 3: 0.94, 2: 0.8, 1: 0.6 }

/** How often the speaker is right: the pattern's share, times that of pronouns when the source is one. */
export function confidenceOf(pattern: QuotePattern, isPronoun: boolean): number {
  const share = RIGHT_SPEAKER[pattern]
  return round(isPronoun && pattern !== 'pronoun' ? share * RIGHT_SPEAKER.pronoun : share)
}

/** The same for speech without marks: also that it is speech at all. */
export function indirectConfidence(strength: CueStrength, isPronoun: boolean): number {
  return round(IS_SPEECH[strength] * 0.9 * (isPronoun ? RIGHT_SPEAKER.pronoun : 1))
}

function round(share: number): number {
  return Math.round(share * 1000) / 1000
}
