import type { Annotation, Party } from './annotation.ts'
import type { Span } from './span.ts'

/**
 * A reporter's own words that accounts differ. `conflict`: somebody contradicts themselves or others; `rejection`: somebody
 * rejects an earlier statement (`rejected this notion`); `denial`: somebody says that something named in the sentence isn't so.
 * `span` is the cue: `conflicting views`, `rejected this notion`, `denied`.
 */
export type Signal = Annotation & {
  readonly kind: 'conflict' | 'rejection' | 'denial'
  /** The person who rejects or denies. */
  readonly denier?: Party
  /** What is denied: a clause of the sentence, or an earlier sentence that states it; and who states it, if the text says so. */
  readonly denied?: { readonly span: Span; readonly by?: Party }
  readonly sentence: number
}
