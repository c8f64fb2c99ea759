import { nth } from '../../../core/nth.ts'
import type { Span } from '../../../core/span.ts'
import { type Html, html, type Piece } from '../../layout/html.ts'

/** A span of a text to be wrapped; `wrap` is called for every piece of it, with `isFirst` for the first. */
export type Mark = Span & {
  readonly wrap: (content: Piece, isFirst: boolean) => Html
  /** Marks with a lower rank are outside those with a higher one. */
  readonly rank: number
}

/**
 * The text of `[start, end)` with marks around its parts. Marks may overlap: the text is cut wherever one begins or ends. Every letter of
 * the text is output, in order.
 */
export function markedText(text: string, within: Span, marks: readonly Mark[]): Html {
  const start = Math.max(0, within.start)
  const end = Math.min(text.length, within.end)
  const touching = marks
    .filter((mark) => mark.start < end && mark.end > start && mark.end > mark.start)
    .sort((a, b) => b.rank - a.rank)
  const cuts = [...new Set([start, end, ...touching.flatMap((mark) => [mark.start, mark.end])])]
    .filter((cut) => cut >= start && cut <= end)
    .sort((a, b) => a - b)
  const pieces = cuts.slice(0, -1).map((from, index) => {
    const until = nth(cuts, index + 1)
    const active = touching.filter((mark) => mark.start <= from && mark.end >= until)
    return active.reduce<Piece>(
      (content, mark) => mark.wrap(content, from === Math.max(mark.start, start) && mark.start >= start),
      text.slice(from, until),
    )
  })
  return html`${pieces}`
}
