import type { CueStrength } from './cue-verbs.ts'
import type { Grade } from './report-frames.ts'

/**
 * Of reports without marks, the share with the right cue and source: by strength of the verb, and with `that`. Measured
 * like all figures here on two thirds of 840 labelled news articles that the rules were tuned on (lab/eval/quotes).
 */
const RIGHT_REPORT: { readonly [Strength in CueStrength]: number } = { 3: 0.86, 2: 0.63, 1: 0.64 }
const RIGHT_THAT_CLAUSE = 0.79
/** The same by grade of the frame. */
const RIGHT_FRAME: { readonly [Name in Grade]: number } = { sure: 0.71, likely: 0.58, doubtful: 0.46 }

/** How often a speech verb of that strength reports what its clause says, 0 to 1. */
export function indirectConfidence(strength: CueStrength, isThatClause: boolean): number {
  return strength === 2 && isThatClause ? RIGHT_THAT_CLAUSE : RIGHT_REPORT[strength]
}

/** How often a frame of that grade is a report with the right source, 0 to 1. */
export function gradeShare(grade: Grade): number {
  return RIGHT_FRAME[grade]
}
