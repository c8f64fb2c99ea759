import type { Annotation } from './annotation.ts'
import type { Party } from './party.ts'
import type { Span } from './span.ts'

/**
 * A reporter's own words that say accounts differ. `conflict`: somebody contradicts himself or others; `rejection`: somebody
 * rejects what was told of before (`rejected this notion`); `denial`: somebody says that a thing named there is not so.
 * `span` is the cue: `conflicting views`, `rejected this notion`, `denied`.
 */
export type Signal = Annotation & {
  readonly kind: 'conflict' | 'rejection' | 'denial'
  /** Who rejects or denies. */
  readonly denier?: Party
  /** What is denied: a clause of the sentence, or the sentence before that states it; with who states it, where it is told. */
  readonly denied?: { readonly span: Span; readonly by?: Party }
  /** Index of its sentence. */
  readonly sentence: number
}
