import { defined } from '../../../core/defined.ts'
import { nth } from '../../../core/nth.ts'
import type { TimelineEvent } from '../../../core/story.ts'
import { type Html, html } from '../../layout/html.ts'
import { plainLine } from '../../layout/plain-line.ts'
import { partialDate } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { timeTicks } from './plot-dates.ts'
import { lengthOf, plotFigure, type Side, shortened, sideOf, timeAxis } from './plot-parts.ts'
import { placeLabels, scaleOf } from './plot-scale.ts'

/** Events further from the reporting appear in the strip, and by zooming out. */
const nearDays = 45
const dayMs = 86_400_000
const margin = 0.05
/** Width of an event's mark as a share of the narrowest drawing. */
const markWidth = 0.068
const rowTall = 19
const mostRows = 6
const stripTall = 14

type Dated = { readonly event: TimelineEvent; readonly number: number; readonly ms: number; readonly untilMs?: number }

/** Id of an event's item in the list, by its number from 1. */
export const eventAnchor = (number: number): string => `event-${number}`

/**
 * Events by their day: a numbered mark for each near the reporting, linked to its item in the list, and above a strip of all events with
 * the enlarged part. Planned ones are dashed. `timeline-zoom` moves and widens that part; without script it is a picture beside the list of
 * `told`. Empty for fewer than three dates, or a single one.
 */
export function timelinePlot(
  timeline: readonly TimelineEvent[],
  reportedAt: string,
  told: readonly TimelineEvent[],
  reader: Reader,
): Html {
  const dated = timeline.flatMap(datedOf)
  const listed = dated.filter(({ event }) => told.includes(event))
  const near = listed.filter(({ ms }) => !(Math.abs(ms - Date.parse(reportedAt)) > nearDays * dayMs))
  const shown = near.length >= 3 && spanOf(near).until > spanOf(near).from ? near : listed
  const [whole, part] = [spanOf(dated), spanOf(shown)]
  if (listed.length < 3 || part.from === part.until) return html``
  const { words } = reader
  const side = sideOf(reader)
  const shareOf = scaleOf(part.from, part.until, margin, 1 - margin)
  const placed = placeLabels(shown.map(({ ms }) => ({ at: shareOf(ms), width: markWidth })))
  const rows = Math.min(mostRows, Math.max(3, ...placed.map(({ row }) => row + 1)))
  const base = stripTall + 10 + rows * rowTall
  const rowOf = new Map(shown.map((item, index) => [item.number, Math.min(nth(placed, index).row, rows - 1)]))
  const marks = listed.map((item) =>
    eventMark(item, { base, row: rowOf.get(item.number), path: `#${eventAnchor(item.number)}` }, shareOf, side, reader),
  )
  const planned = shown.filter(({ event }) => event.isPlanned).length
  const [first, last] = [shown.find(({ ms }) => ms === part.from)!, shown.find(({ ms }) => ms === part.until)!]
  const caption = html`${words.timelineText(shown.length, partialDate(first.event.date, reader), partialDate(last.event.date, reader))}${planned > 0 && ` ${words.plots.planned(planned)}`}${shown.length < dated.length && ` ${words.plots.farther(dated.length - shown.length)}`}`
  const figure = plotFigure(
    {
      id: 'tl',
      title: words.storyTabs.timeline,
      caption,
      height: base + 32,
      hasLinks: true,
      body: html`${strip(dated, whole, part, side)}<g data-axis>${timeAxis(timeTicks(part.from, part.until, reader, 'UTC'), shareOf, base, side)}</g>${marks}`,
      beside: zoomButtons(reader),
      table: {
        heads: ['#', words.plots.day, words.planned],
        rows: listed.map(({ event, number }) => [
          html`<a href="#${eventAnchor(number)}">${number}</a>`,
          partialDate(event.date, reader),
          event.isPlanned ? '✓' : '',
        ]),
      },
    },
    reader,
  )
  return html`<timeline-zoom data-whole="${whole.from},${whole.until}" data-part="${part.from},${part.until}" data-base="${base}" data-rows="${rows}" data-locale="${reader.locale}">${figure}</timeline-zoom>
`
}

function datedOf(event: TimelineEvent, index: number): readonly Dated[] {
  const ms = startOf(event.date)
  const untilMs = event.until && event.until !== '..' ? startOf(event.until) : undefined
  return ms === undefined
    ? []
    : [
        {
          event,
          number: index + 1,
          ms,
          ...defined({ untilMs: untilMs !== undefined && untilMs > ms ? untilMs : undefined }),
        },
      ]
}

/** First moment of a TIMEX3 date in milliseconds; undefined for anything else. */
export function startOf(value: string): number | undefined {
  const [, year, month = '01', day = '01', clock = '00:00'] =
    /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d:\d\d))?/.exec(value) ?? []
  const ms = year ? Date.parse(`${year}-${month}-${day}T${clock}:00Z`) : Number.NaN
  return Number.isNaN(ms) ? undefined : ms
}

function spanOf(items: readonly Dated[]): { readonly from: number; readonly until: number } {
  const times = items.map(({ ms }) => ms)
  return { from: Math.min(...times), until: Math.max(...times) }
}

/** All events on one line, small, and the part that is enlarged below. */
function strip(
  dated: readonly Dated[],
  whole: ReturnType<typeof spanOf>,
  part: ReturnType<typeof spanOf>,
  side: Side,
): Html {
  const shareOf = scaleOf(whole.from, whole.until, margin, 1 - margin)
  const [from, until] = [shareOf(part.from) - margin / 2, shareOf(part.until) + margin / 2]
  const width = until - from
  return html`<g class="around"><rect class="window" x="${side(from, width)}" width="${lengthOf(width)}" height="${stripTall}"/><line class="base" x2="100%" y1="${stripTall / 2}" y2="${stripTall / 2}"/>${dated.map(
    ({ event, ms }) =>
      html`<circle${event.isPlanned && html` class="planned"`} cx="${side(shareOf(ms))}" cy="${stripTall / 2}" r="3"/>`,
  )}</g>`
}

/** One event: a link to its item, with its number. Without a row it is outside the drawing. */
function eventMark(
  { event, number, ms, untilMs }: Dated,
  { base, row, path }: { readonly base: number; readonly row: number | undefined; readonly path: string },
  shareOf: (ms: number) => number,
  side: Side,
  reader: Reader,
): Html {
  const title = `${number}. ${partialDate(event.date, reader)}${event.isPlanned ? ` (${reader.words.planned})` : ''}: ${shortened(event.text, 60)}`
  const y = base - 10 - (row ?? 0) * rowTall
  const place = row === undefined ? html` display="none"` : ''
  const [x, untilX] = [side(shareOf(ms)), side(shareOf(untilMs ?? ms))]
  return html`<a class="event${event.isPlanned && ' planned'}" href="${path}" data-at="${ms}"${untilMs !== undefined && html` data-until="${untilMs}"`}${place}><title>${plainLine(title)}</title>${untilMs !== undefined && html`<line class="span" x1="${x}" x2="${untilX}" y1="${y}" y2="${y}"/>`}<svg x="${x}" y="${y}"><rect class="hit" x="-12" y="-12" width="24" height="24"/><circle r="8.5"/><text y="3.6" text-anchor="middle">${number}</text></svg></a>`
}

/** For `timeline-zoom`, which shows them. */
function zoomButtons(reader: Reader): Html {
  const { zoom } = reader.words.plots
  const button = (act: string, sign: string, label: string) =>
    html`<button type="button" data-act="${act}" aria-label="${label}" title="${label}">${sign}</button>`
  return html`<div class="zoom" role="group" aria-label="${zoom.title}" hidden>${button('earlier', '‹', zoom.earlier)}${button('in', '+', zoom.closer)}${button('out', '−', zoom.farther)}${button('later', '›', zoom.later)}<button type="button" data-act="whole">${zoom.whole}</button> <span class="hint">${zoom.hint}</span></div>`
}
