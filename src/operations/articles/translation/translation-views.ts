import type {
  OfferedLanguage,
  PairChoice,
  Translation,
  TranslationFlaw,
  TranslatorFailure,
  TranslatorSetting,
} from '../../../core/translation.ts'
import type { ArticleView } from '../../views.ts'

/** What there is of an article in other languages, and what may be asked for. */
export type TranslationOffer = {
  readonly translator: TranslatorSetting['kind']
  /** The languages it may be translated into; absent while the translator has not said. */
  readonly targets?: readonly string[]
  readonly there: readonly Pick<Translation, 'language' | 'state'>[]
  /** What the reader does not want to be offered. */
  readonly never: readonly string[]
  /** What the reader wants every article of this language in. */
  readonly always?: string
}

/** An article in another language: beside the translation, all of the original. */
export type TranslationView = {
  readonly article: ArticleView
  readonly language: string
  /** Absent: nobody asked for it. */
  readonly translation?: Translation
  /** True where what translates now is something else than what made this. */
  readonly isByAnother: boolean
}

/** What came of asking for a translation. */
export type TranslationAsked =
  /** It is being made, or is there. */
  | { readonly kind: 'asked' | 'there' }
  /** Nothing translates here. */
  | { readonly kind: 'off' }
  | { readonly kind: 'same-language' }
  /** It is not offered between these languages. */
  | { readonly kind: 'no-pair' }
  /** The page asks that no model be given its text. */
  | { readonly kind: 'refuses-models' }
  /** The house has translated as many articles today as the owner lets it. */
  | { readonly kind: 'over-budget'; readonly perDay: number }

/** The settings of translation: a reader's own, and for the owner those of the house. */
export type TranslationSettingsView = {
  readonly translator: TranslatorSetting['kind']
  readonly pairs: readonly PairChoice[]
  readonly languages?: readonly OfferedLanguage[]
  /** The languages of the outlets read here: those a pair may begin with. */
  readonly house?: { readonly setting: TranslatorSetting; readonly perDay: number; readonly hasModel: boolean }
}

/** What came of trying the translator with one sentence. */
export type TranslatorTried =
  | {
      readonly kind: 'works'
      readonly languages: number
      readonly original: string
      readonly translated: string
      readonly ms: number
    }
  | { readonly kind: 'wrong'; readonly original: string; readonly translated: string; readonly flaw: TranslationFlaw }
  | TranslatorFailure
