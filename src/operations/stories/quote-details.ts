import type { Quote } from '../../core/quote.ts'
import type { QuoteHit, Store } from '../../store/store.ts'

/** How an article presents a quotation. */
export type QuoteDetails = {
  /** Only a direct one is in quotation marks there. */
  readonly kind: Quote['kind']
  /** The precision of the rule that found the speaker; 1 if a person set it. */
  readonly confidence: number
}

/**
 * Adds to quotations whether they are verbatim and how certain their speakers are. A quotation that the rules no longer find counts as
 * paraphrased.
 */
export async function withQuoteDetails<Hit extends QuoteHit>(
  store: Store,
  quotes: readonly Hit[],
): Promise<readonly (Hit & QuoteDetails)[]> {
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
