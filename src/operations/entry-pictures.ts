import { flattenLayout } from '../extract/flatten-layout.ts'
import { sanitizeHtml } from '../extract/sanitize.ts'
import type { StoredEntry } from '../store/store.ts'

/** The markup of an entry as it is shown: safe, with each picture as a link of the class `picture`. */
export function safeMarkup({ entry }: Pick<StoredEntry, 'entry'>): string {
  const safe = sanitizeHtml(entry.contentHtml ?? entry.summaryHtml ?? '', entry.url ?? '')
  return entry.letter ? flattenLayout(safe) : safe
}

const pictureLinks = /<a\b(?=[^>]*\sclass="picture")[^>]*\shref="([^"]*)"/g

/** Addresses of the pictures in markup that went through the sanitizer, each once. */
export function pictureUrls(safe: string): readonly string[] {
  const found = [...safe.matchAll(pictureLinks)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
  return [...new Set(found)]
}
