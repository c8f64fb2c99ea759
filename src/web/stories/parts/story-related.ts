import { nth } from '../../../core/nth.ts'
import type { StoryView } from '../../../operations/views.ts'
import { foreign, type Html, html, joined, languageAttributes, languageName } from '../../layout/html.ts'
import { storyPath } from '../../layout/links.ts'
import { plainLine } from '../../layout/plain-line.ts'
import { section } from '../../layout/section.ts'
import { brief, partialDate, shortWhen } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { timeTicks } from './plot-dates.ts'
import { plotFigure, sideOf, timeAxis } from './plot-parts.ts'
import { placeLabels, scaleOf } from './plot-scale.ts'

const [margin, rowTall] = [0.05, 22]

/** When the related stories began: a numbered mark for each, in the order of the list; the current one is filled. */
function storylinePlot(storyline: StoryView['storyline'], reader: Reader): Html {
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
    const mark = html`<title>${plainLine(text)}</title><svg x="${side(shareOf(nth(times, index)))}" y="${base - 12 - nth(placed, index).row * rowTall}"><rect class="hit" x="-12" y="-12" width="24" height="24"/><circle r="9.5"/><text y="3.8" text-anchor="middle">${index + 1}</text></svg>`
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

const namesShown = 3
const daysShown = 2
const numbersShown = 3

type Step = StoryView['storyline'][number]

/** Related stories, each with the reason and what it shares with this one. */
export function relatedSection({ related, dossier }: StoryView, reader: Reader): Html {
  const { words } = reader
  const { related: title, reasons, inCommon } = reader.words.relations
  if (related.length === 0) return html``
  return section(
    'related',
    title,
    html`<ul class="rel">${related.map(
      ({ id, title, articleCount, lastAt, reason, sharedNames, sharedWords }) =>
        html`<li><a href="${storyPath(id)}"${languageAttributes(dossier.language)}>${title}</a>
<small>${joined([reasons[reason], words.articles(articleCount), shortWhen(lastAt, reader)], ' · ')}</small>
${common([...sharedNames, ...sharedWords], dossier.language)}</li>`,
    )}</ul>`,
  )

  function common(shared: readonly string[], language: string): Html {
    return shared.length === 0
      ? html``
      : html`<small>${inCommon}${reader.words.colon}${foreign(shared.join(', '), language)}</small>`
  }
}

/** The same event in other languages: a link to each, and how it was recognized. */
export function languageLinks({ inOtherLanguages }: StoryView, reader: Reader): Html {
  const words = reader.words.relations
  if (inOtherLanguages.length === 0) return html``
  return section(
    'languages',
    words.inOtherLanguages,
    html`<ul class="rel">${inOtherLanguages.map(
      ({ id, title, language, articleCount, names, days, numbers, byModel }) =>
        html`<li><small>${words.sameEventIn(languageName(language, reader.words.locale))}:</small>
<a href="${storyPath(id)}"${languageAttributes(language)}>${title}</a>
<small>${joined(
          [
            reader.words.articles(articleCount),
            byModel && html`${reader.words.meaning.closeBy} <bdi>${byModel.model}</bdi>`,
            html`${words.inCommon}${reader.words.colon}${joined(
              [
                names.length > 0 && foreign(names.slice(0, namesShown).join(', ')),
                ...days.slice(0, daysShown).map((day) => partialDate(day, reader)),
                ...numbers.slice(0, numbersShown).map((value) => reader.words.number(value)),
              ],
              ' · ',
            )}`,
          ],
          ' · ',
        )}</small></li>`,
    )}</ul>`,
  )
}

/** The storyline: a drawing of when its stories began, and a chronological list with this story marked. */
export function storylineSection({ storyline, dossier }: StoryView, reader: Reader): Html {
  if (storyline.length === 0) return html``
  const titles = new Map(storyline.map(({ id, title }) => [id, title]))
  return section(
    'storyline',
    reader.words.relations.storyline,
    html`${storylinePlot(storyline, reader)}
<ol class="tl numbered">${storyline.map((step) => stepItem(step, titles, dossier.language, reader))}
</ol>`,
  )
}

function stepItem(step: Step, titles: ReadonlyMap<string, string>, language: string, reader: Reader): Html {
  const { words } = reader
  const { thisStory, reasons, inCommon, through } = reader.words.relations
  const { id, title, firstAt, articleCount, isPresent, from } = step
  const date = html`<p class="date"><time datetime="${firstAt}">${brief(firstAt, reader)}</time>
<span class="orig">${isPresent ? thisStory : words.articles(articleCount)}</span></p>`
  if (isPresent || !from)
    return html`<li class="here" aria-current="true">${date}<p class="words"><b${languageAttributes(language)}>${title}</b></p></li>
`
  const shared = [...from.sharedNames, ...from.sharedWords]
  return html`<li>${date}<p class="words"><a href="${storyPath(id)}"${languageAttributes(language)}>${title}</a></p>
<p class="small">${joined(
    [
      from.isPresent ? reasons[from.reason] : html`${through} ${foreign(`“${titles.get(from.id) ?? ''}”`, language)}`,
      shared.length > 0 && html`${inCommon}${reader.words.colon}${foreign(shared.join(', '), language)}`,
    ],
    ' · ',
  )}</p></li>
`
}
