import { getPreferences } from '../accounts/preferences.ts'
import type { OperationContext } from '../operation.ts'
import { runForProgram } from '../run-for-program.ts'

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
