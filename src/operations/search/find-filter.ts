import { defined } from '../../core/defined.ts'
import type { FindFilter } from '../../store/search/finds.ts'
import type { Store } from '../../store/store.ts'
import { type ParsedSearch, periodOf } from './search-language.ts'

/** The filter of a search, with outlets looked up by name: an unknown name finds nothing. */
export async function findFilter({ finds }: Store, asked: ParsedSearch): Promise<FindFilter> {
  const sources = asked.from === undefined ? undefined : await finds.sourcesNamed(asked.from)
  return {
    ...periodOf(asked),
    ...defined({ language: asked.lang, section: asked.section, sourceIds: sources?.map(({ id }) => id) }),
  }
}
