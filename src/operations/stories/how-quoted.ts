import type { Quote } from '../../core/quote.ts'
import type { QuoteHit, Store } from '../../store/store.ts'

/** How a quotation stands in its article. */
export type HowQuoted = {
  /** Only a direct one stands between marks there. */
  readonly kind: Quote['kind']
  /** The share of right speakers among those found the same way; 1 where a person set it. */
  readonly confidence: number
}

/**
 * Quotations with whether they are somebody's own words, and how sure their speakers are: as found by the rules, and certain where a person
 * set them. What the rules no longer find is taken for the outlet's words.
 */
export async function howQuoted<Hit extends QuoteHit>(
  store: Store,
  quotes: readonly Hit[],
): Promise<readonly (Hit & HowQuoted)[]> {
  const ids = [...new Set(quotes.map(({ documentId }) => documentId))]
  const articles = await Promise.all(ids.map((id) => store.articles.findByDocument(id)))
  const layers = new Map(
    articles.flatMap((stored) =>
      stored ? ([[stored.document.id, stored.annotations.quotes?.items ?? []]] as const) : [],
    ),
  )
  return quotes.map((quote) => {
    const same = (layers.get(quote.documentId) ?? []).filter(
      ({ span }) => span.start === quote.start && span.end === quote.end,
    )
    const rule = same.find(({ speaker }) => speaker?.name === quote.speakerName)
    return { ...quote, kind: (rule ?? same[0])?.kind ?? 'indirect', confidence: rule?.confidence ?? 1 }
  })
}
