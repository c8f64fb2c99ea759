import type { Annotation } from './annotation.ts'
import type { Span } from './span.ts'

/** What an article is about: an IPTC Media Topic. `span` is the first word in the text that says so. */
export type Topic = Annotation & {
  /** Eight digits, such as `15000000` for sport. */
  readonly code: string
  /** Set for a topic of the second level. */
  readonly broader?: string
  /** Its share of all topic words of the text, 0 to 1. */
  readonly share: number
  /** The words that say so, at most six, in the order of the text. */
  readonly words: readonly Span[]
}
