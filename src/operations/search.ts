import { z } from 'zod'
import { defineOperation } from './operation.ts'
import type { SearchView } from './views.ts'

const PAGE = 30
const QUOTES = 10

export const search = defineOperation({
  name: 'search',
  summary: 'Articles and quotations by their words: several words, "a phrase", -without',
  input: z.object({
    query: z.string().max(500).default(''),
    speaker: z.string().max(100).optional(),
    cursor: z.string().max(200).optional(),
  }),
  async run({ store }, { query, speaker, cursor }): Promise<SearchView> {
    if (query.trim() === '') return { query, hits: [], quotes: [] }
    const [page, quotes] = await Promise.all([
      store.entries.search(query, PAGE, cursor),
      cursor === undefined ? store.entries.searchQuotes(query, speaker, QUOTES) : [],
    ])
    return { query, hits: page.rows, quotes, ...(page.next === undefined ? {} : { next: page.next }) }
  },
})
