import type { Citation } from '../../../core/citation.ts'
import { nth } from '../../../core/nth.ts'
import type { Figure, TimelineEvent } from '../../../core/story.ts'
import type { StoryView } from '../../../operations/views.ts'
import { citationLink, citationLinks, type Documents, exactWords } from '../../layout/citation-link.ts'
import { foreign, type Html, html, languageAttributes } from '../../layout/html.ts'
import { citationPath, storyPath } from '../../layout/links.ts'
import { plainLine } from '../../layout/plain-line.ts'
import { brief, partialDate } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { timeTicks } from './plot-dates.ts'
import { anchorWithin, plotFigure, sideOf, tenths, timeAxis } from './plot-parts.ts'
import { placeLabels, scaleOf, widthOf } from './plot-scale.ts'
import { eventAnchor, timelinePlot } from './plot-timeline.ts'
import { newStatementMark } from './story-changes.ts'
import { languageOf, part } from './story-frame.ts'

type Reading = Figure['readings'][number]

const [top, tall, margin] = [22, 46, 0.06]
const base = top + tall + 12

/**
 * A figure over time: a step from each reading to the next, since it is valid until another is reported, a point for each with its number,
 * a bar when the words give bounds. A point links to its sentence; a disputed one is a diamond. Empty for fewer than two readings or
 * moments.
 */
function figurePlot(
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
  const x = (index: number) => side(shareOf(nth(times, index)))
  const y = (value: number) => tenths(heightOf(value))
  const labels = readings.map(({ value }) => words.number(value))
  const rows = placeLabels(
    [...readings.keys()].map((index) => ({
      at: shareOf(nth(times, index)),
      width: widthOf(nth(labels, index)) + 0.02,
    })),
  )
  const steps = readings.slice(1).map((reading, index) => {
    const [from, until] = [y(nth(readings, index).value), y(reading.value)]
    return html`<line class="step" x1="${x(index)}" x2="${x(index + 1)}" y1="${from}" y2="${from}"/><line class="step" x1="${x(index + 1)}" x2="${x(index + 1)}" y1="${from}" y2="${until}"/>`
  })
  const points = readings.map((reading, index) => {
    const differs = options.differs(reading)
    const outlet = options.documents[reading.citation.documentId]?.sourceName ?? words.citation
    const title = `${figureNumber(reading, reader)}, ${brief(reading.at, reader)}, ${outlet}${differs ? ` · ${words.plots.differs}` : ''}`
    // A number that would cover another is only in the list below and in the tooltip.
    const isTip = nth(rows, index).row > 0 && index < readings.length - 1
    return html`<a class="reading${differs && ' differs'}${isTip && ' tip'}" href="${citationPath(reading.citation)}"><title>${plainLine(title)}</title>${rangeBar(reading, x(index))}<svg x="${x(index)}" y="${y(reading.value)}"><rect class="hit" x="-12" y="-12" width="24" height="24"/>${
      differs ? html`<path d="M0-7 7 0 0 7-7 0z"/>` : html`<circle r="4.5"/>`
    }</svg><text x="${x(index)}" y="${y(reading.value) - 9}"${anchorWithin(shareOf(nth(times, index)), widthOf(nth(labels, index)))}>${labels[index]}${differs && ' ≠'}</text></a>`
  })
  return plotFigure(
    {
      id: options.id,
      title: unit,
      caption: words.figureText(unit, figureNumber(nth(readings, 0), reader), figureNumber(readings.at(-1)!, reader)),
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

const figuresShown = 4
const readingsShown = 4

/** Timeline: a drawing of when things happened, and the list with the words that gave each date. */
export function timelineSection(story: StoryView, reader: Reader): Html {
  const { timeline } = story.dossier
  if (timeline.length === 0) return html``
  return part(
    'timeline',
    reader.words.storyTabs.timeline,
    html`${timelinePlot(timeline, story.lastAt, timeline, reader)}
<ol class="tl numbered">${timeline.map((event, index) => eventItem(event, index + 1, story, reader))}
</ol>`,
  )
}

function eventItem(event: TimelineEvent, number: number, story: StoryView, reader: Reader): Html {
  const { words } = reader
  const until = event.until && event.until !== '..' ? ` – ${partialDate(event.until, reader)}` : event.until ? ' –' : ''
  return html`<li id="${eventAnchor(number)}" value="${number}"${event.isPlanned && html` class="plan"`}>
<b><time datetime="${event.date}">${partialDate(event.date, reader)}</time>${until}${event.isPlanned && html` · ${words.planned}`} <small>${words.originalWords} <q>${exactWords(event.expression, story.documents)}</q></small>${moveNote(event, story, reader)}</b>
<p${languageAttributes(languageOf(event.citations[0].documentId, story))}>${newStatementMark(event.citations, story, reader)}<bdi>${event.text}</bdi>
${citationLinks(event.citations, story.documents, reader)}</p>
</li>
`
}

/** Says that the day was another before, or became another later, with the words that say so. */
function moveNote({ movedFrom, movedTo }: TimelineEvent, { documents }: StoryView, reader: Reader): Html {
  const { wordsBefore, wordsNow } = reader.words.since
  return html`${
    movedFrom &&
    html` <span class="chip">${wordsBefore}${reader.words.colon}${partialDate(movedFrom.date, reader)}</span> ${citationLink(movedFrom.expression, documents, reader)}`
  }${
    movedTo &&
    html` <span class="chip">${wordsNow}${reader.words.colon}${partialDate(movedTo.date, reader)}</span> ${citationLink(movedTo.citation, documents, reader)}`
  }`
}

/** Figures over time: one line per measured thing, every reading cited. */
export function figureSection(story: StoryView, reader: Reader): Html {
  const figures = story.dossier.figures.filter((figure) => figure.readings.length > 0)
  if (figures.length === 0) return html``
  const parts = figures.map((figure, index) => figurePart(figure, index, story, reader))
  const rest = parts.slice(figuresShown)
  return part(
    'figures',
    reader.words.stated.figures,
    html`${parts.slice(0, figuresShown)}${
      rest.length > 0 &&
      html`<details class="cop"><summary>${reader.words.more(rest.length)}</summary>${rest}</details>`
    }`,
  )
}

function figurePart(figure: Figure, index: number, story: StoryView, reader: Reader): Html {
  const { words } = reader
  const { unit, readings } = figure
  const { documents, dossier } = story
  const disputed = dossier.differences
    .filter(({ kind }) => kind === 'figures')
    .flatMap(({ a, b }) => [a.citation, b.citation])
  const differs = ({ citation }: Figure['readings'][number]) => disputed.some((other) => touches(other, citation))
  const shown = readings.slice(-readingsShown)
  return html`<article class="figure">
<h3>${foreign(unit)}</h3>${figurePlot(figure, { id: `figure-${index + 1}`, differs, documents }, reader)}
<ol class="readings">${shown.map(
    (reading) =>
      html`<li><b>${figureNumber(reading, reader)}</b> <time datetime="${reading.at}">${brief(reading.at, reader)}</time>
${citationLink(reading.citation, documents, reader)}${differs(reading) && html` <a class="chip dif" href="${storyPath(story.id)}#differ">${words.plots.differs}</a>`}</li>
`,
  )}</ol></article>`
}

/** True when two citations of one text share a letter. */
function touches(a: Citation, b: Citation): boolean {
  return a.documentId === b.documentId && a.span.start < b.span.end && b.span.start < a.span.end
}

/** The number of a reading with the bounds of its sentence: `at least 12`, `30 to 40`. */
function figureNumber({ value, low, high }: Figure['readings'][number], { words }: Reader): string {
  const number = words.number(value)
  if (low !== undefined && high !== undefined && low < high)
    return words.figureBounds.between(words.number(low), words.number(high))
  if (low !== undefined && high === undefined) return words.figureBounds.atLeast(number)
  if (high !== undefined && low === undefined) return words.figureBounds.atMost(number)
  return number
}
