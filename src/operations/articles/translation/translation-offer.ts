import { defined } from '../../../core/defined.ts'
import type { Document } from '../../../core/document.ts'
import { primaryLanguage } from '../../../core/text/primary-language.ts'
import { type OfferedLanguage, readPairs } from '../../../core/translation.ts'
import type { OperationContext } from '../../operation.ts'
import type { TranslationOffer } from './translation-views.ts'
import { translatesBy } from './translator-settings.ts'

/** What there is of a document in other languages, and what its reader may ask for; waits for no server. */
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

/** The languages there are from one; of a language that is not known, all. */
export function targetsOf(languages: readonly OfferedLanguage[], from: string): readonly string[] {
  const own = languages.find(({ code }) => primaryLanguage(code) === from)
  const all = from === 'und' ? languages.flatMap(({ targets }) => targets) : (own?.targets ?? [])
  return [...new Set(all)].filter((code) => primaryLanguage(code) !== from)
}
