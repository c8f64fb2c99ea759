import type { Annotation } from './annotation.ts'

/**
 * What a note does to its article: takes back what was wrong, says what was unclear, tells what the editors have to say of it or
 * that it was changed, or withdraws it as a whole.
 */
export type AmendmentKind = 'correction' | 'clarification' | 'editor-note' | 'update' | 'retraction'

/** An outlet's own note on its article: `Correction: an earlier version said …`. `span` is the whole note. */
export type Amendment = Annotation & {
  readonly kind: AmendmentKind
  /** Index of the sentence it begins with. */
  readonly sentence: number
  /** The day the note gives for itself, `2026-03-04`; a year it does not name is that of the article. */
  readonly day?: string
}
