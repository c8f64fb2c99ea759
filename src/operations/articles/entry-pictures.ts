import type { StoredEntry } from '../../store/store.ts'

const sanitizer = () => import('../../extract/markup/sanitize.ts')
let loaded: Awaited<ReturnType<typeof sanitizer>> | undefined

/**
 * The markup of an entry as it is shown: safe, with each picture as a link of the class `picture`. What makes it safe is loaded
 * with the first of them.
 */
export async function safeMarkup({ entry }: Pick<StoredEntry, 'entry'>): Promise<string> {
  const { sanitizeHtml } = (loaded ??= await sanitizer())
  const safe = sanitizeHtml(entry.contentHtml ?? entry.summaryHtml ?? '', entry.url ?? '')
  if (!entry.letter) return safe
  const { flattenLayout } = await import('../../extract/markup/flatten-layout.ts')
  return flattenLayout(safe)
}

const pictureLinks = /<a\b(?=[^>]*\sclass="picture")[^>]*\shref="([^"]*)"/g

/** Addresses of the pictures in markup that went through the sanitizer, each once. */
export function pictureUrls(safe: string): readonly string[] {
  const found = [...safe.matchAll(pictureLinks)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
  return [...new Set(found)]
}
