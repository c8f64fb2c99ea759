import type { DocumentId } from './ids.ts'
import type { ModelFailure } from './model.ts'
import type { Span } from './span.ts'

/** In which way a translated sentence was found wanting; such a sentence stays in the original. */
export type TranslationFlaw =
  /** Nothing came back for it, or two things did. */
  | 'missing'
  /** It has markup, an address or control characters that the original has not. */
  | 'form'
  | 'number'
  | 'unit'
  /** Somebody's name that both scripts write alike is not in it. */
  | 'name'
  | 'negation'
  /** It is far longer or shorter than a translation between these languages is. */
  | 'length'
  /** It came back as it was sent. */
  | 'same'
  /** It is in another language or script. */
  | 'language'

/** Why a passage was not given to a translator. */
export type KeptPassage =
  /** Program code. */
  | 'code'
  /** Only figures and marks. */
  | 'no-words'
  /** Longer than a translator takes at once, or beyond what is translated of one article. */
  | 'too-long'

/** What became of one passage. */
export type Rendering =
  /** Stands in place of the original. */
  | { readonly state: 'translated'; readonly text: string }
  /** Somebody's own words: they stay in the original, with the translation under them. */
  | { readonly state: 'quotation'; readonly text: string }
  | { readonly state: 'kept'; readonly why: KeptPassage }
  | { readonly state: 'failed check'; readonly flaw: TranslationFlaw }

/** A sentence of a document and what became of it; the span is of the original. */
export type TranslatedSentence = Rendering & { readonly span: Span }

/** What an article was translated by: a server and its host, or a model and its name. */
export type TranslatedBy = { readonly kind: 'server' | 'model'; readonly name: string }

/** One immutable revision of an article in another language, as far as it has come. */
export type Translation = {
  readonly documentId: DocumentId
  /** The language translated into, BCP 47. */
  readonly language: string
  /** `waiting`: asked for, and not over yet; `stopped`: the translator failed before the end. */
  readonly state: 'waiting' | 'made' | 'stopped'
  /** Absent while nothing has come. */
  readonly by?: TranslatedBy
  /** When it was asked for, then when it came. ISO 8601. */
  readonly at: string
  readonly title?: Rendering
  readonly sentences: readonly TranslatedSentence[]
  /** How many sentences the document has. */
  readonly total: number
  readonly failure?: TranslatorFailure['kind']
}

export type TranslatorFailure =
  | ModelFailure
  /** It does not translate between these languages. */
  | { readonly kind: 'no-pair' }
  /** The key is missing or wrong. */
  | { readonly kind: 'key-refused' }
  | { readonly kind: 'busy' }
  /** There is no such server, or what answers is none. */
  | { readonly kind: 'not-there'; readonly reason: string }

/** Texts in the order given; undefined where nothing usable came for one. None of them is to be trusted. */
export type Translated =
  | { readonly kind: 'translated'; readonly texts: readonly (string | undefined)[]; readonly by: TranslatedBy }
  | TranslatorFailure

/** A language that is translated, and those it is translated into. */
export type OfferedLanguage = { readonly code: string; readonly targets: readonly string[] }

/** The languages a translator offers, each with those it translates into. */
export type OfferedLanguages =
  | {
      readonly kind: 'offered'
      readonly languages: readonly OfferedLanguage[]
    }
  | TranslatorFailure

export type TranslationRequest = {
  readonly texts: readonly string[]
  /** BCP 47; `und` when it is not known. */
  readonly from: string
  readonly to: string
  readonly signal?: AbortSignal
}

/** A server or a model that translates. Never rejects. */
export type Translator = {
  /** The languages there are to choose from. */
  languages(signal?: AbortSignal): Promise<OfferedLanguages>
  translate(request: TranslationRequest): Promise<Translated>
}

/** What translates in this house, as it was set. */
export type TranslatorSetting =
  | { readonly kind: 'off' }
  | {
      readonly kind: 'server'
      readonly address: string
      readonly hasKey: boolean
      /** True where the environment sets it, so that no page can. */
      readonly isFixed: boolean
    }
  | { readonly kind: 'model' }

/** The one door to whatever translates; what is set may change from one call to the next. Never rejects. */
export type TranslatorPort = Translator & {
  setting(): Promise<TranslatorSetting>
  /** The languages, where they are known already; else they are asked for meanwhile. Never waits for a server. */
  known(): Promise<readonly OfferedLanguage[] | undefined>
}

/** True for what may stand as the language to translate into. */
export function isLanguageTag(tag: string): boolean {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/.test(tag)
}
