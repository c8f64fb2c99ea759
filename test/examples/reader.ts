import { defaultPreferences } from '../../src/core/preferences.ts'
import { instanceOwner } from '../../src/core/reader-identity.ts'
import { type InterfaceLanguage, type Reader, wordsIn } from '../../src/web/reader.ts'
import { now } from './views.ts'

/** A reader of the examples, at the moment they are looked at. */
export function exampleReader(language: InterfaceLanguage = 'en', path = '/'): Reader {
  return {
    language,
    words: wordsIn(language),
    locale: wordsIn(language).locale,
    theme: 'auto',
    now,
    timeZone: 'UTC',
    isOwnZone: false,
    path,
    version: '0.1.0',
    identity: instanceOwner,
    isOwner: true,
    isModerator: true,
    hasDiscussion: true,
    hasDesk: true,
    preferences: defaultPreferences,
  }
}

/** The text of markup as a reader sees it: without tags, entities resolved, white space folded. */
export function visibleText(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, ' ')
    .replace(
      /&(lt|gt|quot|#39|amp);/g,
      (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' })[name]!,
    )
    .replace(/\s+/g, ' ')
}
