import type {
  OfferedLanguage,
  PairChoice,
  Translation,
  TranslationFlaw,
  TranslatorFailure,
  TranslatorSetting,
} from '../../../core/translation.ts'
import type { ArticleView } from '../../views.ts'

/** An article's translations, and what may be requested. */
export type TranslationOffer = {
  readonly translator: TranslatorSetting['kind']
  /** Available target languages; absent while the translator hasn't answered. */
  readonly targets?: readonly string[]
  readonly there: readonly Pick<Translation, 'language' | 'state'>[]
  /** Languages the reader doesn't want translations into. */
  readonly never: readonly string[]
  /** The language the reader wants every article of this one in. */
  readonly always?: string
}

/** An article in another language: the translation beside the full original. */
export type TranslationView = {
  readonly article: ArticleView
  readonly language: string
  /** Absent: never requested. */
  readonly translation?: Translation
  /** True if the current translator didn't make it. */
  readonly isByAnother: boolean
}

/** The result of requesting a translation. */
export type TranslationRequested =
  /** In progress, or already there. */
  | { readonly kind: 'asked' | 'there' }
  /** No translator is configured. */
  | { readonly kind: 'off' }
  | { readonly kind: 'same-language' }
  /** The translator doesn't offer this pair. */
  | { readonly kind: 'no-pair' }
  /** The page forbids giving its text to models. */
  | { readonly kind: 'refuses-models' }
  /** The instance's daily limit is reached. */
  | { readonly kind: 'over-budget'; readonly perDay: number }

/** Translation settings: the reader's own and, for the owner, the instance's. */
export type TranslationSettingsView = {
  readonly translator: TranslatorSetting['kind']
  readonly pairs: readonly PairChoice[]
  readonly languages?: readonly OfferedLanguage[]
  /** For the owner. */
  readonly instance?: { readonly setting: TranslatorSetting; readonly perDay: number; readonly hasModel: boolean }
}

/** The result of testing the translator with one sentence. */
export type TranslatorTestResult =
  | {
      readonly kind: 'works'
      readonly languages: number
      readonly original: string
      readonly translated: string
      readonly ms: number
    }
  | { readonly kind: 'wrong'; readonly original: string; readonly translated: string; readonly flaw: TranslationFlaw }
  | TranslatorFailure
