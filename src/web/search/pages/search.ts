import { defined } from '../../../core/defined.ts'
import { maxLength } from '../../../core/text/max-length.ts'
import { type FindTab, type FindView, findTabs, type SavedSearchView } from '../../../operations/search/find-views.ts'
import { feedSettingsPath } from '../../feeds/parts/feed-links.ts'
import { backField, buttonForm, hidden } from '../../layout/forms.ts'
import { foreign, type Html, html, joined } from '../../layout/html.ts'
import { icon } from '../../layout/icon.ts'
import { layout } from '../../layout/layout.ts'
import { queryOf } from '../../layout/links.ts'
import { menu } from '../../layout/menu.ts'
import { hiddenLine } from '../../layout/plain-line.ts'
import { section } from '../../layout/section.ts'
import { longDay } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { alsoClosePart } from '../../stories/parts/also-close.ts'
import { askPath } from '../parts/ask-address.ts'
import { findFilters } from '../parts/find-filters.ts'
import { articleHit, personHit, quoteHit, storyHit } from '../parts/find-hits.ts'
import { askedParts, findPath, queryWith } from '../parts/find-path.ts'

/** The results of a search by kind, with filters beside them; without a query, how to search and the saved searches. */
export function searchPage(
  view: FindView,
  reader: Reader,
  removed?: { readonly name: string; readonly query: string },
): string {
  const { words } = reader
  const isEmpty = findTabs.every((tab) => view.counts[tab].count === 0)
  const body = html`<div class="find-page"><h1 class="sr">${words.search}</h1>${removedNotice(removed, reader)}${findForm(view, reader)}
${view.asked.unread.map((part) => html`<p class="notice warn" role="status">${words.find.notReadOf(part)}</p>`)}${chosen(view, reader)}${hiddenLine(view.hidden, reader)}
${!view.hasAsked ? howToAsk(view, reader) : isEmpty ? nothingFound(view, reader) : results(view, reader)}${alsoClosePart(view.alsoClose, reader)}
</div>
`
  return layout(reader, {
    title: view.query ? `${view.query} · ${words.search}` : words.search,
    place: 'search',
    ...defined({ feed: view.saved && { kind: 'search' as const, target: view.saved.id } }),
    body,
    query: view.query,
  })
}

/** After deleting a saved search: the form that restores it. */
function removedNotice(removed: { readonly name: string; readonly query: string } | undefined, reader: Reader): Html {
  const { words } = reader
  if (!removed) return html``
  return html`<div class="notice" role="status"><form method="post" action="/searches" class="line">${hidden('back', '/search')}${hidden('name', removed.name)}${hidden('query', removed.query)}
<span>${words.find.removed} <b>${foreign(removed.name)}</b></span> <button class="btn">${words.undo}</button></form></div>`
}

function findForm(view: FindView, { words }: Reader): Html {
  return html`<form action="/search" class="ask" role="search" aria-label="${words.searchLabel}"><input type="search" class="in" name="q" value="${view.query}" aria-label="${words.searchLabel}" placeholder="${words.searchLabel}">
${view.sort === 'newest' && hidden('sort', 'newest')}<button class="btn main">${words.search}</button></form>`
}

/** The filters of the query, each with a link that removes it. */
function chosen(view: FindView, reader: Reader): Html {
  const { words } = reader
  const parts = askedParts(view.asked, reader)
  if (parts.length === 0) return html``
  return html`<ul class="set picks" aria-label="${words.find.filters}">${parts.map(
    ({ label, without }) =>
      html`<li><a href="${findPath(view, { query: without, tab: undefined })}" aria-label="${words.find.removeThis(label)}">${foreign(label)}${icon('x')}</a></li>`,
  )}</ul>`
}

function results(view: FindView, reader: Reader): Html {
  const { words } = reader
  const shown = findTabs.filter((tab) => view.counts[tab].count > 0 || tab === view.tab)
  const isSorted = view.tab === 'stories' || view.tab === 'articles'
  return html`<nav class="tabs" aria-label="${words.find.results}">${shown.map((tab) => html`<a href="${findPath(view, { tab })}"${tab === view.tab && html` aria-current="page"`}>${words.find.tabs[tab]} <span class="n">${count(view, tab, reader)}</span></a>`)}</nav>
<div class="cols"><div><div class="acts by-sort">${isSorted && sorts(view, reader)}<a class="btn soft narrow" href="#filters">${icon('filter')}${words.find.filters}</a>${keep(view, reader)}</div>
${view.counts[view.tab].count === 0 ? elsewhere(view, reader) : html`<h2 class="sr">${words.find.tabs[view.tab]}</h2><ul class="rows">${hitsOf(view, reader)}</ul>`}
${pages(view, reader)}${view.page === view.pageCount && older(view, reader)}</div>
<aside aria-label="${words.find.filters}">${findFilters(view, reader)}</aside></div>`
}

function hitsOf(view: FindView, reader: Reader): readonly Html[] {
  switch (view.tab) {
    case 'stories':
      return view.stories.map((story) => storyHit(story, reader))
    case 'articles':
      return view.articles.map((hit) => articleHit(hit, reader))
    case 'quotes':
      return view.quotes.map((quote) => quoteHit(quote, reader))
    case 'people':
      return view.people.map((found) => personHit(found, reader))
  }
}

function count(view: FindView, tab: FindTab, { words }: Reader): string {
  const { count, isMore } = view.counts[tab]
  return `${words.number(count)}${isMore ? '+' : ''}`
}

function sorts(view: FindView, { words }: Reader): Html {
  return html`<span class="seg">${(['best', 'newest'] as const).map((sort) => html`<a href="${findPath(view, { sort })}"${sort === view.sort && html` aria-current="true"`}>${words.find[sort]}</a>`)}</span>`
}

/** Saves and follows this search, or shows that it is; and the same words as a question. */
function keep(view: FindView, reader: Reader): Html {
  const { find } = reader.words
  const { query, saved, isFollowed } = view
  const save =
    saved || isFollowed
      ? html`<a class="btn soft is-kept" href="${saved ? '/search#saved-searches' : '/following'}">${icon('check')}${find.isSaved}</a>`
      : buttonForm(reader, { action: '/searches', fields: { query }, label: html`${icon('save')}${find.saveSearch}` })
  const more = html`${saved && html`<a href="${feedSettingsPath({ kind: 'search', target: saved.id })}">${icon('feeds')}${find.feed}</a>`}${askLink(view, reader)}`
  return html`${save}${(saved || view.asked.text !== '') && menu(more, { name: reader.words.frame.more, isAtEnd: true })}`
}

function pages(view: FindView, reader: Reader): Html {
  const { words } = reader
  const { page, pageCount } = view
  if (pageCount === 1) return html``
  return html`<nav class="acts pages" aria-label="${words.day.pages}">${page > 1 && html`<a class="btn" rel="prev" href="${findPath(view, { page: page - 1 })}">${icon('prev')}${words.find.previous}</a>`}<span class="small">${words.find.pageOf(words.number(page), words.number(pageCount))}</span>${page < pageCount && html`<a class="btn" rel="next" href="${findPath(view, { page: page + 1 })}">${words.moreResults}${icon('next')}</a>`}</nav>`
}

/** Only the newest matches were read: a link to older ones. */
function older(view: FindView, reader: Reader): Html {
  if (!view.oldestRead || view.tab === 'people') return html``
  const query = queryWith(view.asked, { before: view.oldestRead, in: undefined })
  return html`<p><a class="go" href="${findPath(view, { query, tab: view.tab })}">${reader.words.find.older(longDay(view.oldestRead, reader))}</a></p>`
}

function elsewhere(view: FindView, reader: Reader): Html {
  const { find } = reader.words
  const others = findTabs.filter((tab) => view.counts[tab].count > 0)
  const links = others.map(
    (tab) => html`<a href="${findPath(view, { tab })}">${find.tabs[tab]} ${count(view, tab, reader)}</a>`,
  )
  return html`<div class="empty" role="status"><h2>${find.noneFor(find.tabs[view.tab])}</h2><p>${find.otherTab} ${joined(links, ' · ')}</p></div>`
}

function nothingFound(view: FindView, reader: Reader): Html {
  const { find } = reader.words
  const { asked } = view
  const parts = askedParts(asked, reader)
  const isMarked = /["“”]/.test(asked.text)
  const what = [
    asked.text && (isMarked ? asked.text : reader.words.quoted(asked.text)),
    ...parts.map(({ label }) => label),
  ]
  const plainer = asked.text
    .replace(/["“”]/g, ' ')
    .replace(/(?<=^|\s)-\S+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const broader = [
    ...parts.map(({ label, without }) => ({ label: find.without(label), query: without })),
    ...(asked.text !== '' && parts.length > 0
      ? [{ label: find.without(asked.text), query: queryWith(asked, { text: '' }) }]
      : []),
    ...(plainer !== '' && plainer !== asked.text
      ? [{ label: plainer, query: queryWith(asked, { text: plainer }) }]
      : []),
  ].filter(({ query }) => query !== '')
  return html`<div class="empty" role="status"><h2>${find.noneFor(what.filter(Boolean).join(', '))}</h2>
${broader.length > 0 && html`<p>${find.loosen}</p>${queryList(broader)}`}
${asked.text !== '' && html`<p>${askLink(view, reader, 'btn')}</p>`}</div>`
}

/** The same words as a question. */
function askLink({ asked }: FindView, { words }: Reader, look?: string): Html {
  if (asked.text === '') return html``
  const question = asked.text.replace(/["“”]/g, '').replace(/(?<=^|\s)-\S+/g, ' ')
  return html`<a${look && html` class="${look}"`} href="${askPath({ question: question.replace(/\s+/g, ' ').trim(), follows: [] })}">${icon('ask')}${words.asking.askInstead}</a>`
}

function queryList(list: readonly { readonly label: string; readonly query: string }[]): Html {
  return html`<ul class="leads">${list.map(({ label, query }) => html`<li><a href="/search${queryOf({ q: query })}">${foreign(label)}</a></li>`)}</ul>`
}

/** Query syntax, in the order in which it is explained. */
const queryExamples = [
  'ceasefire talks',
  '"night watch"',
  'ferry -strike',
  'said:Reyd',
  'from:Echo',
  'in:2026-08',
  'lang:ar',
  'section:World',
]

function howToAsk({ examples, searches }: FindView, reader: Reader): Html {
  const { find } = reader.words
  return html`<div class="cols"><div>${savedSearchList(searches, reader)}${
    examples.length > 0 &&
    section('examples', find.examples, queryList(examples.map((query) => ({ label: query, query }))))
  }</div><aside aria-labelledby="how-h">${section(
    'how',
    find.how,
    html`<dl class="hows">${queryExamples.map((query, index) => html`<div><dt><code dir="ltr">${query}</code></dt><dd>${find.hows[index]}</dd></div>`)}</dl>`,
  )}<p><a class="go" href="/check">${reader.words.checking.checkInstead}</a></p></aside></div>`
}

/** The reader's saved searches: how many articles are new, a feed of each, and forms to rename and delete it. */
function savedSearchList(searches: readonly SavedSearchView[], reader: Reader): Html {
  if (searches.length === 0) return html``
  return section(
    'saved-searches',
    reader.words.find.saved,
    html`<ul class="listed">${searches.map((search) => savedRow(search, reader))}</ul>`,
    searches.length,
  )
}

function savedRow({ id, name, query, fresh }: SavedSearchView, reader: Reader): Html {
  const { find, marking, frame, colon, number } = reader.words
  const path = `/searches/${encodeURIComponent(id)}`
  const more = html`<a href="${feedSettingsPath({ kind: 'search', target: id })}">${icon('feeds')}${find.feed}<span class="sr">${colon}${name}</span></a><hr>
<form method="post" action="${path}/rename">${backField(reader)}<input name="name" value="${name}" required maxlength="${maxLength.searchName}" aria-label="${reader.words.formAgain.fields.name}"> <button aria-label="${marking.rename}${colon}${name}">${marking.rename}</button></form><hr>
${buttonForm(reader, { action: `${path}/remove`, label: reader.words.mine.deleteNote, button: html` aria-label="${reader.words.mine.deleteNote}${colon}${name}"` })}`
  return html`<li><h3><a href="/search${queryOf({ q: query })}">${foreign(name)}</a>${fresh.count > 0 && html` <span class="chip new">${find.fresh(`${number(fresh.count)}${fresh.isMore ? '+' : ''}`, fresh.count)}</span>`}</h3>${menu(more, { name: `${frame.more}${colon}${name}`, isAtEnd: true })}${name !== query && html`<p class="meta"><code>${foreign(query)}</code></p>`}</li>`
}
