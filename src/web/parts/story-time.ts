import type { Figure, TimelineEvent } from '../../core/story.ts'
import type { StoryView } from '../../operations/views.ts'
import type { Reader } from '../reader.ts'
import { percent } from './bar.ts'
import { citationLink, citationLinks, exactWords } from './citation-link.ts'
import { type Html, html } from './html.ts'
import { foreign, languageAttributes } from './language.ts'
import { section } from './section.ts'
import { languageOf } from './story-accounts.ts'
import { newMark } from './story-changes.ts'
import { axis, numbers } from './story-plots.ts'
import { brief, partialDate } from './time.ts'

const plotDays = 45

/** Timeline: a drawing of when things happened, and the list with the words that gave each date. */
export function timelineSection(story: StoryView, reader: Reader): Html {
  const { timeline } = story.dossier
  if (timeline.length === 0) return html``
  return section(
    'timeline',
    reader.words.timeline,
    html`${timelinePlot(timeline, story.lastAt, reader)}
<ol class="tl">${timeline.map((event) => eventItem(event, story, reader))}
</ol>`,
  )
}

function eventItem(event: TimelineEvent, story: StoryView, reader: Reader): Html {
  const { words } = reader
  const until = event.until && event.until !== '..' ? ` – ${partialDate(event.until, reader)}` : event.until ? ' –' : ''
  return html`<li${event.isPlanned && html` class="plan"`}>
<p class="date"><time datetime="${event.date}">${partialDate(event.date, reader)}</time>${until}
${event.isPlanned && html`· ${words.planned}`}
<span class="orig">${words.originalWords} “${exactWords(event.expression, story.documents)}”</span>${moveNote(event, story, reader)}</p>
<p class="words"${languageAttributes(languageOf(event.citations[0].documentId, story))}>${newMark(event.citations[0], story, reader)}${event.text}
${citationLinks(event.citations, story.documents, reader)}</p>
</li>
`
}

/** That the day was another before, or became another later, with the words that say so. */
function moveNote({ movedFrom, movedTo }: TimelineEvent, { documents }: StoryView, reader: Reader): Html {
  const { dateWas, moved } = reader.words.since
  return html`${
    movedFrom &&
    html` <span class="tag">${dateWas}: ${partialDate(movedFrom.date, reader)}</span> ${citationLink(movedFrom.expression, documents, reader)}`
  }${
    movedTo &&
    html` <span class="tag">${moved}: ${partialDate(movedTo.date, reader)}</span> ${citationLink(movedTo.citation, documents, reader)}`
  }`
}

/** Events near the reporting, drawn to scale; what lies further off would press all others together. */
function timelinePlot(timeline: readonly TimelineEvent[], reportedAt: string, reader: Reader): Html {
  const middle = Date.parse(reportedAt)
  const dated = timeline
    .map((event) => ({ event, ms: startOf(event.date) }))
    .filter((item): item is { event: TimelineEvent; ms: number } => item.ms !== undefined)
    .filter(({ ms }) => Number.isNaN(middle) || Math.abs(ms - middle) <= plotDays * 86_400_000)
  const first = Math.min(...dated.map(({ ms }) => ms))
  const last = Math.max(...dated.map(({ ms }) => ms))
  if (dated.length < 3 || last === first) return html``
  const { words } = reader
  const from = partialDate(dated.find(({ ms }) => ms === first)!.event.date, reader)
  const until = partialDate(dated.find(({ ms }) => ms === last)!.event.date, reader)
  // Points at one place would hide each other: the second goes above the first, the third above that.
  const heightAt = new Map<number, number>()
  const points = dated.map(({ event, ms }) => {
    const slot = Math.round(((ms - first) / (last - first)) * 60)
    const level = heightAt.get(slot) ?? 0
    heightAt.set(slot, level + 1)
    const x = percent(0.02 + (0.96 * (ms - first)) / (last - first))
    return html`<circle class="${event.isPlanned ? 'planned' : 'past'}" cx="${x}" cy="${34 - Math.min(level, 2) * 12}" r="4.5"/>`
  })
  return html`<figure class="plot" dir="ltr">
<svg width="100%" height="42" role="img" aria-labelledby="tl-t tl-d"><title id="tl-t">${words.timeline}</title>
<desc id="tl-d">${words.timelineText(dated.length, from, until)}</desc>
<rect class="base" y="34" width="100%" height="1"/>${points}</svg>
${axis([from, until], reader)}
</figure>
`
}

/** First moment of a TIMEX3 date in milliseconds; undefined for anything that is no date. */
function startOf(value: string): number | undefined {
  const [, year, month = '01', day = '01', clock = '00:00'] =
    /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d:\d\d))?/.exec(value) ?? []
  const ms = year ? Date.parse(`${year}-${month}-${day}T${clock}:00Z`) : Number.NaN
  return Number.isNaN(ms) ? undefined : ms
}

/** Figures over time: one line per measured thing, every reading cited. */
export function figureSection(story: StoryView, reader: Reader): Html {
  const figures = story.dossier.figures.filter((figure) => figure.readings.length > 0)
  if (figures.length === 0) return html``
  return section(
    'figures',
    reader.words.figuresOverTime,
    html`${figures.map((figure, index) => figurePart(figure, index, story, reader))}`,
  )
}

function figurePart(figure: Figure, index: number, story: StoryView, reader: Reader): Html {
  const { words } = reader
  const { unit, readings } = figure
  return html`<article class="figure">
<h3>${foreign(unit)}</h3>${sparkline(figure, index, reader)}
<ol class="readings">${readings.slice(-8).map(
    ({ at, value, citation }) =>
      html`<li><b>${words.number(value)}</b> <time datetime="${at}">${brief(at, reader)}</time>
${citationLink(citation, story.documents, reader)}</li>
`,
  )}</ol>${
    readings.length > 8 &&
    numbers(
      reader,
      [words.published, unit],
      readings.map(({ at, value }) => [brief(at, reader), words.number(value)]),
    )
  }</article>`
}

function sparkline({ unit, readings }: Figure, index: number, reader: Reader): Html {
  const times = readings.map(({ at }) => Date.parse(at))
  const values = readings.map(({ value }) => value)
  const [firstAt, lastAt] = [Math.min(...times), Math.max(...times)]
  const [least, most] = [Math.min(...values), Math.max(...values)]
  if (readings.length < 2 || firstAt === lastAt || Number.isNaN(firstAt)) return html``
  const x = (at: number) => 0.02 + (0.96 * (at - firstAt)) / (lastAt - firstAt)
  const y = (value: number) =>
    Math.round((most === least ? 18 : 30 - (24 * (value - least)) / (most - least)) * 10) / 10
  const { words } = reader
  const text = words.figureText(unit, words.number(values[0]!), words.number(values.at(-1)!))
  const lines = readings.slice(1).map((_, i) => {
    // A figure stands until the next reading: a step, not a slope we know nothing of.
    const [x1, x2] = [percent(x(times[i]!)), percent(x(times[i + 1]!))]
    const [y1, y2] = [y(values[i]!), y(values[i + 1]!)]
    return html`<line x1="${x1}" x2="${x2}" y1="${y1}" y2="${y1}"/><line x1="${x2}" x2="${x2}" y1="${y1}" y2="${y2}"/>`
  })
  const dots = readings.map(
    (_, i) => html`<circle class="past" cx="${percent(x(times[i]!))}" cy="${y(values[i]!)}" r="3"/>`,
  )
  return html`<figure class="plot" dir="ltr">
<svg width="100%" height="36" role="img" aria-labelledby="fig${index}">
<title id="fig${index}">${text}</title>${lines}${dots}</svg>
</figure>`
}
