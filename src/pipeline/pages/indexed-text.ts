import type { FeedEntry } from '../../core/entry.ts'
import { plainText } from '../../feeds/plain-text.ts'

/** Text of one entry beyond this isn't indexed for search; the entry itself is stored completely. */
const INDEXED_CHARACTERS = 20_000
/** Only this much markup is scanned for it. */
const INDEXED_MARKUP = 10 * INDEXED_CHARACTERS

/** The text by which search finds an entry until an article is made of it. */
export function indexedText({ contentHtml, summaryHtml }: Pick<FeedEntry, 'contentHtml' | 'summaryHtml'>): string {
  return plainText((contentHtml ?? summaryHtml ?? '').slice(0, INDEXED_MARKUP)).slice(0, INDEXED_CHARACTERS)
}
