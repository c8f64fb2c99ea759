import type { Store } from '../store/store.ts'
import type { QuoteFound } from './find-views.ts'

/** Quotations with how sure their speakers are: as found by the rules, and certain where a person set them. */
export async function quoteConfidence(
  store: Store,
  quotes: readonly Omit<QuoteFound, 'confidence'>[],
): Promise<readonly QuoteFound[]> {
  const ids = [...new Set(quotes.map(({ documentId }) => documentId))]
  const articles = await Promise.all(ids.map((id) => store.articles.findByDocument(id)))
  const layers = new Map(
    articles.flatMap((stored) =>
      stored ? ([[stored.document.id, stored.annotations.quotes?.items ?? []]] as const) : [],
    ),
  )
  return quotes.map((quote) => {
    const rule = layers
      .get(quote.documentId)
      ?.find(
        ({ span, speaker }) =>
          span.start === quote.start && span.end === quote.end && speaker?.name === quote.speakerName,
      )
    return { ...quote, confidence: rule?.confidence ?? 1 }
  })
}
