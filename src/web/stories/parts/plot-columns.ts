import { nth } from '../../../core/nth.ts'
import { type Html, html, type Piece } from '../../layout/html.ts'
import { plainLine } from '../../layout/plain-line.ts'
import type { Reader } from '../../reader.ts'
import type { Tick } from './plot-dates.ts'
import { anchorOf, lengthOf, plotFigure, sideOf, tenths, timeAxis } from './plot-parts.ts'

/** A column: its height, its tooltip, and its row of the table. */
type Column = {
  readonly value: number
  readonly title: string
  /** Drawn below when columns have names instead of a time axis. */
  readonly label?: string
  readonly row: readonly Piece[]
  /** Based on too few cases to be drawn like the others. */
  readonly isFaint?: boolean
}

const tall = 56
const top = 16
const base = top + tall

/** Columns side by side in reading direction, the highest with its value, above a time axis or their names. */
export function columnsPlot(
  plot: {
    readonly id: string
    readonly title: string
    readonly caption: Piece
    readonly columns: readonly Column[]
    readonly heads: readonly Piece[]
    /** The value of the highest column, in words, drawn above it. */
    readonly peak: string
    /** The value of a full column; absent: the highest. */
    readonly full?: number
    readonly axis?: { readonly ticks: readonly Tick[]; readonly shareOf: (ms: number) => number }
  },
  reader: Reader,
): Html {
  const { columns, axis } = plot
  const most = plot.full ?? Math.max(...columns.map(({ value }) => value))
  const side = sideOf(reader)
  const highest = columns.reduce((best, { value }, index) => (value > nth(columns, best).value ? index : best), 0)
  const width = 0.8 / columns.length
  const bars = columns.map(({ value, title, isFaint }, index) => {
    const x = side((index + 0.1) / columns.length, width)
    const height = value > 0 ? Math.max(1.5, (value / Math.max(most, 1e-9)) * tall) : 0
    return html`<g><title>${plainLine(title)}</title><rect class="hit" x="${x}" width="${lengthOf(width)}" y="${top}" height="${tall}"/><rect class="${isFaint ? 'copies' : 'own'}"${isFaint && html` fill="var(--copied)"`} x="${x}" width="${lengthOf(width)}" y="${tenths(base - height)}" height="${tenths(height)}"/></g>`
  })
  const peakY = base - (nth(columns, highest).value / Math.max(most, 1e-9)) * tall - 4
  const names = columns.map(({ label }, index) =>
    label === undefined
      ? html``
      : html`<text x="${side((index + 0.5) / columns.length)}" y="${base + 15}"${anchorOf('middle')}>${label}</text>`,
  )
  return plotFigure(
    {
      id: plot.id,
      title: plot.title,
      caption: plot.caption,
      height: base + (axis ? 32 : 25),
      body: html`${bars}<text class="value" x="${side((highest + 0.5) / columns.length)}" y="${tenths(peakY)}"${anchorOf(highest === 0 ? 'start' : highest === columns.length - 1 ? 'end' : 'middle')}>${plot.peak}</text>${axis ? timeAxis(axis.ticks, axis.shareOf, base, side) : html`<line class="base" x2="100%" y1="${base}" y2="${base}"/>${names}`}`,
      table: {
        heads: plot.heads,
        rows: columns
          .filter(({ value, row }) => value > 0 || axis === undefined || row.length > 2)
          .map(({ row }) => row),
      },
    },
    reader,
  )
}
