import type { Annotation, Entity } from './annotation.ts'
import type { Span } from './span.ts'

/** Below this share of right speakers nobody is named: the quotation stands unattributed. */
export const attributionFloor = 0.4
/** Below this one a speaker is only probable, and everything that names one says so. */
export const sureEnough = 0.6

/** How the speaker was found; shown to the reader as how sure we are. */
export type QuotePattern =
  | 'cue-right' // "…," X said
  | 'cue-left' // X said: "…"
  | 'colon' // X: "…"
  | 'continued' // the next paragraph of the same quotation
  | 'run-on' // second half of an interrupted quotation, or a following quotation with no new cue
  | 'previous-subject' // nobody named here; the subject of the sentence before
  | 'echo' // words of a headline that somebody says in the text below
  | 'pronoun' // he, she, they resolved within the document
  | 'label' // a person said so on the labels page
  | 'none'

/** What somebody said (PARC 3.0: content, cue, source). `span` is the content, between the marks for a direct quote. */
export type Quote = Annotation & {
  readonly kind: 'direct' | 'mixed' | 'indirect'
  /** `said`, `according to`. */
  readonly cue?: Span
  /** `the mayor`. */
  readonly source?: Span
  /** Who that is, if we know. */
  readonly speaker?: Entity
  /** Whom it was said to, as written: `reporters`, `the BBC`. */
  readonly addressee?: Span
  /** On what it was said: `Truth Social`, `Fox News`. */
  readonly channel?: Span
  /** When it was said, as written: `on Monday`. */
  readonly when?: Span
  /** Where it was said, as written: `in Geneva`. */
  readonly place?: Span
  /**
   * The words name what was spoken of and do not tell what was said (`criticized the plan`, `declined to comment`, `did not say
   * that …`); between marks, that they were not said (`denied saying “…”`).
   */
  readonly isTopic?: boolean
  readonly pattern: QuotePattern
  /** Share of right speakers for this pattern on labelled text, 0 to 1. Below 0.6 (`sureEnough`) the page says "probably". */
  readonly confidence: number
  /** Index of the sentence in which the quote starts. */
  readonly sentence: number
  /** Index of the quote this one continues, within the same layer. */
  readonly continues?: number
}
