import type { Facet } from '../../../operations/day/today-views.ts'
import type { FindView, SearchKey } from '../../../operations/search/find-views.ts'
import { hidden } from '../../layout/forms.ts'
import { foreign, type Html, html, languageName, type Piece } from '../../layout/html.ts'
import { sectionName } from '../../layout/section.ts'
import { dayIn } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { findPath, queryWith } from './find-path.ts'

const DAY_MS = 86_400_000
const mostShown = 8
const periods = [1, 7, 30] as const

/** What narrows a search, as links: time, source, language and section; everything else as fields, behind a click. */
export function findFilters(view: FindView, reader: Reader): Html {
  const { words } = reader
  const { find } = words
  const { sources, languages, sections } = view.facets
  return html`<div id="filters">${set(find.time, 'after', times(reader))}${set(
    find.source,
    'from',
    facets(sources, (name) => foreign(name)),
  )}${set(
    words.language,
    'lang',
    facets(languages, (code) => languageName(code, words.locale)),
  )}${set(
    words.section,
    'section',
    facets(sections, (name) => sectionName(name, words)),
  )}${moreFilters(view, reader)}</div>`

  function set(title: string, key: SearchKey, choices: readonly (readonly [value: string, label: Piece])[]): Html {
    const chosen = view.asked[key]
    if (choices.length < 2 && chosen === undefined) return html``
    const link = (value: string | undefined, label: Piece) =>
      html`<a href="${findPath(view, { query: queryWith(view.asked, { [key]: value }) })}"${value === chosen && html` aria-current="true"`}>${label}</a>`
    return html`<nav aria-labelledby="by-${key}"><h2 class="hd" id="by-${key}">${title}</h2><p class="set picks">${link(undefined, words.mine.everything)}${choices.map(([value, label]) => link(value, label))}</p></nav>`
  }

  function facets(all: readonly Facet[], nameOf: (value: string) => Piece) {
    return all
      .slice(0, mostShown)
      .map(({ value, count }) => [value, html`${nameOf(value)} <span class="n">${words.number(count)}</span>`] as const)
  }
}

/** Periods that end now, by their first day. */
function times(reader: Reader): readonly (readonly [string, string])[] {
  const today = Date.parse(dayIn(reader.now, reader))
  return periods.map((days) => {
    const first = new Date(today - (days - 1) * DAY_MS).toISOString().slice(0, 10)
    return [first, reader.words.find.times[days]] as const
  })
}

function moreFilters({ asked, facets, sort }: FindView, { words }: Reader): Html {
  const { find } = words
  return html`<details class="more-filters"><summary>${words.frame.more}</summary>
<form action="/search" class="stack">${hidden('words', asked.text)}${sort === 'newest' && hidden('sort', 'newest')}${(['in', 'lang', 'section'] as const).map((key) => asked[key] !== undefined && hidden(key, asked[key]))}
<label>${find.saidBy} <input name="said" value="${asked.said ?? ''}"></label>
<label>${find.source} <input name="from" value="${asked.from ?? ''}" list="outlets-found"></label>
<datalist id="outlets-found">${facets.sources.map(({ value }) => html`<option value="${value}"></option>`)}</datalist>
<label>${find.after} <input type="date" name="after" value="${asked.after ?? ''}"></label>
<label>${find.before} <input type="date" name="before" value="${asked.before ?? ''}"></label>
<button class="btn">${find.apply}</button></form></details>`
}
