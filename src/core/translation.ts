import type { DocumentId } from './ids.ts'
import type { ModelFailure } from './model.ts'
import type { Span } from './span.ts'
import { primaryLanguage } from './text/primary-language.ts'

/** Why a translated sentence was rejected; the page keeps the original. */
export type TranslationFlaw =
  /** It got no translation, or two. */
  | 'missing'
  /** It has markup, a URL or control characters that the original doesn't have. */
  | 'form'
  | 'number'
  | 'unit'
  | 'name'
  | 'negation'
  /** Far longer or shorter than translations between these languages are. */
  | 'length'
  | 'same'
  /** It's in another language or script. */
  | 'language'

/** Why a passage wasn't sent to a translator. */
export type UntranslatedReason =
  | 'code'
  /** Only figures and punctuation. */
  | 'no-words'
  /** Longer than a translator accepts at once, or beyond the limit for one article. */
  | 'too-long'

export type Rendering =
  /** Shown in place of the original. */
  | { readonly state: 'translated'; readonly text: string }
  /** A quotation: the original stays, with the translation below it. */
  | { readonly state: 'quotation'; readonly text: string }
  | { readonly state: 'kept'; readonly why: UntranslatedReason }
  | { readonly state: 'failed check'; readonly flaw: TranslationFlaw }

/** A sentence of a document and its translation; the span is in the original. */
export type TranslatedSentence = Rendering & { readonly span: Span }

/** Who translated an article: a server and its host, or a model and its name. */
export type TranslatedBy = { readonly kind: 'server' | 'model'; readonly name: string }

/** One immutable revision of an article in another language, as far as it's done. */
export type Translation = {
  readonly documentId: DocumentId
  /** The target language, BCP 47. */
  readonly language: string
  /** `waiting`: requested and not finished; `stopped`: the translator failed before the end. */
  readonly state: 'waiting' | 'made' | 'stopped'
  /** Absent until the first translation arrives. */
  readonly by?: TranslatedBy
  /** When it was requested, then when it arrived. ISO 8601. */
  readonly at: string
  readonly title?: Rendering
  readonly sentences: readonly TranslatedSentence[]
  readonly total: number
  readonly failure?: TranslatorFailure['kind']
}

export type TranslatorFailure =
  | ModelFailure
  /** Not a pair of languages it translates. */
  | { readonly kind: 'no-pair' }
  | { readonly kind: 'key-refused' }
  | { readonly kind: 'busy' }
  /** No server there, or not a translation server. */
  | { readonly kind: 'not-there'; readonly reason: string }

/** Texts in the order given; undefined for those without a usable translation. None is trusted. */
export type Translated =
  | { readonly kind: 'translated'; readonly texts: readonly (string | undefined)[]; readonly by: TranslatedBy }
  | TranslatorFailure

/** A source language, and its target languages. */
export type OfferedLanguage = { readonly code: string; readonly targets: readonly string[] }

export type OfferedLanguages =
  | {
      readonly kind: 'offered'
      readonly languages: readonly OfferedLanguage[]
    }
  | TranslatorFailure

type TranslationRequest = {
  readonly texts: readonly string[]
  /** BCP 47; `und` if unknown. */
  readonly from: string
  readonly to: string
  readonly signal?: AbortSignal
}

/** A server or a model that translates. Never rejects. */
export type Translator = {
  languages(signal?: AbortSignal): Promise<OfferedLanguages>
  translate(request: TranslationRequest): Promise<Translated>
}

/** The translator of this server, as it was set. */
export type TranslatorSetting =
  | { readonly kind: 'off' }
  | {
      readonly kind: 'server'
      readonly address: string
      readonly hasKey: boolean
    }
  | { readonly kind: 'model' }

/** Access to the current translator, which may change from one call to the next. Never rejects. */
export type TranslatorPort = Translator & {
  setting(): Promise<TranslatorSetting>
  /** The languages, if already known; otherwise a request for them is started. Never waits for a server. */
  cachedLanguages(): Promise<readonly OfferedLanguage[] | undefined>
}

/** True for a tag that can be a target language. */
export function isLanguageTag(tag: string): boolean {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/.test(tag)
}

/** What a reader wants for a language pair; `offer` is the default. */
export const pairWishes = ['never', 'offer', 'always'] as const
export type PairWish = (typeof pairWishes)[number]

export type PairChoice = { readonly from: string; readonly to: string; readonly wish: PairWish }

const prefix = 'translate:'

/** Name of a pair's preference. */
export function pairName(from: string, to: string): string {
  return `${prefix}${primaryLanguage(from)}>${to}`
}

/** A reader's choices by pair name; unreadable ones are ignored. */
export function readPairs(preferences: ReadonlyMap<string, string>): readonly PairChoice[] {
  return [...preferences]
    .flatMap(([name, value]): PairChoice[] => {
      if (!name.startsWith(prefix)) return []
      const [from = '', to = ''] = name.slice(prefix.length).split('>')
      const wish = pairWishes.find((known) => known === value)
      return wish && isLanguageTag(from) && isLanguageTag(to) ? [{ from, to, wish }] : []
    })
    .toSorted((a, b) => (`${a.from}>${a.to}` < `${b.from}>${b.to}` ? -1 : 1))
}
