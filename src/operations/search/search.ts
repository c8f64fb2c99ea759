import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import { maxLength } from '../../core/text/max-length.ts'
import { mutableHit, mutableQuote, mutedLists } from '../library/hide-muted.ts'
import { defineOperation } from '../operation.ts'
import { withQuoteDetails } from '../stories/quote-details.ts'
import type { SearchView } from '../views.ts'

const PAGE = 30
const QUOTES = 10

export const search = defineOperation({
  name: 'search',
  minRole: 'guest',
  summary: 'Articles and quotations by their words: several words, "a phrase", -without',
  input: z.strictObject({
    query: z.string().max(maxLength.search).default(''),
    speaker: z.string().max(100).optional(),
    cursor: z.string().max(200).optional(),
    muted: z.enum(['show']).optional(),
  }),
  async run(context, { query, speaker, cursor, muted }): Promise<SearchView> {
    const { store } = context
    if (query.trim() === '') return { query, hits: [], quotes: [] }
    const lists = await mutedLists(context, muted)
    const [page, quotes, follows] = await Promise.all([
      store.entries.search(query, PAGE, cursor),
      cursor === undefined ? store.entries.searchQuotes(query, speaker, QUOTES) : [],
      store.follows.list(context.reader.id),
    ])
    return {
      query,
      hits: lists.sift(page.rows, mutableHit),
      quotes: await withQuoteDetails(store, lists.sift(quotes, mutableQuote)),
      ...defined({ next: page.next }),
      ...lists.hidden(),
      isFollowed: follows.some(({ kind, target }) => kind === 'search' && target === query.trim()),
    }
  },
})
