import { z } from 'zod'
import type { Citation } from '../core/citation.ts'
import type { CitedDocument } from '../operations/views.ts'
import type { Links } from './links.ts'
import { outside, outsideText } from './outside.ts'

/** Exact words of an article, with their source. */
export const citedWords = z.object({
  words: outsideText.describe('Letter by letter as the article has it'),
  outlet: outsideText,
  publishedAt: z.string(),
  link: z.string().describe('Opens these words in their paragraph'),
  original: outsideText.optional().describe('Address of the article at its outlet'),
})
export type CitedWords = z.output<typeof citedWords>

/** The documents of citations, by id, as in operations' views. */
export type Documents = Readonly<Record<string, Pick<CitedDocument, 'sourceName' | 'publishedAt' | 'url'>>>

/** A citation with its outlet; undefined if its document wasn't given, since nothing is shown without its source. */
export function citedIn(documents: Documents, links: Links) {
  return (citation: Citation): CitedWords | undefined => {
    const document = documents[citation.documentId]
    return (
      document && {
        words: outside(citation.exact),
        outlet: outside(document.sourceName),
        publishedAt: document.publishedAt,
        link: links.citation(citation),
        ...(/^https?:\/\//i.test(document.url) && { original: outside(document.url) }),
      }
    )
  }
}

/** Maps items, leaving out those without a view. */
export function mapPresent<Item, Told>(items: readonly Item[], tell: (item: Item) => Told | undefined): Told[] {
  return items.flatMap((item) => tell(item) ?? [])
}
