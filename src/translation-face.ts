import { getTranslation } from './operations/get-translation.ts'
import type { Ask, Need } from './operations/operation.ts'
import { setTranslator, testTranslator } from './operations/set-translator.ts'
import { translateArticle } from './operations/translate-article.ts'
import { chooseTranslation, getTranslationSettings } from './operations/translation-settings.ts'
import type { TranslationOperations } from './web/translation-operations.ts'

/** Joins the pages of translation to what they ask for. */
export function translationFace(ask: Ask, need: Need): TranslationOperations {
  return {
    translation: ask(getTranslation),
    translateArticle: ask(translateArticle),
    translationSettings: () => need(getTranslationSettings)(),
    chooseTranslation: ask(chooseTranslation),
    setTranslator: ask(setTranslator),
    testTranslator: () => need(testTranslator)(),
  }
}
