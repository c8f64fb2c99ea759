import type { Rendering, TranslatedSentence, Translation } from '../../src/core/translation.ts'
import type {
  TranslationOffer,
  TranslationSettingsView,
  TranslationView,
} from '../../src/operations/articles/translation/translation-views.ts'
import type { ArticleView } from '../../src/operations/views.ts'
import type { Answers } from './answers.ts'
import * as views from './views.ts'

const hostile = '<script>alert(1)</script> "&\u202e'
const at = views.now

export const offer: TranslationOffer = {
  translator: 'server',
  targets: ['fr', 'ar', 'de', 'pt-BR'],
  there: [{ language: 'fr', state: 'made' }],
  never: ['ar'],
}

/** Every state a sentence may be in, over and over. */
const renderings: readonly Rendering[] = [
  { state: 'translated', text: 'Les pourparlers sur le port ont repris mardi, et personne n’a quitté la salle.' },
  { state: 'quotation', text: '« Ce sont de bons résultats », a-t-elle dit.' },
  { state: 'failed check', flaw: 'number' },
  { state: 'translated', text: hostile },
  { state: 'kept', why: 'no-words' },
  { state: 'failed check', flaw: 'name' },
]

function sentencesOf({ document }: ArticleView): readonly TranslatedSentence[] {
  return [...document.text.matchAll(/[^.\n]+[.\n]?/g)]
    .map((match) => ({ start: match.index, end: match.index + match[0].trimEnd().length }))
    .filter(({ start, end }) => end > start)
    .map((span, index) => ({ ...renderings[index % renderings.length]!, span }))
}

function translationOf(shown: ArticleView, language: string, more: Partial<Translation> = {}): Translation {
  const sentences = sentencesOf(shown)
  return {
    documentId: shown.document.id,
    language,
    state: 'made',
    by: { kind: 'server', name: '127.0.0.1:5000' },
    at,
    title: { state: 'translated', text: 'Les pourparlers sur le port reprennent' },
    sentences,
    total: sentences.length,
    ...more,
  }
}

const shown: ArticleView = { ...views.article, translations: offer }
const arabic: ArticleView = {
  ...views.arabicArticle,
  translations: { translator: 'off', there: [{ language: 'en', state: 'made' }], never: [] },
}

/** By language: made, under way, stopped, and one nobody asked for. */
export const translations: Readonly<Record<string, TranslationView>> = {
  fr: { article: shown, language: 'fr', translation: translationOf(shown, 'fr'), isByAnother: false },
  ar: {
    article: shown,
    language: 'ar',
    translation: translationOf(shown, 'ar', { state: 'waiting', sentences: sentencesOf(shown).slice(0, 2) }),
    isByAnother: false,
  },
  de: {
    article: { ...shown, translations: { ...offer, always: 'de' } },
    language: 'de',
    translation: translationOf(shown, 'de', {
      state: 'stopped',
      failure: 'timeout',
      by: { kind: 'model', name: hostile },
      title: { state: 'quotation', text: '„Gute Ergebnisse“ im Hafen' },
    }),
    isByAnother: true,
  },
  'pt-BR': { article: shown, language: 'pt-BR', isByAnother: false },
}
export const fromArabic: TranslationView = {
  article: arabic,
  language: 'en',
  translation: translationOf(arabic, 'en', { title: { state: 'failed check', flaw: 'language' } }),
  isByAnother: false,
}
export const withoutTranslator = arabic

export const settings: TranslationSettingsView = {
  translator: 'server',
  pairs: [
    { from: 'ar', to: 'en', wish: 'always' },
    { from: 'fr', to: 'en', wish: 'never' },
  ],
  languages: [
    { code: 'en', targets: ['fr', 'ar'] },
    { code: 'fr', targets: ['en'] },
    { code: 'ar', targets: ['en'] },
  ],
  instance: {
    setting: { kind: 'server', address: 'http://127.0.0.1:5000', hasKey: true },
    perDay: 200,
    hasModel: false,
  },
}
export const failedSettings: TranslationSettingsView = {
  translator: 'server',
  pairs: [],
  instance: {
    setting: { kind: 'server', address: 'http://127.0.0.1:5000', hasKey: true },
    perDay: 20,
    hasModel: true,
  },
}
export const readersSettings: TranslationSettingsView = { translator: 'off', pairs: [] }

export function translationOperations(changes: unknown[]) {
  return {
    get_translation: async ({ id, to }) => {
      if (id === arabic.article.id) return to === 'en' ? fromArabic : { ...fromArabic, language: to }
      return id === shown.article.id ? translations[to] : undefined
    },
    translate_article: async (input) => {
      if (input.id !== shown.article.id) return undefined
      if (input.to === 'de') return { kind: 'over-budget', perDay: 200 }
      changes.push(['translateArticle', input])
      return { kind: 'asked' }
    },
    get_translation_settings: async () => settings,
    choose_translation: async (input) => {
      if (input.from === input.to) return undefined
      changes.push(['chooseTranslation', input])
      return true
    },
    set_translator: async (input) => {
      if (input.by === 'server' && input.address === undefined) return undefined
      changes.push(['setTranslator', input])
      return true
    },
    test_translator: async () => ({
      kind: 'works',
      languages: 3,
      original: 'The bridge was closed.',
      translated: hostile,
      ms: 40,
    }),
  } satisfies Answers
}
