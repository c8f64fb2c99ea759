import type { StoryView } from '../../operations/views.ts'
import type { Reader } from '../reader.ts'
import { type Html, html, joined } from './html.ts'
import { foreign, languageAttributes, languageName } from './language.ts'
import { storyPath } from './links.ts'
import { storylinePlot } from './plot-storyline.ts'
import { section } from './section.ts'
import { brief, partialDate, shortWhen } from './time.ts'

const namesShown = 3
const daysShown = 2
const numbersShown = 3

type Step = StoryView['storyline'][number]

/** Related stories, each with its reason and what it has in common with this one. */
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

/** The same event told in other languages: a link to each, and what gave it away. */
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

/** The storyline: a drawing of when its stories began, and the list in order of time with this story marked. */
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
