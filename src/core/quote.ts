import type { Annotation, Entity } from './annotation.ts'
import type { Span } from './span.ts'

/** With a lower share of correct speakers we name nobody: the quotation is unattributed. */
export const attributionFloor = 0.55
/** Below this, a speaker is only probable, and every page that names them says so. */
export const sureEnough = 0.6

/** How the speaker was found; the page uses it to show how sure we are. */
export type QuotePattern =
  | 'cue-right' // "…," X said
  | 'cue-left' // X said: "…"
  | 'colon' // X: "…"
  | 'continued' // the next paragraph of the same quotation
  | 'run-on' // second half of an interrupted quotation, or another quotation after it with no new cue
  | 'previous-subject' // nobody named here, so the subject of the sentence before
  | 'echo' // words of a headline that the text below attributes
  | 'pronoun' // he, she or they, resolved within the document
  | 'label' // labeled by a person
  | 'none'

/** A quotation (PARC 3.0: content, cue, source). `span` is the content, without quotation marks for a direct quote. */
export type Quote = Annotation & {
  readonly kind: 'direct' | 'mixed' | 'indirect'
  /** `said`, `according to`. */
  readonly cue?: Span
  readonly source?: Span
  readonly speaker?: Entity
  /** The audience, as written: `reporters`, `the BBC`. */
  readonly addressee?: Span
  /** Where it was published or broadcast: `Truth Social`, `Fox News`. */
  readonly channel?: Span
  /** The time, as written: `on Monday`. */
  readonly when?: Span
  /** The place, as written: `in Geneva`. */
  readonly place?: Span
  /**
   * The words name a subject instead of reporting what was said (`criticized the plan`, `declined to comment`, `did not say that
   * …`); for a direct quote, that it was not said (`denied saying “…”`).
   */
  readonly isTopic?: boolean
  readonly pattern: QuotePattern
  /** Share of correct speakers for this pattern on labeled text, 0 to 1. Below 0.6 (`sureEnough`) the page says "probably". */
  readonly confidence: number
  /** Index of the sentence in which the quote starts. */
  readonly sentence: number
  /** Index, in the same layer, of the quote that this one continues. */
  readonly continues?: number
}
