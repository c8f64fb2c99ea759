import type { Annotation } from './annotation.ts'

/**
 * `correction` and `clarification` fix or explain the article, `note` and `update` are remarks of the editors, `retraction`
 * withdraws it.
 */
export type AmendmentKind = 'correction' | 'clarification' | 'editor-note' | 'update' | 'retraction'

/** An outlet's note on its own article, such as `Correction: an earlier version said …`. `span` is the whole note. */
export type Amendment = Annotation & {
  readonly kind: AmendmentKind
  /** Index of the sentence it begins with. */
  readonly sentence: number
  /** The day the note gives for itself, `2026-03-04`. If it names no year, that of the article. */
  readonly day?: string
}
