import { getPreferences } from '../accounts/preferences.ts'
import { carryOut } from '../carry-out.ts'
import type { OperationContext } from '../operation.ts'

const pictureLink = /<a\b(?=[^<>]*\sclass="picture")[^<>]*\shref="([^"<>]*)"[^<>]*>([^<>]*)<\/a>/g

/**
 * How the markup of entries is told to an app: its pictures stay links, unless the reader chose to have them always, since an app
 * loads them from the outlet and tells it by that what is read.
 */
export async function markupForApps(context: OperationContext): Promise<(safe: string) => string> {
  const chosen = await carryOut(context, getPreferences, {})
  return chosen.kind === 'done' && chosen.view.images === 'on' ? withPictures : (safe) => safe
}

/** Markup that went through the sanitizer with its pictures as pictures again. */
export function withPictures(safe: string): string {
  return safe.replace(pictureLink, (_, href: string, words: string) => {
    const alt = words.replace(/^Picture(?:: )?/, '').replaceAll('"', '&quot;')
    return `<img src="${href}" alt="${alt}">`
  })
}
