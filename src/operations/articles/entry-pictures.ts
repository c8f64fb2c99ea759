import type { StoredEntry } from '../../store/store.ts'

const sanitizer = () => import('../../extract/markup/sanitize.ts')
let loaded: Awaited<ReturnType<typeof sanitizer>> | undefined

/** The sanitized markup of an entry, with pictures as links of the class `picture`. The sanitizer is loaded at the first use. */
export async function safeMarkup({ entry }: Pick<StoredEntry, 'entry'>): Promise<string> {
  const { sanitizeHtml } = (loaded ??= await sanitizer())
  const safe = sanitizeHtml(entry.contentHtml ?? entry.summaryHtml ?? '', entry.url ?? '')
  if (!entry.letter) return safe
  const { flattenLayout } = await import('../../extract/markup/flatten-layout.ts')
  return flattenLayout(safe)
}

const pictureLinks = /<a\b(?=[^>]*\sclass="picture")[^>]*\shref="([^"]*)"/g

/** URLs of the pictures in sanitized markup, each once. */
export function pictureUrls(safe: string): readonly string[] {
  const found = [...safe.matchAll(pictureLinks)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
  return [...new Set(found)]
}

const pictureLink = /<a\b(?=[^<>]*\sclass="picture")[^<>]*\shref="([^"<>]*)"[^<>]*>([^<>]*)<\/a>/g

/** Sanitized markup with its picture links turned back into pictures, each at the address that `pathOf` gives its URL. */
export function withPictures(safe: string, pathOf: (url: string) => string): string {
  return safe.replace(pictureLink, (_, href: string, words: string) => {
    const alt = words.replace(/^Picture(?:: )?/, '').replaceAll('"', '&quot;')
    return `<img src="${pathOf(href.replaceAll('&amp;', '&'))}" alt="${alt}">`
  })
}
