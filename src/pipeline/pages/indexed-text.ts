import type { FeedEntry } from '../../core/entry.ts'
import { plainText } from '../../feeds/plain-text.ts'

/** More than this of one entry's text is not indexed for search; the entry itself is kept whole. */
const INDEXED_CHARACTERS = 20_000
/** And only so much of its markup is gone through for it. */
const INDEXED_MARKUP = 10 * INDEXED_CHARACTERS

/** The text of an entry that it is found by as long as no article is made of it. */
export function indexedText({ contentHtml, summaryHtml }: Pick<FeedEntry, 'contentHtml' | 'summaryHtml'>): string {
  return plainText((contentHtml ?? summaryHtml ?? '').slice(0, INDEXED_MARKUP)).slice(0, INDEXED_CHARACTERS)
}
