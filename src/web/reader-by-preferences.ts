import type { Preferences } from '../core/preferences.ts'
import type { ReaderIdentity } from '../core/reader-identity.ts'
import { chooseLanguage, type Reader, wordsIn } from './reader.ts'

/** A reader without a page request: the recipient of a mail, or the user of a terminal. Only their preferences are known. */
export function readerByPreferences(
  preferences: Preferences,
  { identity, now, version }: { readonly identity: ReaderIdentity; readonly now: string; readonly version: string },
): Reader {
  const language = chooseLanguage(preferences.language === 'auto' ? undefined : preferences.language, undefined)
  return {
    language,
    words: wordsIn(language),
    locale: wordsIn(language).locale,
    theme: 'auto',
    now,
    timeZone: preferences.timeZone || 'UTC',
    isOwnZone: preferences.timeZone !== '',
    path: '/brief',
    version,
    identity,
    isOwner: false,
    isModerator: false,
    preferences,
  }
}
