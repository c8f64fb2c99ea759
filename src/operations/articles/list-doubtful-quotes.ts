import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import type { DoubtfulView } from './label-views.ts'
import { type CheckedQuote, checkedQuotes, quoteToCheck } from './quotes-to-check.ts'

/** Only the newest articles, which are the ones people read. */
const ARTICLES = 200
const SHOWN = 20
const SURE = 0.8
/** Words a quotation without a speaker needs to appear in a story. */
const LONG = 8

export const listDoubtfulQuotes = defineOperation({
  name: 'list_doubtful_quotes',
  minRole: 'moderator',
  summary: 'Unchecked quotations of the newest articles, the least certain speakers first',
  input: z.strictObject({ limit: z.number().int().min(1).max(200).default(SHOWN) }),
  async run({ store }, { limit }): Promise<DoubtfulView> {
    const articles = await store.articles.listNewest(ARTICLES)
    const corrections = await store.corrections.listOf(articles.map(({ article }) => article.id))
    const byArticle = Map.groupBy(corrections, ({ articleId }) => articleId)
    const doubtful = articles
      .flatMap((stored) => checkedQuotes(stored, byArticle.get(stored.article.id) ?? []))
      .filter(isDoubtful)
      .sort((a, b) => rank(a) - rank(b))
    return { quotes: doubtful.slice(0, limit).map(quoteToCheck), count: doubtful.length }
  },
})

function isDoubtful({ stored, span, quote, correction }: CheckedQuote): boolean {
  if (!quote || correction || quote.pattern === 'label' || quote.confidence >= SURE) return false
  if (quote.speaker) return true
  return quote.kind === 'direct' && stored.document.text.slice(span.start, span.end).split(/\s+/).length >= LONG
}

/** The least certain attributions first, then quotations without a speaker. */
function rank({ quote }: CheckedQuote): number {
  return quote?.speaker ? quote.confidence : 1
}
