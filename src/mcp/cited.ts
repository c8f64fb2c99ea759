import type { Citation } from '../core/citation.ts'
import type { CitedDocument } from '../operations/views.ts'
import type { Links } from './links.ts'
import { outside } from './outside.ts'

/** The documents of citations, by id, as in operations' views. */
export type Documents = Readonly<Record<string, Pick<CitedDocument, 'sourceName' | 'publishedAt'>>>

/**
 * Exact words of an article, with their source. The link opens them in their paragraph here, where the address of the article at its outlet
 * is too. Undefined if the document wasn't given, since nothing is shown without its source.
 */
export function citedIn(documents: Documents, links: Links) {
  return (citation: Citation) => {
    const document = documents[citation.documentId]
    return (
      document && {
        words: outside(citation.exact),
        outlet: outside(document.sourceName),
        publishedAt: document.publishedAt,
        link: links.citation(citation),
      }
    )
  }
}
export type CitedWords = NonNullable<ReturnType<ReturnType<typeof citedIn>>>

/** Maps items, leaving out those without a view. */
export function mapPresent<Item, Told>(items: readonly Item[], tell: (item: Item) => Told | undefined): Told[] {
  return items.flatMap((item) => tell(item) ?? [])
}
