import type { Citation } from '../../../core/citation.ts'
import type { Figure, TimelineEvent } from '../../../core/story.ts'
import type { StoryView } from '../../../operations/views.ts'
import { citationLink, citationLinks, exactWords } from '../../layout/citation-link.ts'
import { figureNumber } from '../../layout/figure-number.ts'
import { type Html, html } from '../../layout/html.ts'
import { foreign, languageAttributes } from '../../layout/language.ts'
import { section } from '../../layout/section.ts'
import { brief, partialDate } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { wholeLink } from './long-story.ts'
import { figurePlot } from './plot-figure.ts'
import { eventAnchor, startOf, timelinePlot } from './plot-timeline.ts'
import { languageOf } from './story-accounts.ts'
import { newStatementMark } from './story-changes.ts'

/** More figures and events are told under `?all=figures` and `?all=timeline`. */
const figuresShown = 3
const readingsShown = 4
const eventsShown = 4

/** Timeline: a drawing of when things happened, and the list with the words that gave each date. */
export function timelineSection(story: StoryView, reader: Reader, isWhole = false): Html {
  const { timeline } = story.dossier
  if (timeline.length === 0) return html``
  const isLong = timeline.length > eventsShown * 3
  const told = isLong && !isWhole ? nearest(timeline, story.lastAt) : timeline
  return section(
    'timeline',
    reader.words.timeline,
    html`${timelinePlot(timeline, story.lastAt, told, reader)}
<ol class="tl numbered">${timeline.map((event, index) => told.includes(event) && eventItem(event, index + 1, story, reader))}
</ol>${isLong && wholeLink(story.id, 'timeline', reader.words.storyPage.allEvents(timeline.length), isWhole, reader)}`,
  )
}

/** The events nearest to the reporting. */
function nearest(timeline: readonly TimelineEvent[], reportedAt: string): readonly TimelineEvent[] {
  const distance = ({ date }: TimelineEvent) =>
    Math.abs((startOf(date) ?? Number.POSITIVE_INFINITY) - Date.parse(reportedAt))
  return [...timeline].sort((a, b) => distance(a) - distance(b)).slice(0, eventsShown)
}

function eventItem(event: TimelineEvent, number: number, story: StoryView, reader: Reader): Html {
  const { words } = reader
  const until = event.until && event.until !== '..' ? ` – ${partialDate(event.until, reader)}` : event.until ? ' –' : ''
  return html`<li id="${eventAnchor(number)}" value="${number}"${event.isPlanned && html` class="plan"`}>
<p class="date"><time datetime="${event.date}">${partialDate(event.date, reader)}</time>${until}
${event.isPlanned && html`· ${words.planned}`}
<span class="orig">${words.originalWords} “${exactWords(event.expression, story.documents)}”</span>${moveNote(event, story, reader)}</p>
<p class="words"${languageAttributes(languageOf(event.citations[0].documentId, story))}>${newStatementMark(event.citations, story, reader)}${event.text}
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

/** Figures over time: one line per measured thing, every reading cited. */
export function figureSection(story: StoryView, reader: Reader, isWhole = false): Html {
  const figures = story.dossier.figures.filter((figure) => figure.readings.length > 0)
  if (figures.length === 0) return html``
  const isLong = figures.length > figuresShown
  const shown = isWhole || !isLong ? figures : figures.slice(0, 1)
  return section(
    'figures',
    reader.words.figuresOverTime,
    html`${shown.map((figure, index) => figurePart(figure, index, story, reader))}${
      isLong && wholeLink(story.id, 'figures', reader.words.storyPage.allFigures(figures.length), isWhole, reader)
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
${citationLink(reading.citation, documents, reader)}${differs(reading) && html` <a class="tag" href="#differ">${words.plots.differs}</a>`}</li>
`,
  )}</ol></article>`
}

/** Two citations of one text that have a letter in common. */
function touches(a: Citation, b: Citation): boolean {
  return a.documentId === b.documentId && a.span.start < b.span.end && b.span.start < a.span.end
}
