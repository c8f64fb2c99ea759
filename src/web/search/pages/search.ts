import { defined } from '../../../core/defined.ts'
import { maxLength } from '../../../core/text/max-length.ts'
import { type FindTab, type FindView, findTabs, type SavedSearchView } from '../../../operations/search/find-views.ts'
import { feedSettingsPath } from '../../feeds/parts/feed-links.ts'
import { backField, buttonForm, hidden } from '../../layout/forms.ts'
import { foreign, type Html, html, joined, languageName } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { queryOf } from '../../layout/links.ts'
import { hiddenLine } from '../../layout/plain-line.ts'
import { section } from '../../layout/section.ts'
import { longDay } from '../../layout/time.ts'
import { followButton } from '../../library/parts/follow-button.ts'
import type { Reader } from '../../reader.ts'
import { alsoClosePart } from '../../stories/parts/also-close.ts'
import { askPath } from '../parts/ask-address.ts'
import { articleHit, personHit, quoteHit, storyHit } from '../parts/find-hits.ts'
import { askedParts, findPath, queryWith } from '../parts/find-path.ts'

/** The reader's saved searches: how many articles are new, a feed of each, and forms to rename and delete it. */
function savedSearchList(searches: readonly SavedSearchView[], reader: Reader): Html {
  const { words } = reader
  if (searches.length === 0) return html``
  return section(
    'saved-searches',
    words.find.saved,
    html`<p class="note">${words.find.savedNote}</p><ul class="kept">${searches.map((search) => savedRow(search, reader))}</ul>`,
    searches.length,
  )
}

function savedRow({ id, name, query, fresh }: SavedSearchView, reader: Reader): Html {
  const { words } = reader
  const count = fresh.isMore ? words.find.moreThan(words.number(fresh.count), fresh.count) : words.number(fresh.count)
  const path = `/searches/${encodeURIComponent(id)}`
  return html`<li>
<p><a href="/search${queryOf({ q: query })}"><b>${foreign(name)}</b></a>${fresh.count > 0 && html` <span class="tag new">${words.find.fresh(count, fresh.count)}</span>`}
<small>${name !== query && html`<code>${foreign(query)}</code> · `}<a href="${feedSettingsPath({ kind: 'search', target: id })}">${words.find.feed}<span class="sr">: ${name}</span></a></small></p>
<details><summary>${words.find.rename}<span class="sr">: ${name}</span></summary>
<form method="post" action="${path}/rename" class="line">${backField(reader)}<label>${words.find.name}
<input name="name" value="${name}" required maxlength="${maxLength.searchName}"></label> <button class="btn ghost">${words.save}</button></form></details>
${buttonForm(reader, { action: `${path}/remove`, label: words.find.removeSearch, variant: 'quiet', button: html` aria-label="${words.find.removeSearch}${reader.words.colon}${name}"` })}
</li>`
}

/** Saves this search, or shows the name it is saved under. */
function saveSearchForm({ query, saved }: FindView, reader: Reader): Html {
  const { words } = reader
  if (saved)
    return html`<span>${words.find.isSaved} <a href="/search#saved-searches"><b>${foreign(saved.name)}</b></a> · <a href="${feedSettingsPath({ kind: 'search', target: saved.id })}">${words.find.feed}</a></span>`
  return buttonForm(reader, { action: '/searches', fields: { query }, label: words.find.saveSearch })
}

/** After deleting one: the form that restores it. */
function removedNotice(removed: { readonly name: string; readonly query: string } | undefined, reader: Reader): Html {
  const { words } = reader
  if (!removed) return html``
  return html`<div class="notice" role="status"><form method="post" action="/searches" class="line">${hidden('back', '/search')}${hidden('name', removed.name)}${hidden('query', removed.query)}
<span>${words.find.removed} <b>${foreign(removed.name)}</b></span> <button class="btn quiet">${words.undo}</button></form></div>`
}

/** The field for a query, and behind a click the same as fields: both lead to the same URL. */
function findForm(view: FindView, reader: Reader): Html {
  const { words } = reader
  return html`<form action="/search" class="seek" role="search" aria-label="${words.find.lead}">
<input type="search" name="q" value="${view.query}" aria-label="${words.find.lead}" placeholder="${words.find.lead}">
${view.sort === 'newest' && hidden('sort', 'newest')}<button class="btn">${words.search}</button>
</form>
<details class="narrow"><summary>${words.find.narrow}</summary>
<form action="/search">${hidden('words', view.asked.text)}${view.sort === 'newest' && hidden('sort', 'newest')}
${fields(view, reader)}
<button class="btn ghost">${words.find.apply}</button>
</form></details>`
}

function fields({ asked, facets }: FindView, { words }: Reader): Html {
  const chosen = asked.lang === undefined ? [] : [asked.lang]
  const languages = [...new Set([...chosen, ...facets.languages.map(({ value }) => value)])]
  return html`<label>${words.find.said}
<input name="said" value="${asked.said ?? ''}"></label>
<label>${words.find.from}
<input name="from" value="${asked.from ?? ''}" list="outlets-found"></label>
<datalist id="outlets-found">${facets.sources.map(({ value }) => html`<option value="${value}"></option>`)}</datalist>
<label>${words.find.after}
<input type="date" name="after" value="${asked.after ?? ''}"></label>
<label>${words.find.before}
<input type="date" name="before" value="${asked.before ?? ''}"></label>
<label>${words.language}
<select name="lang"><option value="">${words.find.anyLanguage}</option>${languages.map((code) => html`<option value="${code}"${code === asked.lang && html` selected`}>${languageName(code, words.locale)}</option>`)}</select></label>
<label>${words.section}
<input name="section" value="${asked.section ?? ''}" list="sections-found"></label>
<datalist id="sections-found">${facets.sections.map(({ value }) => html`<option value="${value}"></option>`)}</datalist>${asked.in !== undefined && hidden('in', asked.in)}`
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

/** The results of a search by kind; without one, the query syntax and the saved searches. */
export function searchPage(
  view: FindView,
  reader: Reader,
  removed?: { readonly name: string; readonly query: string },
): string {
  const { words } = reader
  const isEmpty = findTabs.every((tab) => view.counts[tab].count === 0)
  const body = html`<div class="single wide find-page"><h1>${words.search}</h1>${removedNotice(removed, reader)}${findForm(view, reader)}
${view.asked.unread.map((part) => html`<p class="notice warn" role="status">${words.find.notReadOf(part)}</p>`)}${chips(view, reader)}${hiddenLine(view.hidden, reader)}
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

function chips(view: FindView, reader: Reader): Html {
  const { words } = reader
  const parts = askedParts(view.asked, reader)
  if (parts.length === 0) return html``
  return html`<ul class="chips" aria-label="${words.day.chosen}">${parts.map(
    ({ label, without }) =>
      html`<li><a href="${findPath(view, { query: without, tab: undefined })}"><span class="sr">${words.find.removeThis('')}</span>${foreign(label)} <span aria-hidden="true">×</span></a></li>`,
  )}</ul>`
}

function results(view: FindView, reader: Reader): Html {
  const { words } = reader
  const shown = findTabs.filter((tab) => view.counts[tab].count > 0 || tab === view.tab)
  return html`<div class="tools"><nav aria-label="${words.find.results}"><ul class="tabs">${shown.map((tab) => html`<li><a href="${findPath(view, { tab })}"${tab === view.tab && html` aria-current="page"`}>${words.find.tabs[tab]} <span class="n">${count(view, tab, reader)}</span></a></li>`)}</ul></nav>
${(view.tab === 'stories' || view.tab === 'articles') && sorts(view, reader)}</div>
${view.counts[view.tab].count === 0 ? elsewhere(view, reader) : html`<h2 class="sr">${words.find.tabs[view.tab]}</h2><ul class="hits">${hitsOf(view, reader)}</ul>`}
${pages(view, reader)}${view.page === view.pageCount && capped(view, reader)}
<div class="actions keep">${saveSearchForm(view, reader)} ${followButton({ kind: 'search', target: view.query, label: view.query, isFollowed: view.isFollowed, names: words.mine.ofSearch }, reader)} ${askLink(view, reader)}</div>`
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
  return isMore ? words.find.moreThan(words.number(count), count) : words.number(count)
}

function sorts(view: FindView, { words }: Reader): Html {
  return html`<ul class="tabs" aria-label="${words.find.order}">${(['best', 'newest'] as const).map((sort) => html`<li><a href="${findPath(view, { sort })}"${sort === view.sort && html` aria-current="true"`}>${words.find[sort]}</a></li>`)}</ul>`
}

function pages(view: FindView, reader: Reader): Html {
  const { words } = reader
  const { page, pageCount } = view
  if (pageCount === 1) return html``
  const [back, on] = words.direction === 'rtl' ? ['→', '←'] : ['←', '→']
  const link = (to: number) => words.find.pageOf(words.number(to), words.number(pageCount))
  return html`<nav class="pages" aria-label="${words.day.pages}"><p>${link(page)}</p>
${page > 1 && html`<a class="btn ghost" rel="prev" href="${findPath(view, { page: page - 1 })}">${back} ${words.find.previous}</a>`}
${page < pageCount && html`<a class="btn" rel="next" href="${findPath(view, { page: page + 1 })}">${words.moreResults} ${on}</a>`}
</nav>`
}

/** Says that only the newest articles were searched, with a link to search older ones. */
function capped(view: FindView, reader: Reader): Html {
  const { words } = reader
  if (view.oldestRead === undefined) return html``
  const older = queryWith(view.asked, { before: view.oldestRead, in: undefined })
  return html`<p class="note">${words.find.capped(longDay(view.oldestRead, reader), '')} <a href="${findPath(view, { query: older, tab: view.tab })}">${words.find.older}</a></p>`
}

function elsewhere(view: FindView, reader: Reader): Html {
  const { words } = reader
  const others = findTabs.filter((tab) => view.counts[tab].count > 0)
  const links = others.map(
    (tab) => html`<a href="${findPath(view, { tab })}">${words.find.tabs[tab]} ${count(view, tab, reader)}</a>`,
  )
  return html`<div class="empty" role="status"><h2>${words.nothingFound}</h2><p>${words.find.otherTab} ${joined(links, ' · ')}</p></div>`
}

function nothingFound(view: FindView, reader: Reader): Html {
  const { words } = reader
  const parts = askedParts(view.asked, reader)
  const isMarked = /["“”]/.test(view.asked.text)
  const what = [
    view.asked.text && (isMarked ? view.asked.text : `“${view.asked.text}”`),
    ...parts.map(({ label }) => label),
  ]
    .filter(Boolean)
    .join(', ')
  const plainer = view.asked.text
    .replace(/["“”]/g, ' ')
    .replace(/(?<=^|\s)-\S+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const looser = [
    ...parts.map(({ label, without }) => ({ label, query: without })),
    ...(view.asked.text !== '' && parts.length > 0
      ? [{ label: view.asked.text, query: queryWith(view.asked, { text: '' }) }]
      : []),
  ].filter(({ query }) => query !== '')
  return html`<div class="empty" role="status">
<h2>${words.nothingFound}</h2>
<p>${words.find.searchedOf(what)}</p>
${
  (looser.length > 0 || (plainer !== '' && plainer !== view.asked.text)) &&
  html`<p>${words.find.loosen}</p><ul>${looser.map(({ label, query }) => html`<li><a href="/search${queryOf({ q: query })}">${words.find.without(label, '')}</a></li>`)}${
    plainer !== '' &&
    plainer !== view.asked.text &&
    html`<li><a href="/search${queryOf({ q: queryWith(view.asked, { text: plainer }) })}">${foreign(plainer)}</a></li>`
  }</ul>`
}
${view.asked.text !== '' && html`<p>${askLink(view, reader)}</p>`}</div>`
}

/** The same words as a question. */
function askLink({ asked }: FindView, { words }: Reader): Html {
  if (asked.text === '') return html``
  const question = asked.text.replace(/["“”]/g, '').replace(/(?<=^|\s)-\S+/g, ' ')
  return html`<a class="btn ghost" href="${askPath({ question: question.replace(/\s+/g, ' ').trim(), follows: [] })}">${words.asking.askInstead}</a>`
}

function howToAsk({ examples, searches }: FindView, reader: Reader): Html {
  const { words } = reader
  return html`${
    examples.length > 0 &&
    section(
      'examples',
      words.find.examples,
      html`<ul class="examples">${examples.map((query) => html`<li><a href="/search${queryOf({ q: query })}"><code>${foreign(query)}</code></a></li>`)}</ul>`,
    )
  }${savedSearchList(searches, reader)}${section(
    'how',
    words.find.how,
    html`<dl class="hows">${queryExamples.map((query, index) => html`<div><dt><code dir="ltr">${query}</code></dt><dd>${words.find.hows[index]}</dd></div>`)}</dl>`,
  )}`
}
