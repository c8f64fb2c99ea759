import { z } from 'zod'
import { defined } from '../../../core/defined.ts'
import { articleId, documentId } from '../../input.ts'
import { defineOperation } from '../../operation.ts'
import { getArticle } from '../get-article.ts'
import { languageTag } from './translate-article.ts'
import type { TranslationView } from './translation-views.ts'

export const getTranslation = defineOperation({
  name: 'get_translation',
  minRole: 'guest',
  summary:
    'An article in another language as far as it is translated, with its original and the sentences left as they were, and why',
  input: z.strictObject({
    id: articleId,
    revision: documentId.optional(),
    to: languageTag,
    reads: z.boolean().optional(),
  }),
  async run(context, { id, revision, to, reads }): Promise<TranslationView | undefined> {
    const { store, translator, reader } = context
    const article = await getArticle.run(context, {
      id,
      ...defined({ revision: revision || undefined, reads }),
    })
    if (!article) return undefined
    const [found, setting] = await Promise.all([store.translations.find(article.document.id, to), translator.setting()])
    // Only the owner sees which server translates.
    const isHidden = found?.by?.kind === 'server' && reader.role !== 'owner'
    const translation = found && (isHidden && found.by ? { ...found, by: { ...found.by, name: '' } } : found)
    const isByAnother =
      found?.by !== undefined &&
      setting.kind !== 'off' &&
      (setting.kind !== found.by.kind || (setting.kind === 'server' && new URL(setting.address).host !== found.by.name))
    return { article, language: to, ...defined({ translation }), isByAnother }
  },
})
