import type { EntityListView, EntityOrder, Presence, SpeakersView } from '../../../operations/people/entity-views.ts'
import { exactWords } from '../../layout/citation-link.ts'
import { hidden } from '../../layout/forms.ts'
import { foreign, type Html, html, joined, languageAttributes } from '../../layout/html.ts'
import { icon } from '../../layout/icon.ts'
import { layout } from '../../layout/layout.ts'
import { citationPath, storyPath } from '../../layout/links.ts'
import { menu } from '../../layout/menu.ts'
import type { Reader } from '../../reader.ts'
import { entityPath, peoplePath } from '../parts/entity-link.ts'
import { monogram, statement } from '../parts/speaker.ts'

const kinds = ['person', 'organization', 'place'] as const
const periods = [7, 30] as const
const orders: readonly EntityOrder[] = ['stories', 'quotes', 'name']

/** Who spoke in today's news, then who and what is most in the news, or matches the search. */
export function peoplePage(view: EntityListView, reader: Reader, today?: SpeakersView): string {
  const { words } = reader
  const { kind, days, order } = view
  const body = html`<div class="people"><header class="pagehead"><h1>${words.people.kinds[kind]}</h1></header>
<nav class="tabs" aria-label="${words.frame.places.people}">${kinds.map(
    (each) =>
      html`<a href="${peoplePath({ ...view, kind: each, page: 1 })}"${each === kind && html` aria-current="page"`}>${words.people.kinds[each]}</a>`,
  )}</nav>
${today && today.speakers.length > 0 && speaking(today, reader)}
<div class="rollhead">${view.query === undefined ? heading(view, reader) : html`<h2>${words.people.withName(view.rows.length)}</h2>`}
<form action="/people" role="search" class="line" aria-label="${words.people.find}">${kind !== 'person' && hidden('kind', kind)}${days !== 7 && hidden('days', String(days))}${order !== 'stories' && hidden('order', order)}<input type="search" name="q" value="${view.query ?? ''}" aria-label="${words.people.find}" placeholder="${words.people.find}"></form></div>
${view.rows.length === 0 ? nothing(view, reader) : list(view, reader)}
</div>
`
  return layout(reader, { title: words.people.kinds[kind], place: 'people', body })
}

/** What the list shows, as a menu that changes it. */
function heading(view: EntityListView, { words }: Reader): Html {
  const choices = html`<p class="ph">${words.people.order}</p>${orders.map((order) => choice(words.people.orders[order], { order }, order === view.order))}<hr>${periods.map((days) => choice(words.people.lastDays(days), { days }, days === view.days))}`
  return html`<h2>${words.people.orders[view.order]}</h2>${menu(choices, { label: html`${words.people.lastDays(view.days)}${icon('chev')}` })}`

  function choice(label: string, changed: { order?: EntityOrder; days?: 7 | 30 }, isCurrent: boolean): Html {
    return html`<a href="${peoplePath({ ...view, ...changed, page: 1 })}"${isCurrent && html` aria-current="page"`}>${label}</a>`
  }
}

/** Who was quoted in the news of the last day, with their newest words. */
function speaking({ speakers, documents }: SpeakersView, reader: Reader): Html {
  const { words } = reader
  return html`<section aria-labelledby="today-h"><h2 class="hd" id="today-h">${words.people.today}</h2><div class="speaking">${speakers.map(
    ({ entity, storyCount, role, utterance, story }) => html`<article data-item>
<div class="who">${monogram(entity)}<div><h3><a href="${entityPath(entity.id)}" data-open>${foreign(entity.name)}</a></h3>${joined(
      [role && html`<a href="${citationPath(role)}">${exactWords(role, documents)}</a>`, words.stories(storyCount)],
      ' · ',
    )}</div></div>
${statement(utterance, entity, documents, reader)}<p class="small"><a href="${storyPath(story.id)}"${languageAttributes(story.language)}>${story.title}</a></p></article>
`,
  )}</div></section>`
}

function list(view: EntityListView, reader: Reader): Html {
  const { words } = reader
  const { rows, page, isCut, query } = view
  return html`<ol class="roll">${rows.map((row) => item(row, reader))}</ol>
${
  query === undefined &&
  (page > 1 || isCut) &&
  html`<nav class="acts" aria-label="${words.people.pages}">${page > 1 && html`<a class="btn" rel="prev" href="${peoplePath({ ...view, page: page - 1 })}">${words.find.previous}</a>`}${isCut && html`<a class="btn" rel="next" href="${peoplePath({ ...view, page: page + 1 })}">${words.moreResults}</a>`}</nav>`
}`
}

function item({ entity, storyCount, quoteCount }: Presence, { words }: Reader): Html {
  return html`<li data-item><a href="${entityPath(entity.id)}" data-open>${foreign(entity.name)}</a> <small>${words.stories(storyCount)}${quoteCount > 0 && html` · ${words.quotes(quoteCount)}`}</small></li>
`
}

function nothing({ kind, days, query }: EntityListView, { words }: Reader): Html {
  if (query !== undefined)
    return html`<div class="empty" role="status"><p>${words.people.nothingFound(query)}</p><p><a class="btn" href="${peoplePath({ kind, days })}">${words.people.orders.stories}</a></p></div>`
  return html`<div class="empty"><h2>${words.people.none[kind]}</h2>
<p>${words.people.noneNote}</p>${days === 7 && html`<p><a class="btn" href="${peoplePath({ kind, days: 30 })}">${words.people.lastDays(30)}</a></p>`}</div>`
}
