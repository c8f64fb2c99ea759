import type { StoryView } from '../../../operations/views.ts'
import { foreign, type Html, html, joined, languageAttributes, languageName } from '../../layout/html.ts'
import { storyPath } from '../../layout/links.ts'
import { brief, partialDate } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { part } from './story-frame.ts'

const namesShown = 3
const daysShown = 2
const numbersShown = 3

type Step = StoryView['storyline'][number]

/** The stories on the same matter in order of time, this one marked, each with what connects it. */
export function storylineSection({ storyline, dossier }: StoryView, reader: Reader): Html {
  if (storyline.length === 0) return html``
  const titles = new Map(storyline.map(({ id, title }) => [id, title]))
  return part(
    'earlier',
    reader.words.relations.storyline,
    html`<ol class="tl">${storyline.map((step) => stepItem(step, titles, dossier.language, reader))}
</ol>`,
  )
}

function stepItem(step: Step, titles: ReadonlyMap<string, string>, language: string, reader: Reader): Html {
  const { words } = reader
  const { thisStory, reasons, inCommon } = words.relations
  const { id, title, firstAt, articleCount, isPresent, from } = step
  const date = html`<b><time datetime="${firstAt}">${brief(firstAt, reader)}</time> · ${isPresent ? thisStory : words.articles(articleCount)}</b>`
  if (isPresent || !from)
    return html`<li aria-current="true">${date}<span${languageAttributes(language)}>${title}</span></li>
`
  const shared = [...from.sharedNames, ...from.sharedWords]
  return html`<li class="plan">${date}<a href="${storyPath(id)}"${languageAttributes(language)}>${title}</a>
<small>${joined(
    [
      from.isPresent ? reasons[from.reason] : foreign(words.quoted(titles.get(from.id) ?? ''), language),
      shared.length > 0 && html`${inCommon}${words.colon}${foreign(shared.join(', '), language)}`,
    ],
    ' · ',
  )}</small></li>
`
}

/** Related stories, each with the reason and what it shares with this one. */
export function relatedSection({ related, dossier }: StoryView, reader: Reader): Html {
  const { words } = reader
  const { related: title, reasons, inCommon } = words.relations
  if (related.length === 0) return html``
  return html`<div class="after">${part(
    'related',
    title,
    related.map(({ id, title: name, articleCount, lastAt, reason, sharedNames, sharedWords }) => {
      const shared = [...sharedNames, ...sharedWords]
      return html`<a href="${storyPath(id)}"${languageAttributes(dossier.language)}>${name}<small>${joined([reasons[reason], words.articles(articleCount), brief(lastAt, reader)], ' · ')}</small>${
        shared.length > 0 &&
        html`<small>${inCommon}${words.colon}${foreign(shared.join(', '), dossier.language)}</small>`
      }</a>`
    }),
  )}</div>`
}

/** The same event in other languages: a link to each, and how it was recognized. */
export function languageSection({ inOtherLanguages, dossier }: StoryView, reader: Reader): Html {
  const { words } = reader
  if (inOtherLanguages.length === 0) return html``
  return html`<div class="after">${part(
    'languages',
    words.relations.inOtherLanguages,
    inOtherLanguages.map(({ id, title, language, articleCount, names, days, numbers, words: pairs = [], byModel }) => {
      const common = joined(
        [
          names.length > 0 && foreign(names.slice(0, namesShown).join(', ')),
          ...days.slice(0, daysShown).map((day) => partialDate(day, reader)),
          ...numbers.slice(0, numbersShown).map((value) => words.number(value)),
        ],
        ' · ',
      )
      const hasCommon = names.length + days.length + numbers.length > 0
      const matching = joined(
        pairs.map(({ here, there }) =>
          here.toLowerCase() === there.toLowerCase()
            ? foreign(here, dossier.language)
            : html`${foreign(here, dossier.language)} / ${foreign(there, language)}`,
        ),
        ', ',
      )
      return html`<a href="${storyPath(id)}"${languageAttributes(language)}>${title}<small>${joined(
        [
          languageName(language, words.locale),
          words.articles(articleCount),
          byModel && html`${words.meaning.closeBy} <bdi>${byModel.model}</bdi>`,
          hasCommon && html`${words.relations.inCommon}${words.colon}${common}`,
        ],
        ' · ',
      )}</small>${pairs.length > 0 && html`<small>${words.relations.matchingWords}${words.colon}${matching}</small>`}</a>`
    }),
  )}</div>`
}
