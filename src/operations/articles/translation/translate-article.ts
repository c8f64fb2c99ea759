import { z } from 'zod'
import { defined } from '../../../core/defined.ts'
import type { Document } from '../../../core/document.ts'
import { primaryLanguage } from '../../../core/text/primary-language.ts'
import { isLanguageTag, type Translation } from '../../../core/translation.ts'
import { translationKey } from '../../../pipeline/analysis/translate-article.ts'
import { articleId, documentId } from '../../input.ts'
import { defineOperation, type OperationContext } from '../../operation.ts'
import { targetsOf } from './translation-offer.ts'
import type { TranslationAsked } from './translation-views.ts'
import { articlesPerDay, translatesBy } from './translator-settings.ts'

const DAY_MS = 86_400_000

/** A language to translate into. */
export const languageTag = z.string().max(20).refine(isLanguageTag, 'A language is written as in fr or pt-BR')

export const translateArticle = defineOperation({
  name: 'translate_article',
  least: 'reader',
  summary: 'Asks for an article in another language; it is made in the background, sentence by sentence',
  input: z.object({
    id: articleId,
    revision: documentId.optional(),
    to: languageTag,
    /** True: from the start, by what translates now. */
    isAnew: z.boolean().default(false),
  }),
  async run(context, { id, revision, to, isAnew }): Promise<TranslationAsked | undefined> {
    const { store } = context
    const newest = await store.articles.find(id)
    if (!newest) return undefined
    const shown = revision && revision !== newest.document.id ? await store.articles.findByDocument(revision) : newest
    if (!shown || shown.article.id !== newest.article.id) return undefined
    if (shown.article.refusesModels) return { kind: 'refuses-models' }
    return askForTranslation(context, shown.document, to, isAnew)
  },
})

/** Has a document translated in the background, unless it is there, cannot be, or the day's bound is reached. */
async function askForTranslation(
  context: Pick<OperationContext, 'store' | 'translator' | 'model' | 'now' | 'wake'>,
  document: Document,
  to: string,
  isAnew = false,
): Promise<TranslationAsked> {
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
  // What another translator began is not gone on with.
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
