import type { StoredEntry } from '../../store/store.ts'
import { getPreferences } from '../accounts/preferences.ts'
import type { OperationContext } from '../operation.ts'
import { runForProgram } from '../run-for-program.ts'

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

/**
 * The markup of entries for apps. Pictures stay links unless the reader chose to load them always: an app loads them from the outlet,
 * which reveals what is read.
 */
export async function markupForApps(context: OperationContext): Promise<(safe: string) => string> {
  const chosen = await runForProgram(context, getPreferences, {})
  return chosen.kind === 'done' && chosen.view.images === 'on' ? withPictures : (safe) => safe
}

/** Sanitized markup with its picture links turned back into pictures. */
export function withPictures(safe: string): string {
  return safe.replace(pictureLink, (_, href: string, words: string) => {
    const alt = words.replace(/^Picture(?:: )?/, '').replaceAll('"', '&quot;')
    return `<img src="${href}" alt="${alt}">`
  })
}
