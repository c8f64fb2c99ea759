import type { FindTab, FindView, ParsedSearch, SearchKey } from '../../../operations/search/find-views.ts'
import { searchKeys } from '../../../operations/search/search-language.ts'
import { languageName } from '../../layout/html.ts'
import { queryOf } from '../../layout/links.ts'
import { sectionName } from '../../layout/section.ts'
import { longDay, partialDate } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'

/** URL of a search with some parts changed; undefined parts are left out. */
export function findPath(
  { query, tab, sort }: Pick<FindView, 'query' | 'tab' | 'sort'>,
  changes: {
    readonly query?: string
    readonly tab?: FindTab | undefined
    readonly sort?: FindView['sort']
    readonly page?: number
  } = {},
): string {
  const chosen = { query, tab, sort, ...changes }
  return `/search${queryOf({
    q: chosen.query === '' ? undefined : chosen.query,
    tab: chosen.tab,
    sort: chosen.sort === 'best' ? undefined : chosen.sort,
    page: changes.page === 1 ? undefined : changes.page,
  })}`
}

/** A search as a query string; the same as the operation writes it. */
export function queryWith(
  asked: ParsedSearch,
  changes: Partial<Record<SearchKey | 'text', string | undefined>> = {},
): string {
  const all = { ...asked, ...changes }
  const parts = searchKeys.flatMap((key) => {
    const value = all[key]?.replace(/["“”]/g, '').trim()
    return value ? [`${key}:${/\s/.test(value) ? `"${value}"` : value}`] : []
  })
  return [all.text?.trim(), ...parts].filter(Boolean).join(' ')
}

/** The filters of a search, in words, each with the search without it. */
export function askedParts(asked: ParsedSearch, reader: Reader) {
  const { words } = reader
  return searchKeys.flatMap((key) => {
    const value = asked[key]
    return value === undefined ? [] : [{ label: labelOf(key, value), without: queryWith(asked, { [key]: undefined }) }]
  })

  function labelOf(key: SearchKey, value: string): string {
    switch (key) {
      case 'said':
        return `${words.find.saidBy} ${value}`
      case 'after':
        return `${words.find.after} ${longDay(value, reader)}`
      case 'before':
        return `${words.find.before} ${longDay(value, reader)}`
      case 'in':
        return partialDate(value, reader)
      case 'lang':
        return languageName(value, words.locale)
      case 'section':
        return sectionName(value, words)
      case 'from':
        return value
    }
  }
}
