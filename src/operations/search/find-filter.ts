import { defined } from '../../core/defined.ts'
import type { SearchFilter } from '../../store/search/filtered-search.ts'
import type { Store } from '../../store/store.ts'
import { periodOf, type SearchAsked } from './search-language.ts'

/** What a search narrows its matches by, with outlets found by their names: none of that name finds nothing. */
export async function findFilter({ search }: Store, asked: SearchAsked): Promise<SearchFilter> {
  const sources = asked.from === undefined ? undefined : await search.sourcesNamed(asked.from)
  return {
    ...periodOf(asked),
    ...defined({ language: asked.lang, section: asked.section, sourceIds: sources?.map(({ id }) => id) }),
  }
}
