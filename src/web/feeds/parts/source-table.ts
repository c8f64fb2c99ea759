import type { SourceRowView } from '../../../operations/feeds/source-views.ts'
import { bar } from '../../layout/badges.ts'
import { cutPages, pageLinks } from '../../layout/cut-pages.ts'
import { hidden } from '../../layout/forms.ts'
import { foreign, type Html, html, languageName, type Piece } from '../../layout/html.ts'
import { queryOf, sourcePath } from '../../layout/links.ts'
import { timeApart } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { arrangeSources, isFailing, type SourceChoice, type SourceSort } from '../../stories/parts/arrange-sources.ts'

const perPage = 250
/** A list of more owners is unusable; the page of each source names its own. */
const mostOwners = 500

/** The sources as a table sorted and filtered by its URL. */
export function sourceTable(views: readonly SourceRowView[], choice: SourceChoice, reader: Reader): Html {
  const { words } = reader
  const cut = cutPages(arrangeSources(views, choice, words.locale), choice.page, perPage)
  const rows = cut.items
  const failing = views.filter(isFailing).length
  const heads: readonly (readonly [SourceSort, string])[] = [
    ['name', words.outlet],
    ['articles', words.articlesHeading],
    ['own', words.ownText],
    ['first', words.hadFirst],
    ['behind', words.outlets.behind],
    ['edits', words.editedLater],
    ['health', words.health],
  ]
  return html`<ul class="facts"><li>${words.sourcesCount(views.length)}</li>${failing > 0 && html`<li><a class="bad" href="${pathOf({ isReversed: false, health: 'failing' })}">${words.outlets.failing(failing)}</a></li>`}</ul>
${filters(views, choice, reader)}
${
  rows.length === 0
    ? html`<div class="empty" role="status"><h2>${words.outlets.noneMatch}</h2>
<p><a class="btn ghost" href="/sources">${words.showEverything}</a></p></div>`
    : html`<div class="scroll" role="region" aria-label="${words.sources}" tabindex="0">
<table class="list sources">
<thead><tr>${heads.map(([sort, label]) => head(sort, label, choice))}
</tr></thead>
<tbody>${rows.map((view) => sourceRow(view, reader))}
</tbody></table></div>
${pageLinks(cut, (page) => pathOf(choice, page), reader)}<p class="note">${words.outlets.listNote}</p>`
}`
}

/** A link sorts by the column; the link of the current column reverses the order. */
function head(sort: SourceSort, label: string, choice: SourceChoice): Html {
  const isCurrent = choice.sort === sort
  const isRising = (sort === 'name' || sort === 'behind') !== choice.isReversed
  const href = pathOf({ ...choice, sort, isReversed: isCurrent && !choice.isReversed })
  return html`<th scope="col"${sort !== 'name' && sort !== 'health' && html` class="num"`}${isCurrent && html` aria-sort="${isRising ? 'ascending' : 'descending'}"`}><a href="${href}">${label}</a></th>
`
}

function pathOf({ sort, isReversed, family, language, health }: SourceChoice, page = 1): string {
  return `/sources${queryOf({ sort, order: isReversed ? 'reversed' : undefined, family, language, health, page: page > 1 ? page : undefined })}`
}

function filters(views: readonly SourceRowView[], choice: SourceChoice, { words }: Reader): Html {
  const families = distinct(views.map(({ family }) => family))
  const languages = distinct(views.map(({ language }) => language))
  const { outlets } = words
  return html`<form action="/sources" class="filters line">${choice.sort && hidden('sort', choice.sort)}${choice.isReversed && hidden('order', 'reversed')}${
    families.length > 1 &&
    families.length <= mostOwners &&
    select(
      'family',
      outlets.owner,
      outlets.everyOwner,
      families.map((each) => [each, each]),
      choice.family,
    )
  }${
    languages.length > 1 &&
    select(
      'language',
      words.language,
      words.everyLanguage,
      languages.map((each) => [each, languageName(each, words.locale)]),
      choice.language,
    )
  }${select(
    'health',
    words.health,
    outlets.everyHealth,
    [
      ['fine', outlets.healths.fine],
      ['failing', outlets.healths.failing],
    ],
    choice.health,
  )} <button class="btn ghost">${words.show}</button></form>`
}

function select(
  name: string,
  label: string,
  every: string,
  options: readonly (readonly [string, string])[],
  chosen: string | undefined,
): Html {
  return html`<label>${label} <select name="${name}"><option value="">${every}</option>${options.map(
    ([value, text]) => html`<option value="${value}"${value === chosen && html` selected`}>${text}</option>`,
  )}</select></label> `
}

function distinct(values: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(values.flatMap((value) => value ?? []))].sort()
}

function sourceRow(view: SourceRowView, reader: Reader): Html {
  const { words } = reader
  const { ownShare, speed, feeds } = view
  const failing = feeds.find((feed) => feed.isStopped || feed.lastError)
  const trouble = failing && (failing.lastError ? words.failing(failing.lastError.count) : words.stopped)
  return html`<tr data-item>
<th scope="row"><a href="${sourcePath(view.id)}" data-open>${foreign(view.name)}</a>${view.family && view.family !== view.name && html`<small>${foreign(view.family)}</small>`}</th>
${cell(words.number(view.articleCount))}${cell(ownShare !== undefined && html`${words.percent(ownShare)}${bar(ownShare)}`)}${cell(
  speed.storyCount > 0 && words.outlets.firstOf(speed.firstCount, speed.storyCount),
)}${cell(speed.medianBehind !== undefined && minutesApart(speed.medianBehind, reader))}${cell(words.number(view.editedCount))}<td>${trouble ? html`<span class="bad">${trouble}</span>` : words.feedsCount(feeds.length)}</td>
</tr>`
}

/** Unknown figures are left empty. */
function cell(content: Piece): Html {
  return html`<td class="num">${content || '–'}</td>
`
}

/** Minutes as a duration: `3 hours`. */
export function minutesApart(minutes: number, reader: Reader): string {
  return timeApart(minutes * 60_000, reader) ?? reader.words.outlets.underAMinute
}
