import type { Annotation } from './annotation.ts'
import type { Span } from './span.ts'

/** A number a text gives for something. `span` is the number with its sign and scale: `$1.3 billion`, `4.9%`, `Forty-seven`. */
export type StatedFigure = Annotation & {
  readonly value: number
  /**
   * What is counted, by which figures compare: `people killed`, `cases of measles`, `$ aid package`, `magnitude`, `%`, `km`;
   * for other counts the noun as written, in lower case: `homes`.
   */
  readonly unit: string
  /** The words for what is counted or measured: `confirmed cases of measles`. */
  readonly counted?: Span
  /** `at least`, `about`, `more than`: the true number may be another. */
  readonly isRough: boolean
  /** A count of people hurt, moved or ill grows as more becomes known: a later, larger number is an update. */
  readonly isCumulative: boolean
  /** The bounds that the words give: `at least 12` has a low, `up to 40` a high, `between 30 and 40` both. */
  readonly low?: number
  readonly high?: number
  /** Index of its sentence. */
  readonly sentence: number
}
