import type { Figure } from '../../../core/story.ts'
import { citationLink, type Documents } from '../../layout/citation-link.ts'
import { figureNumber } from '../../layout/figure-number.ts'
import { type Html, html } from '../../layout/html.ts'
import { citationPath } from '../../layout/links.ts'
import { plainLine } from '../../layout/plain-line.ts'
import { brief } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { timeTicks } from './plot-dates.ts'
import { anchorWithin, plotFigure, sideOf, tenths, timeAxis } from './plot-parts.ts'
import { placeLabels, scaleOf, widthOf } from './plot-scale.ts'

type Reading = Figure['readings'][number]

const [top, tall, margin] = [22, 46, 0.06]
const base = top + tall + 12

/**
 * A figure over time: a step from each reading to the next, since it stands until another is told, a point for each with its
 * number, a bar where the words give bounds. A point opens its sentence; one about which accounts differ is a diamond.
 * Empty for fewer than two readings or moments.
 */
export function figurePlot(
  figure: Figure,
  options: { readonly id: string; readonly differs: (reading: Reading) => boolean; readonly documents: Documents },
  reader: Reader,
): Html {
  const { unit, readings } = figure
  const times = readings.map(({ at }) => Date.parse(at))
  const [firstMs, lastMs] = [Math.min(...times), Math.max(...times)]
  if (readings.length < 2 || !(lastMs > firstMs)) return html``
  const { words } = reader
  const side = sideOf(reader)
  const shareOf = scaleOf(firstMs, lastMs, margin, 1 - margin)
  const bounds = readings.flatMap(({ value, low = value, high = value }) => [value, low, high])
  const heightOf = scaleOf(Math.min(...bounds), Math.max(...bounds), top + tall, top)
  const x = (index: number) => side(shareOf(times[index]!))
  const y = (value: number) => tenths(heightOf(value))
  const labels = readings.map(({ value }) => words.number(value))
  const rows = placeLabels(
    [...readings.keys()].map((index) => ({ at: shareOf(times[index]!), width: widthOf(labels[index]!) + 0.02 })),
  )
  const steps = readings.slice(1).map((reading, index) => {
    const [from, until] = [y(readings[index]!.value), y(reading.value)]
    return html`<line class="step" x1="${x(index)}" x2="${x(index + 1)}" y1="${from}" y2="${from}"/><line class="step" x1="${x(index + 1)}" x2="${x(index + 1)}" y1="${from}" y2="${until}"/>`
  })
  const points = readings.map((reading, index) => {
    const differs = options.differs(reading)
    const outlet = options.documents[reading.citation.documentId]?.sourceName ?? words.citation
    const title = `${figureNumber(reading, reader)}, ${brief(reading.at, reader)}, ${outlet}${differs ? ` · ${words.plots.differs}` : ''}`
    // A number that would cover another is left to the list below and to pointing at it.
    const isTip = rows[index]!.row > 0 && index < readings.length - 1
    return html`<a class="reading${differs && ' differs'}${isTip && ' tip'}" href="${citationPath(reading.citation)}"><title>${plainLine(title)}</title>${rangeBar(reading, x(index))}<svg x="${x(index)}" y="${y(reading.value)}"><rect class="hit" x="-12" y="-12" width="24" height="24"/>${
      differs ? html`<path d="M0-7 7 0 0 7-7 0z"/>` : html`<circle r="4.5"/>`
    }</svg><text x="${x(index)}" y="${y(reading.value) - 9}"${anchorWithin(shareOf(times[index]!), widthOf(labels[index]!))}>${labels[index]}${differs && ' ≠'}</text></a>`
  })
  return plotFigure(
    {
      id: options.id,
      title: unit,
      caption: words.figureText(unit, figureNumber(readings[0]!, reader), figureNumber(readings.at(-1)!, reader)),
      height: base + 32,
      hasLinks: true,
      body: html`${timeAxis(timeTicks(firstMs, lastMs, reader), shareOf, base, side)}${steps}${points}`,
      table: {
        heads: [words.published, unit, words.citation],
        rows: readings.map((reading) => [
          brief(reading.at, reader),
          figureNumber(reading, reader),
          citationLink(reading.citation, options.documents, reader),
        ]),
      },
    },
    reader,
  )

  /** From the least to the most that the words allow; open upwards for `at least`, downwards for `up to`. */
  function rangeBar({ value, low, high }: Reading, at: string): Html {
    if (low === undefined && high === undefined) return html``
    const [from, until] = [y(low ?? value), y(high ?? value)]
    const isOpen = low === undefined || high === undefined
    return html`<line class="range${isOpen && ' open'}" x1="${at}" x2="${at}" y1="${low === undefined ? from + 12 : from}" y2="${high === undefined ? until - 12 : until}"/>`
  }
}
