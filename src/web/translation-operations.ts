import type {
  TranslationAsked,
  TranslationSettingsView,
  TranslationView,
  TranslatorTried,
} from '../operations/translation-views.ts'

type Answer<View> = Promise<View | undefined>

/** Articles in other languages, and what translates them. Undefined: what was asked for is not there, or cannot be. */
export type TranslationOperations = {
  translation(input: {
    readonly id: string
    readonly revision?: string
    readonly to: string
    readonly reads?: boolean
  }): Answer<TranslationView>
  translateArticle(input: {
    readonly id: string
    readonly revision?: string
    readonly to: string
    readonly isAnew?: boolean
  }): Answer<TranslationAsked>
  translationSettings(): Promise<TranslationSettingsView>
  chooseTranslation(input: { readonly from: string; readonly to: string; readonly wish: string }): Answer<true>
  setTranslator(input: {
    readonly by: string
    readonly address?: string
    readonly key?: string
    readonly forgetsKey: boolean
    readonly perDay: number
  }): Answer<true>
  testTranslator(): Promise<TranslatorTried>
}
