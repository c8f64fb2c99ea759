import type { Span } from '../../core/span.ts'

/** A text with its letters composed (Unicode NFC), and the way between its offsets and those of the text itself. */
export type Composed = {
  readonly text: string
  /** A span of the composed text, in the text itself. */
  readonly outward: (span: Span) => Span
  /** A span of the text itself, in the composed text. */
  readonly inward: (span: Span) => Span
}

/** A letter, and the marks that stand for its accents when they are written apart. */
const PIECE = /[^\p{M}]?\p{M}+/gu

/** The composed form of a text whose accents are written as signs of their own; undefined when none are. */
export function composedOf(text: string): Composed | undefined {
  if (text.normalize('NFC') === text) return undefined
  const outer = new Int32Array(text.length + 1)
  const inner = new Int32Array(text.length + 1)
  let composed = ''
  let from = 0
  const copy = (to: number): void => {
    for (; from < to; from++) {
      inner[from] = composed.length
      outer[composed.length] = from
      composed += text[from]
    }
  }
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    copy(index)
    const whole = piece.normalize('NFC')
    for (let i = 0; i < whole.length; i++) outer[composed.length + i] = index
    for (let i = 0; i < piece.length; i++) inner[index + i] = composed.length
    composed += whole
    from = index + piece.length
  }
  copy(text.length)
  inner[text.length] = composed.length
  outer[composed.length] = text.length
  const through = (table: Int32Array) => (span: Span) => ({
    start: table[span.start] as number,
    end: table[span.end] as number,
  })
  return { text: composed, outward: through(outer), inward: through(inner) }
}
