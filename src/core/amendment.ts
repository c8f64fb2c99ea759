import type { Annotation } from './annotation.ts'

/** What a note does to its article: takes back what was wrong, says what was unclear, or tells that it was changed. */
export type AmendmentKind = 'correction' | 'clarification' | 'update'

/** An outlet's own note on its article: `Correction: an earlier version said …`. `span` is the whole note. */
export type Amendment = Annotation & {
  readonly kind: AmendmentKind
  /** Index of the sentence it begins with. */
  readonly sentence: number
}
