import { createHash } from 'node:crypto'
import type { Preferences } from '../core/preferences.ts'
import type { ReaderIdentity } from '../core/reader-identity.ts'
import { primaryLanguage } from '../core/text/primary-language.ts'
import type { StoreTrouble } from '../operations/busy.ts'
import { catalogues, type InterfaceLanguage } from './words/all.ts'
import type { Words } from './words/en.ts'

export type Theme = 'auto' | 'light' | 'dark'
export type { InterfaceLanguage } from './words/all.ts'

/** The reader of a page: language, clock and look, and the page's URL. Every page is a function of it. */
export type Reader = {
  readonly language: InterfaceLanguage
  readonly words: Words
  readonly theme: Theme
  /** ISO 8601. */
  readonly now: string
  /** IANA name of the zone times are shown in. */
  readonly timeZone: string
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
  readonly preferences: Preferences
  /** Absent where nothing is known of pictures. */
  readonly pictures?: KnownPictures
}

/** What the server knows of pictures without reading anything. */
export type KnownPictures = {
  /** The version of the icon of an outlet (a source), part of its URL; undefined while there is none. */
  readonly iconOf: (sourceId: string) => string | undefined
  /** True for a picture that could not be had in that width when it was last tried. */
  readonly isMissing: (key: string, width: number) => boolean
}

/** Interface languages in the order they are offered, each under its own name. */
export const interfaceLanguages: readonly { readonly code: InterfaceLanguage; readonly name: string }[] = (
  Object.keys(catalogues) as InterfaceLanguage[]
).map((code) => ({ code, name: catalogues[code].ownName }))

export function wordsIn(language: InterfaceLanguage): Words {
  return catalogues[language]
}

/** The reader's own choice, else the first supported language of Accept-Language (RFC 9110 §12.5.4), else English. */
export function chooseLanguage(chosen: string | undefined, acceptLanguage: string | undefined): InterfaceLanguage {
  const own = interfaceLanguages.find(({ code }) => code === chosen)
  if (own) return own.code
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part, order) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean)
      return { primary: primaryLanguage(tag), quality: quality === undefined ? 1 : Number(quality), order }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality || a.order - b.order)
  for (const { primary } of wanted) {
    const known = interfaceLanguages.find(({ code }) => code === primary)
    if (known) return known.code
  }
  return 'en'
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
