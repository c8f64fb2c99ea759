import { z } from 'zod'
import { defined } from '../../../core/defined.ts'
import { primaryLanguage } from '../../../core/text/primary-language.ts'
import { pairName, pairWishes, readPairs } from '../../../core/translation.ts'
import { oneByOne } from '../../one-by-one.ts'
import { defineOperation } from '../../operation.ts'
import { languageTag } from './translate-article.ts'
import type { TranslationSettingsView } from './translation-views.ts'
import { articlesPerDay } from './translator-settings.ts'

/** Most language pairs of a reader; beyond this it is no real choice. */
const MOST_PAIRS = 60

export const getTranslationSettings = defineOperation({
  name: 'get_translation_settings',
  minRole: 'reader',
  summary: 'The reader’s choice for each language pair, and for the owner the translation service; never its key',
  input: z.strictObject({}),
  async run({ store, translator, model, reader }): Promise<TranslationSettingsView> {
    const [setting, languages, preferences, perDay] = await Promise.all([
      translator.setting(),
      translator.cachedLanguages(),
      store.preferences.all(reader.id),
      articlesPerDay(store),
    ])
    return {
      translator: setting.kind,
      pairs: readPairs(preferences),
      ...defined({
        languages,
        instance: reader.role === 'owner' ? { setting, perDay, hasModel: model.isOn('translation') } : undefined,
      }),
    }
  },
})

export const chooseTranslation = defineOperation({
  name: 'choose_translation',
  minRole: 'reader',
  summary: 'Sets whether articles of one language are translated into another: never, on request, or always',
  input: z.strictObject({ from: languageTag, to: languageTag, wish: z.enum(pairWishes) }),
  run: (context, { from, to, wish }): Promise<true | undefined> =>
    oneByOne(`pairs ${context.reader.id}`, async (): Promise<true | undefined> => {
      const { store, reader, now } = context
      if (primaryLanguage(from) === primaryLanguage(to)) return undefined
      const pairs = readPairs(await store.preferences.all(reader.id))
      const at = now().toISOString()
      const isKnown = pairs.some((pair) => pair.from === primaryLanguage(from) && pair.to === to)
      if (!isKnown && pairs.length >= MOST_PAIRS) return undefined
      // Each language has at most one that it is always translated into.
      const others =
        wish === 'always' ? pairs.filter((pair) => pair.from === primaryLanguage(from) && pair.to !== to) : []
      for (const other of others)
        if (other.wish === 'always') await store.preferences.set(reader.id, pairName(other.from, other.to), 'offer', at)
      await store.preferences.set(reader.id, pairName(from, to), wish, at)
      return true
    }),
})
