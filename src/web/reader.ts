import type { Preferences } from '../core/preferences.ts'
import type { ReaderIdentity } from '../core/reader-identity.ts'
import { primaryLanguage } from '../core/text/primary-language.ts'
import type { StoreTrouble } from '../operations/busy.ts'
import { catalogues, type InterfaceLanguage } from './words/all.ts'
import type { Words } from './words/en.ts'

export type Theme = 'auto' | 'light' | 'dark'
export type { InterfaceLanguage } from './words/all.ts'

/** Who reads this page: their language, clock and look, and where they are. Every page is a function of it. */
export type Reader = {
  readonly language: InterfaceLanguage
  readonly words: Words
  readonly theme: Theme
  /** ISO 8601. */
  readonly now: string
  /** IANA name of the zone times are shown in. */
  readonly timeZone: string
  /** Path and query of this page, for forms that come back. */
  readonly path: string
  /** What a form just did, as the address says it (`?done=kind.value`); absent otherwise. */
  readonly done?: string
  readonly version: string
  /** Why nothing can be kept now; absent while all is well. */
  readonly trouble?: StoreTrouble
  /** Public address of the server; absent until it was told. */
  readonly baseUrl?: string
  /** Who they are; absent on the pages that open to anybody. */
  readonly identity?: ReaderIdentity
  /** True for who runs the house. */
  readonly isOwner: boolean
  /** True for who may correct what all readers see; the owner may. */
  readonly isModerator: boolean
  /** True where the house discusses. */
  readonly hasDiscussion?: boolean
  /** What the reader chose on the settings page. */
  readonly preferences: Preferences
}

/** Interface languages in the order they are offered, each under its own name. */
export const interfaceLanguages: readonly { readonly code: InterfaceLanguage; readonly name: string }[] = (
  Object.keys(catalogues) as InterfaceLanguage[]
).map((code) => ({ code, name: catalogues[code].ownName }))

/** The words of a language. */
export function wordsIn(language: InterfaceLanguage): Words {
  return catalogues[language]
}

/** Takes the reader's own choice, else the first language of Accept-Language (RFC 9110 §12.5.4) we have, else English. */
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

/** `light` and `dark` when the reader chose so; anything else follows the system. */
export function chooseTheme(chosen: string | undefined): Theme {
  return chosen === 'light' || chosen === 'dark' ? chosen : 'auto'
}
