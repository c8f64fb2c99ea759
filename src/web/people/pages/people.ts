import { defined } from '../../../core/defined.ts'
import type { EntityListView, Presence } from '../../../operations/people/entity-views.ts'
import { bar } from '../../layout/badges.ts'
import { hidden } from '../../layout/forms.ts'
import { foreign, type Html, html } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { shortWhen } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { entityPath, peoplePath } from '../parts/entity-link.ts'

const kinds = ['person', 'organization', 'place'] as const
const periods = [7, 30] as const

/** Who and what is most in the news, or matches the search: a list with an end. */
export function peoplePage(view: EntityListView, reader: Reader): string {
  const { words } = reader
  const { kind, days, query, rows, isCut } = view
  const title = words.people.kinds[kind]
  const body = html`<div class="single people"><h1>${title}</h1>
<div class="tools"><nav aria-label="${words.frame.places.people}"><ul class="tabs">${kinds.map(
    (each) =>
      html`<li><a href="${peoplePath({ kind: each, days, ...defined({ query }) })}"${each === kind && html` aria-current="page"`}>${words.people.kinds[each]}</a></li>`,
  )}</ul></nav>${search(view, reader)}</div>
${rows.length === 0 ? nothing(view, reader) : list(view, reader)}
${rows.length > 0 && html`<p class="note">${isCut ? words.people.cut(rows.length) : words.people.all}</p>`}
</div>
`
  return layout(reader, { title, place: 'people', body })
}

function search({ kind, days, query }: EntityListView, { words }: Reader): Html {
  return html`<form action="/people" class="line" role="search" aria-label="${words.people.find}">${kind !== 'person' && hidden('kind', kind)}${days !== 7 && hidden('days', String(days))}
<input type="search" name="q" value="${query ?? ''}" aria-label="${words.people.find}" placeholder="${words.people.find}">
<button class="btn ghost">${words.search}</button></form>`
}

function list(view: EntityListView, reader: Reader): Html {
  const { words } = reader
  const { rows, query } = view
  const most = Math.max(...rows.map(({ storyCount }) => storyCount))
  return html`<div class="facts"><span>${query === undefined ? words.people.inLastDays(view.days) : words.people.withName(rows.length)}</span>${query === undefined && periodTabs(view, reader)}</div>
<ol class="roll">${rows.map((row) => item(row, most, reader))}</ol>`
}

function periodTabs({ kind, days }: EntityListView, { words }: Reader): Html {
  return html`<span class="periods">${periods.map(
    (each) =>
      html`<a href="${peoplePath({ kind, days: each })}"${each === days && html` aria-current="true"`}>${words.people.lastDays(each)}</a> `,
  )}</span>`
}

function item({ entity, storyCount, quoteCount, saidAt }: Presence, most: number, reader: Reader): Html {
  const { words } = reader
  return html`<li data-item><h2><a href="${entityPath(entity.id)}" data-open>${foreign(entity.name)}</a></h2>
${bar(storyCount / Math.max(1, most))}
<p class="small"><b>${words.stories(storyCount)}</b> · ${quoteCount > 0 ? words.quotes(quoteCount) : words.people.notQuoted}</p>${saidAt && html`<p class="small">${words.people.lastSaid} ${shortWhen(saidAt, reader)}</p>`}</li>
`
}

function nothing({ kind, days, query }: EntityListView, { words }: Reader): Html {
  if (query !== undefined)
    return html`<div class="empty" role="status"><h2>${words.people.nothingFound}</h2>
<p>${words.people.nothingFoundNote}</p><p><a class="btn ghost" href="${peoplePath({ kind, days })}">${words.people.inLastDays(days)}</a></p></div>`
  return html`<div class="empty"><h2>${words.people.none[kind]}</h2>
<p>${words.people.noneNote}</p>${days === 7 && html`<p><a class="btn ghost" href="${peoplePath({ kind, days: 30 })}">${words.people.lastDays(30)}</a></p>`}</div>`
}
