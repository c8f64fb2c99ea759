import { plainLine } from '../../core/plain-line.ts'
import type { StoryView } from '../../operations/views.ts'
import type { Reader } from '../reader.ts'
import { type Html, html } from './html.ts'
import { foreign } from './language.ts'
import { storyPath } from './links.ts'
import { timeTicks } from './plot-dates.ts'
import { plotFigure, sideOf, timeAxis } from './plot-parts.ts'
import { placeLabels, scaleOf } from './plot-scale.ts'
import { brief } from './time.ts'

const [margin, rowTall] = [0.05, 22]

/** When the stories of one matter began: a numbered mark for each, in the order of the list; this one is filled. */
export function storylinePlot(storyline: StoryView['storyline'], reader: Reader): Html {
  const { words } = reader
  const times = storyline.map(({ firstAt }) => Date.parse(firstAt))
  const [first, last] = [Math.min(...times), Math.max(...times)]
  if (!(last > first)) return html``
  const side = sideOf(reader)
  const shareOf = scaleOf(first, last, margin, 1 - margin)
  const placed = placeLabels(times.map((ms) => ({ at: shareOf(ms), width: 0.078 })))
  const base = 14 + rowTall * (1 + Math.max(...placed.map(({ row }) => row)))
  const marks = storyline.map(({ id, title, firstAt, isPresent }, index) => {
    const text = `${index + 1}. ${brief(firstAt, reader)}: ${title}`
    const mark = html`<title>${plainLine(text)}</title><svg x="${side(shareOf(times[index]!))}" y="${base - 12 - placed[index]!.row * rowTall}"><rect class="hit" x="-12" y="-12" width="24" height="24"/><circle r="9.5"/><text y="3.8" text-anchor="middle">${index + 1}</text></svg>`
    return isPresent
      ? html`<g class="event here">${mark}</g>`
      : html`<a class="event" href="${storyPath(id)}">${mark}</a>`
  })
  const { storyline: name, storylineText } = words.relations
  const [from, until] = [first, last].map((at) => brief(new Date(at).toISOString(), reader))
  const place = storyline.findIndex(({ isPresent }) => isPresent) + 1
  return plotFigure(
    {
      id: 'line',
      title: name,
      caption: storylineText(words.number(storyline.length), from ?? '', until ?? '', words.number(place)),
      height: base + 32,
      hasLinks: true,
      body: html`${timeAxis(timeTicks(first, last, reader), shareOf, base, side)}${marks}`,
      table: {
        heads: ['#', words.plots.began, words.plots.story],
        rows: storyline.map(({ title, firstAt }, index) => [index + 1, brief(firstAt, reader), foreign(title)]),
      },
    },
    reader,
  )
}
