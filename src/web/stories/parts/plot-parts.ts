import { type Html, html, type Piece } from '../../layout/html.ts'
import type { Reader } from '../../reader.ts'
import type { Tick } from './plot-dates.ts'
import { widthOf } from './plot-scale.ts'

/** The position of a share of the width, counted in reading direction, in a drawing: an SVG length. */
export type Side = (share: number, width?: number) => string

/**
 * Drawings run in reading direction: time goes from left to right in English and French and from right to left in Arabic, so that earlier
 * things come first. Text anchors follow automatically (SVG text inherits `direction`).
 */
export function sideOf(reader: Reader): Side {
  return reader.words.direction === 'rtl'
    ? (share, width = 0) => lengthOf(1 - share - width)
    : (share) => lengthOf(share)
}

/** A share as an SVG length, `37.5%`; may lie outside the drawing. */
export function lengthOf(share: number): string {
  return `${Math.round((Number.isFinite(share) ? share : 0) * 1000) / 10}%`
}

/** Rounds to tenths of a pixel. */
export function tenths(value: number): number {
  return Math.round(value * 10) / 10
}

type Plot = {
  /** Unique on the page. */
  readonly id: string
  /** What is drawn. */
  readonly title: string
  /** What the drawing shows, in a sentence; displayed below it, and read by screen readers instead of it. */
  readonly caption: Piece
  /** Pixels; the width is that of the page. */
  readonly height: number
  readonly body: Piece
  /** A drawing with links in it is a group; any other is one picture. */
  readonly hasLinks?: boolean
  readonly table: { readonly heads: readonly Piece[]; readonly rows: readonly (readonly Piece[])[] }
  /** Beside the drawing, within its figure. */
  readonly beside?: Piece
}

/** A drawing, the sentence that says what it shows, and its numbers in a folded table. */
export function plotFigure({ id, title, caption, height, body, hasLinks, table, beside }: Plot, reader: Reader): Html {
  return html`<figure class="plot" id="${id}">
<svg width="100%" height="${height}" role="${hasLinks ? 'group' : 'img'}" aria-label="${title}" aria-describedby="${id}-c">${body}</svg>${beside}
<figcaption id="${id}-c">${caption}</figcaption>${numbers(reader, table.heads, table.rows, title)}
</figure>
`
}

/** The table behind a plot, folded: the same numbers for readers who do not see the drawing. */
export function numbers(
  reader: Reader,
  heads: readonly Piece[],
  rows: readonly (readonly Piece[])[],
  title?: string,
): Html {
  return html`<details class="numbers">
<summary>${reader.words.showNumbers}${title !== undefined && html`<span class="sr">: ${title}</span>`}</summary>
<div class="scroll"><table>
<thead>
<tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}
</tr></thead>
<tbody>${rows.map(
    ([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>
`,
  )}</tbody></table></div></details>`
}

/** A line with round moments on it, 30 pixels high from `y`. Minor labels appear on wide pages only. */
export function timeAxis(ticks: readonly Tick[], shareOf: (ms: number) => number, y: number, side: Side): Html {
  const marks = ticks.map(({ at, label, under, isMajor }) => {
    const share = shareOf(at)
    const x = side(share)
    const anchor = anchorWithin(share, Math.max(widthOf(label), widthOf(under ?? '')) * 0.8)
    return html`<g class="tick${!isMajor && ' fine'}"><line x1="${x}" x2="${x}" y1="${y}" y2="${y + 4}"/><text x="${x}" y="${y + 15}"${anchor}>${label}</text>${
      under && html`<text class="under" x="${x}" y="${y + 27}"${anchor}>${under}</text>`
    }</g>`
  })
  return html`<line class="base" x2="100%" y1="${y}" y2="${y}"/>${marks}`
}

/** ` text-anchor="end"`: a text is centered at its place if there is room, else it grows away from the edge. */
export function anchorWithin(share: number, width: number): Html {
  if (share < width / 2) return anchorOf('start')
  return anchorOf(share > 1 - width / 2 ? 'end' : 'middle')
}

/** The attribute; `start` needs none. */
export function anchorOf(anchor: 'start' | 'middle' | 'end'): Html {
  return anchor === 'start' ? html`` : html` text-anchor="${anchor}"`
}

/** A name short enough for a drawing; the full one is in its title, its list and its table. */
export function shortened(text: string, most = 18): string {
  // A character is one or two code units: a text of few units is short enough, and of a long text only the start is read.
  if (text.length <= most) return text
  const head = text.slice(0, 2 * (most + 1))
  if (!/[\ud800-\udbff]/.test(head)) return `${head.slice(0, most - 1).trimEnd()}…`
  const letters = [...head]
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}
