import { createHash } from 'node:crypto'
import type { Preferences } from '../core/preferences.ts'
import type { ReaderIdentity } from '../core/reader-identity.ts'
import { primaryLanguage } from '../core/text/primary-language.ts'
import type { StoreTrouble } from '../operations/busy.ts'
import type { ReadingLook } from './articles/reading-look.ts'
import { type InterfaceLanguage, ownNames, wordsIn } from './words/all.ts'
import type { Words } from './words/en.ts'

export type Theme = 'auto' | 'light' | 'dark'
export { type InterfaceLanguage, wordsIn } from './words/all.ts'

/** The reader of a page: language, clock and look, and the page's URL. Every page is a function of it. */
export type Reader = {
  readonly language: InterfaceLanguage
  readonly words: Words
  readonly theme: Theme
  /** ISO 8601. */
  readonly now: string
  /** How dates are written: the interface language as used in the reader's country. */
  readonly locale: string
  /** IANA name of the zone times are shown in. */
  readonly timeZone: string
  /** True when that zone is the reader's own, chosen or reported by the browser. Otherwise it is the server's, and times name it. */
  readonly isOwnZone: boolean
  /** Path and query of this page, for forms that return to it. */
  readonly path: string
  /** What a form just did, as in the URL (`?done=kind.value`); absent otherwise. */
  readonly done?: string
  readonly version: string
  /** Why nothing can be saved now; absent while all is well. */
  readonly trouble?: StoreTrouble
  /** Public URL of the server; absent when not configured. */
  readonly baseUrl?: string
  /** Who they are; absent on public pages. */
  readonly identity?: ReaderIdentity
  readonly isOwner: boolean
  /** True for readers who may correct what all readers see; includes the owner. */
  readonly isModerator: boolean
  /** True when discussion is enabled. */
  readonly hasDiscussion?: boolean
  /** True for an account where there are several: there is a shared desk. */
  readonly hasDesk?: boolean
  readonly preferences: Preferences
  /** How articles look on this device; absent: as in the preferences. */
  readonly reading?: ReadingLook
  /** Absent where nothing is known of pictures. */
  readonly pictures?: KnownPictures
}

/** What the server knows of pictures without reading anything. */
export type KnownPictures = {
  /** Differs when an icon was found or lost: for markup that is used again. */
  readonly version: () => number
  /** The version of the icon of an outlet (a source), part of its URL; undefined while there is none. */
  readonly iconOf: (sourceId: string) => string | undefined
  /** True for a picture that could not be had in that width when it was last tried. */
  readonly isMissing: (key: string, width: number) => boolean
}

/** Interface languages in the order they are offered, each under its own name. */
export const interfaceLanguages: readonly { readonly code: InterfaceLanguage; readonly name: string }[] = (
  Object.keys(ownNames) as InterfaceLanguage[]
).map((code) => ({ code, name: ownNames[code] }))

/** The reader's own choice, else the first supported language of Accept-Language (RFC 9110 §12.5.4), else English. */
export function chooseLanguage(chosen: string | undefined, acceptLanguage: string | undefined): InterfaceLanguage {
  const own = interfaceLanguages.find(({ code }) => code === chosen)
  if (own) return own.code
  for (const tag of acceptedTags(acceptLanguage)) {
    const known = interfaceLanguages.find(({ code }) => code === primaryLanguage(tag))
    if (known) return known.code
  }
  return 'en'
}

/**
 * How dates are written: the browser's first tag of the interface language tells the country (`en-GB`), else it is the usual one. Arabic
 * keeps its own, since countries differ in digits and calendar.
 */
export function chooseLocale(language: InterfaceLanguage, acceptLanguage: string | undefined): string {
  const usual = wordsIn(language).locale
  if (language === 'ar') return usual
  const tag = acceptedTags(acceptLanguage).find((each) => primaryLanguage(each) === language)
  const [, region] = /^[a-z]{2}-([a-z]{2})$/i.exec(tag ?? '') ?? []
  return region ? `${language}-${region.toUpperCase()}` : usual
}

/** Language tags in the order the browser prefers them. */
function acceptedTags(acceptLanguage = ''): readonly string[] {
  return acceptLanguage
    .split(',')
    .map((part, order) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean)
      return { tag, quality: quality === undefined ? 1 : Number(quality), order }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality || a.order - b.order)
    .map(({ tag }) => tag)
}

/** `light` or `dark` if the reader chose it; anything else follows the system. */
export function chooseTheme(chosen: string | undefined): Theme {
  return chosen === 'light' || chosen === 'dark' ? chosen : 'auto'
}

/** A word that distinguishes readers where an id must not appear: on a page, or on a device that others use too. */
export function readerMark(identity: ReaderIdentity | undefined): string {
  return createHash('sha256')
    .update(identity?.id ?? '')
    .digest('base64url')
    .slice(0, 22)
}
