import { defined } from '../../core/defined.ts'
import type { Quote } from '../../core/quote.ts'
import { type Heard, heardAt } from '../../core/reading/heard.ts'
import type { QuoteHit, Store } from '../../store/store.ts'

/** How an article presents a quotation. */
export type QuoteDetails = {
  /** Only a direct one is in quotation marks there. */
  readonly kind: Quote['kind']
  /** The precision of the rule that found the speaker; 1 if a person set it. */
  readonly confidence: number
  /** When it is heard, for words of a recording. */
  readonly heard?: Heard
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
  const known = new Map(articles.flatMap((stored) => (stored ? [[stored.document.id, stored] as const] : [])))
  return quotes.map((quote) => {
    const stored = known.get(quote.documentId)
    const same = (stored?.annotations.quotes?.items ?? []).filter(
      ({ span }) => span.start === quote.start && span.end === quote.end,
    )
    const rule = same.find(({ speaker }) => speaker?.name === quote.speakerName)
    const heard = stored && heardAt(stored.document, stored.article, quote.start)
    return {
      ...quote,
      kind: (rule ?? same[0])?.kind ?? 'indirect',
      confidence: rule?.confidence ?? 1,
      ...defined({ heard }),
    }
  })
}
