import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import { maxLength } from '../../core/text/max-length.ts'
import type { SearchHit } from '../../store/articles/entries.ts'
import type { SavedSearch } from '../../store/library/saved-searches.ts'
import type { SearchFilter } from '../../store/search/filtered-search.ts'
import type { Store } from '../../store/store.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import type { SavedSearchView } from './find-views.ts'
import { type ParsedSearch, parseSearch, periodOf, writeSearch } from './search-language.ts'

/** New matches are counted up to this. */
const MOST_NEW = 100
const IN_FEED = 30

const id = z.string().min(1).max(60)
const name = z.string().trim().min(1).max(maxLength.searchName)

export const saveSearch = defineOperation({
  name: 'save_search',
  minRole: 'reader',
  summary: 'Saves a search under its words',
  input: z.strictObject({
    query: z.string().trim().min(1).max(maxLength.search),
    name: name.optional(),
    id: id.optional(),
  }),
  async run({ store, now, reader }, input): Promise<SavedSearch | undefined> {
    const query = writeSearch(parseSearch(input.query))
    if (query === '') return undefined
    const at = now().toISOString()
    const search = {
      id: input.id ?? randomUUID(),
      name: input.name ?? query.slice(0, maxLength.searchName),
      query,
      at,
      seenAt: at,
    }
    return store.savedSearches.save(reader.id, search)
  },
})

export const renameSearch = defineOperation({
  name: 'rename_search',
  minRole: 'reader',
  summary: 'Renames a saved search',
  input: z.strictObject({ id, name }),
  async run({ store, reader }, { id, name }): Promise<SavedSearch | undefined> {
    await store.savedSearches.rename(reader.id, id, name)
    return store.savedSearches.find(reader.id, id)
  },
})

export const removeSearch = defineOperation({
  name: 'remove_search',
  minRole: 'reader',
  summary: 'Deletes a saved search; returns it',
  input: z.strictObject({ id }),
  run: ({ store, reader }, { id }): Promise<SavedSearch | undefined> => store.savedSearches.remove(reader.id, id),
})

export const listSearches = defineOperation({
  name: 'list_searches',
  minRole: 'reader',
  summary: 'Saved searches, each with its number of new articles since the last visit',
  input: z.strictObject({}),
  run: async (context): Promise<readonly SavedSearchView[]> =>
    savedSearches(context, await context.store.savedSearches.list(context.reader.id)),
})

export const searchFeed = defineOperation({
  name: 'search_feed',
  minRole: 'guest',
  summary: 'A saved search with its newest articles, as its feed has them',
  input: z.strictObject({ id }),
  async run(
    { store, reader },
    { id },
  ): Promise<{ readonly search: SavedSearch; readonly hits: readonly SearchHit[] } | undefined> {
    const search = await store.savedSearches.find(reader.id, id)
    if (!search) return undefined
    const { text, sequences } = await newestMatches(store, search.query, undefined, IN_FEED)
    return { search, hits: await store.search.hits(sequences, text) }
  },
})

/** Saved searches with their number of new articles since the reader last looked. */
export async function savedSearches(
  { store }: OperationContext,
  searches: readonly SavedSearch[],
): Promise<readonly SavedSearchView[]> {
  return Promise.all(
    searches.map(async (search) => {
      const { sequences, isCut } = await newestMatches(store, search.query, search.seenAt ?? search.at, MOST_NEW)
      return { ...search, fresh: { count: sequences.length, isMore: isCut } }
    }),
  )
}

/** The newest articles of a search; with `since`, only those that arrived after it. */
export async function newestMatches(
  store: OperationContext['store'],
  query: string,
  since: string | undefined,
  limit: number,
) {
  const asked = parseSearch(query)
  const filter = { ...(await findFilter(store, asked)), ...defined({ fetchedAfter: since }) }
  if (asked.said !== undefined) {
    const { rows, isCut } = await store.search.quotes(asked.text, asked.said, filter, limit)
    const entries = await store.search.entriesOf(rows.map(({ articleId }) => articleId))
    return { text: asked.text, sequences: newestFirst(entries), isCut }
  }
  const { rows, isCut } = await store.search.entries(asked.text, filter, limit)
  return { text: asked.text, sequences: newestFirst(rows), isCut }
}

function newestFirst(rows: readonly { readonly sequence: number; readonly publishedAt: string }[]): readonly number[] {
  return rows
    .toSorted((a, b) =>
      a.publishedAt < b.publishedAt ? 1 : a.publishedAt > b.publishedAt ? -1 : b.sequence - a.sequence,
    )
    .map(({ sequence }) => sequence)
}

/** The filter of a search, with outlets looked up by name: an unknown name finds nothing. Days are those of `timeZone`, else UTC. */
export async function findFilter({ search }: Store, asked: ParsedSearch, timeZone?: string): Promise<SearchFilter> {
  const sources = asked.from === undefined ? undefined : await search.sourcesNamed(asked.from)
  return {
    ...periodOf(asked, timeZone),
    ...defined({ language: asked.lang, section: asked.section, sourceIds: sources?.map(({ id }) => id) }),
  }
}
