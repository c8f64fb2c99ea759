import type { TodayView } from '../../../operations/day/today-views.ts'
import { foreign, type Html, html, joined, languageAttributes } from '../../layout/html.ts'
import { icon } from '../../layout/icon.ts'
import { articlePath, citationPath, storyPath } from '../../layout/links.ts'
import { progressBlock } from '../../layout/progress.ts'
import { dayIn, formatter, shortWhen } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { askForm } from '../../search/parts/ask-form.ts'
import { shortStory } from './today-list.ts'

/** Beside the news: the brief, a question, what is planned, and what was edited. */
export function todayAside(view: TodayView, reader: Reader): Html {
  const { words } = reader
  const ask = { from: view.day, until: view.day }
  return html`<aside aria-label="${words.today}">${view.progress && titled(words.progress, progressBlock(view.progress, reader))}
${
  view.storyCount > 0 &&
  html`<a class="promo" href="${view.nextDay === undefined ? '/brief' : `/brief/${view.day}`}"><span><b>${words.brief.title}</b><span class="small">${words.day.briefNote}</span></span>${icon('next')}</a>
${titled(words.asking.ofDay, askForm(words.asking.ofDay, ask, reader, undefined))}`
}
${comingUp(view, reader)}${edited(view, reader)}</aside>`
}

/** Stories that one outlet reports, which the list does not show. */
export function oneSourceOnly({ oneSourceOnly: cards }: TodayView, reader: Reader): Html {
  if (cards.length === 0) return html``
  return html`<section class="after one"><h2 class="hd">${reader.words.oneSourceOnly}</h2>${cards.map((card) => shortStory(card, reader))}</section>`
}

function titled(title: string, content: Html, look = ''): Html {
  return html`<section${look && html` class="${look}"`}><h2 class="hd">${title}</h2>${content}</section>
`
}

/** Sentences about what is planned; each opens its place in its article. */
function comingUp({ comingUp: events }: TodayView, reader: Reader): Html {
  if (events.length === 0) return html``
  const list = events.map(
    ({ date, citation, story }) =>
      html`<div><a href="${citationPath(citation)}" data-cite${languageAttributes(story.language)}><bdi>${citation.exact}</bdi></a><small>${plannedDay(date, reader)} · <a href="${storyPath(story.id)}">${foreign(story.title, story.language)}</a></small></div>`,
  )
  return titled(reader.words.day.comingUp, html`${list}`, 'after plans')
}

const dayOptions = { weekday: 'long' } as const
const dateOptions = { weekday: 'short', month: 'short', day: 'numeric' } as const

/** `Wednesday` within six days, then the date. */
function plannedDay(date: string, reader: Reader): Html {
  const ms = Date.parse(`${date.slice(0, 10)}T12:00:00Z`)
  const today = Date.parse(`${dayIn(reader.now, reader)}T12:00:00Z`)
  const options = ms - today < 6.5 * 86_400_000 ? dayOptions : dateOptions
  return html`<time datetime="${date}">${formatter(reader, options, 'UTC').format(ms)}</time>`
}

function edited({ edited: articles }: TodayView, reader: Reader): Html {
  if (articles.length === 0) return html``
  const list = articles.map(
    ({ articleId, sourceName, title, at }) =>
      html`<a href="${articlePath(articleId)}"><span dir="auto">${title}</span><small>${joined([foreign(sourceName), shortWhen(at, reader)], ' · ')}</small></a>`,
  )
  return titled(reader.words.quietlyEdited, html`${list}`, 'after')
}
