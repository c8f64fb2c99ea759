import { z } from 'zod'
import { defined } from '../../../core/defined.ts'
import type { Document } from '../../../core/document.ts'
import { primaryLanguage } from '../../../core/text/primary-language.ts'
import { isLanguageTag, type OfferedLanguage, readPairs, type Translation } from '../../../core/translation.ts'
import { translationKey } from '../../../pipeline/analysis/translate-article.ts'
import { articleId, documentId } from '../../input.ts'
import { defineOperation, type OperationContext } from '../../operation.ts'
import type { TranslationOffer, TranslationRequested } from './translation-views.ts'
import { articlesPerDay, translatesBy } from './translator-settings.ts'

const DAY_MS = 86_400_000

export const languageTag = z.string().max(20).refine(isLanguageTag, 'A language is written as in fr or pt-BR')

export const translateArticle = defineOperation({
  name: 'translate_article',
  minRole: 'reader',
  leaves: true,
  summary: 'Requests an article in another language; it is translated in the background, sentence by sentence',
  input: z.strictObject({
    id: articleId,
    revision: documentId.optional(),
    to: languageTag,
    /** True: starts over with the current translator. */
    isAnew: z.boolean().default(false),
  }),
  async run(context, { id, revision, to, isAnew }): Promise<TranslationRequested | undefined> {
    const { store } = context
    const newest = await store.articles.find(id)
    if (!newest) return undefined
    const shown = revision && revision !== newest.document.id ? await store.articles.findByDocument(revision) : newest
    if (!shown || shown.article.id !== newest.article.id) return undefined
    if (shown.article.refusesModels) return { kind: 'refuses-models' }
    return requestTranslation(context, shown.document, to, isAnew)
  },
})

/** Queues the translation of a document, unless it exists, is impossible, or the daily limit is reached. */
async function requestTranslation(
  context: Pick<OperationContext, 'store' | 'translator' | 'model' | 'now' | 'wake'>,
  document: Document,
  to: string,
  isAnew = false,
): Promise<TranslationRequested> {
  const { store, translator, now, wake } = context
  if (primaryLanguage(document.language) === primaryLanguage(to)) return { kind: 'same-language' }
  const setting = await translatesBy(context)
  if (setting.kind === 'off') return { kind: 'off' }
  const languages = await translator.cachedLanguages()
  if (languages && !targetsOf(languages, primaryLanguage(document.language)).includes(to)) return { kind: 'no-pair' }
  const before = await store.translations.find(document.id, to)
  if (before?.state === 'made' && !isAnew) return { kind: 'there' }
  const [count, perDay] = await Promise.all([
    store.translations.countSince(new Date(now().getTime() - DAY_MS).toISOString()),
    articlesPerDay(store),
  ])
  if (count >= perDay && before?.state !== 'waiting') return { kind: 'over-budget', perDay }
  const at = now().toISOString()
  // A partial translation by another translator is not continued.
  const begun = isAnew || before?.by?.kind !== setting.kind ? undefined : before
  const asked: Translation = {
    documentId: document.id,
    language: to,
    state: 'waiting',
    at,
    ...defined({ by: begun?.by && begun.by, title: begun?.title && begun.title }),
    sentences: begun?.sentences ?? [],
    total: begun?.total ?? 0,
  }
  await store.translations.save(asked, { key: translationKey(document.id, to), runAt: at })
  wake()
  return { kind: 'asked' }
}

/** A document's translations and what the reader may request. Waits for no server. */
export async function translationOffer(
  context: Pick<OperationContext, 'store' | 'translator' | 'model' | 'reader'>,
  { id, language }: Pick<Document, 'id' | 'language'>,
): Promise<TranslationOffer> {
  const { store, translator, reader } = context
  const [setting, languages, there, preferences] = await Promise.all([
    translatesBy(context),
    translator.cachedLanguages(),
    store.translations.listOf(id),
    store.preferences.all(reader.id),
  ])
  const from = primaryLanguage(language)
  const pairs = readPairs(preferences).filter((pair) => pair.from === from && pair.to !== from)
  const always = pairs.find(({ wish }) => wish === 'always')?.to
  return {
    translator: setting.kind,
    ...defined({ targets: languages && targetsOf(languages, from) }),
    there,
    never: pairs.filter(({ wish }) => wish === 'never').map(({ to }) => to),
    ...defined({ always }),
  }
}

/** The target languages for a source language; all of them if that is unknown. */
function targetsOf(languages: readonly OfferedLanguage[], from: string): readonly string[] {
  const own = languages.find(({ code }) => primaryLanguage(code) === from)
  const all = from === 'und' ? languages.flatMap(({ targets }) => targets) : (own?.targets ?? [])
  return [...new Set(all)].filter((code) => primaryLanguage(code) !== from)
}
