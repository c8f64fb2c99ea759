import type { Annotation } from './annotation.ts'
import type { Span } from './span.ts'

/** A number that a text gives for something. `span` is the number with its sign and scale: `$1.3 billion`, `4.9%`, `Forty-seven`. */
export type StatedFigure = Annotation & {
  readonly value: number
  /**
   * What is counted; only figures of the same unit are compared: `people killed`, `cases of measles`, `$ aid package`,
   * `magnitude`, `%`, `km`; for other counts the noun as written, in lower case: `homes`.
   */
  readonly unit: string
  /** The words for what is counted or measured: `confirmed cases of measles`. */
  readonly counted?: Span
  /** `at least`, `about`, `more than`: not an exact number. */
  readonly isRough: boolean
  /** Counts of people hurt, displaced or ill grow as more becomes known, so a later, larger number is an update. */
  readonly isCumulative: boolean
  /** Bounds given by the words: `at least 12` has a low, `up to 40` a high, `between 30 and 40` both. */
  readonly low?: number
  readonly high?: number
  readonly sentence: number
}
