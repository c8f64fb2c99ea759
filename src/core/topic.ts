import type { Annotation } from './annotation.ts'
import type { Span } from './span.ts'

/** An article's subject: an IPTC Media Topic. `span` is the first word in the text that indicates it. */
export type Topic = Annotation & {
  /** Eight digits, such as `15000000` for sport. */
  readonly code: string
  /** The upper-level topic of a second-level one. */
  readonly broader?: string
  /** Its share of all topic words in the text, 0 to 1. */
  readonly share: number
  /** The words that indicate it, at most six, in text order. */
  readonly words: readonly Span[]
}
