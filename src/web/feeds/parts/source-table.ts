import type { SourceRowView } from '../../../operations/feeds/source-views.ts'
import { cutPages, pageLinks } from '../../layout/cut-pages.ts'
import { hidden } from '../../layout/forms.ts'
import { foreign, type Html, html, languageName, type Piece } from '../../layout/html.ts'
import { icon } from '../../layout/icon.ts'
import { queryOf, sourcePath } from '../../layout/links.ts'
import { menu } from '../../layout/menu.ts'
import { outletMark } from '../../layout/outlet-mark.ts'
import { timeApart } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { arrangeSources, isFailing, type SourceChoice, sourceSorts } from '../../stories/parts/arrange-sources.ts'

const perPage = 60

/** The sources as a table sorted and filtered by its URL: three columns, which a phone has room for. */
export function sourceTable(views: readonly SourceRowView[], choice: SourceChoice, reader: Reader): Html {
  const { words } = reader
  const cut = cutPages(arrangeSources(views, choice, words.locale), choice.page, perPage)
  const failing = views.filter(isFailing).length
  return html`<div class="line sourcetools"><form action="/sources" role="search" aria-label="${words.outlets.find}" class="line">${Object.entries(fieldsOf({ ...choice, query: undefined })).map(([name, value]) => value !== undefined && hidden(name, value))}<input type="search" name="q" value="${choice.query ?? ''}" aria-label="${words.outlets.find}" placeholder="${words.outlets.find}"></form>
${order(choice, reader)}${filter(views, choice, reader)}${failing > 0 && html`<a class="bad" href="${pathOf({ isReversed: false, health: 'failing' })}">${words.outlets.failing(failing)}</a>`}</div>
${choice.family !== undefined && html`<p class="note">${foreign(choice.family)}</p>`}${
  cut.items.length === 0
    ? html`<div class="empty" role="status"><p>${words.outlets.noneMatch}</p><p><a class="btn" href="/sources">${words.showEverything}</a></p></div>`
    : html`<table class="cov sources"><thead><tr><th scope="col">${words.sources}</th><th scope="col">${words.own}</th><th scope="col">${words.hadFirst}</th></tr></thead>
<tbody>${cut.items.map((view) => sourceRow(view, reader))}</tbody></table>
${pageLinks(cut, (page) => pathOf(choice, page), reader)}`
}`
}

/** What the table is sorted by; the current choice again reverses it. */
function order(choice: SourceChoice, { words }: Reader): Html {
  const { sorts } = words.outlets
  const current = choice.sort ?? 'health'
  return menu(
    sourceSorts.map((sort) => {
      const isReversed = choice.sort === sort && !choice.isReversed
      return html`<a href="${pathOf({ ...choice, sort, isReversed })}"${sort === current && html` aria-current="page"`}>${sorts[sort]}</a>`
    }),
    { label: html`${sorts[current]}${icon('chev')}` },
  )
}

/** One language, or only what can or can't be loaded. */
function filter(views: readonly SourceRowView[], choice: SourceChoice, { words }: Reader): Html {
  const languages = [...new Set(views.flatMap(({ language }) => language ?? []))].sort()
  const { healths } = words.outlets
  const all = { ...choice, language: undefined, health: undefined }
  const chosen = choice.health ? healths[choice.health] : undefined
  const language = choice.language && languageName(choice.language, words.locale)
  return menu(
    html`<a href="${pathOf(all)}"${!chosen && !language && html` aria-current="page"`}>${words.sources}</a>${(['fine', 'failing'] as const).map((health) => html`<a href="${pathOf({ ...all, health })}"${health === choice.health && html` aria-current="page"`}>${healths[health]}</a>`)}${
      languages.length > 1 &&
      html`<hr>${languages.map((each) => html`<a href="${pathOf({ ...all, language: each })}"${each === choice.language && html` aria-current="page"`}>${languageName(each, words.locale)}</a>`)}`
    }`,
    { label: html`${language ?? chosen ?? words.sourcesCount(views.length)}${icon('chev')}` },
  )
}

type Chosen = { readonly [Name in keyof SourceChoice]: SourceChoice[Name] | undefined }

function pathOf(choice: Chosen, page = 1): string {
  return `/sources${queryOf({ ...fieldsOf(choice), page: page > 1 ? page : undefined })}`
}

function fieldsOf({ sort, isReversed, family, language, health, query }: Chosen) {
  return { sort, order: isReversed ? 'reversed' : undefined, family, language, health, q: query }
}

function sourceRow(view: SourceRowView, reader: Reader): Html {
  const { words } = reader
  const { ownShare, speed, feeds, articleCount } = view
  const failing = feeds.find((feed) => feed.isStopped || feed.lastError)
  const trouble = failing && (failing.lastError ? words.failing(failing.lastError.count) : words.stopped)
  return html`<tr data-item><th scope="row"><span class="o">${outletMark(view, reader)}<span><a href="${sourcePath(view.id)}" data-open>${foreign(view.name)}</a><small>${words.articles(articleCount)}${trouble && html` · <b class="bad">${trouble}</b>`}</small></span></span></th>
<td>${ownShare === undefined ? '–' : html`${words.percent(ownShare)}${shareBar(ownShare)}`}</td>
<td>${speed.storyCount > 0 ? words.outlets.firstOf(speed.firstCount, speed.storyCount) : '–'}</td></tr>
`
}

/** A share as a short bar beside its number. */
export function shareBar(share: number): Piece {
  return html`<svg class="own" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect width="${Math.round(share * 100)}" height="8"/></svg>`
}

/** Minutes as a duration: `3 hours`. */
export function minutesApart(minutes: number, reader: Reader): string {
  return timeApart(minutes * 60_000, reader) ?? reader.words.outlets.underAMinute
}
