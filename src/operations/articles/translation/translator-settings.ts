import type { ModelPort } from '../../../core/model.ts'
import type { TranslatorPort, TranslatorSetting } from '../../../core/translation.ts'
import type { Store } from '../../../store/store.ts'

/** Setting names of the translator. The key appears on no page and in no list of settings. */
export const translatorNames = {
  by: 'translate-by',
  address: 'translate-address',
  key: 'translate-key',
  perDay: 'translate-per-day',
} as const

/** Articles per day for all readers together; more are refused until a day has passed. */
const usualPerDay = 200

/** The owner's choice on the settings page; without one, a model configured for translation. */
export async function readTranslator(
  { instanceSettings }: Pick<Store, 'instanceSettings'>,
  model: Pick<ModelPort, 'isOn'>,
): Promise<TranslatorSetting> {
  const by = await instanceSettings.get(translatorNames.by)
  if (by === 'model' || (by === undefined && model.isOn('translation'))) return { kind: 'model' }
  const address = by === 'server' ? await instanceSettings.get(translatorNames.address) : undefined
  if (address === undefined) return { kind: 'off' }
  const hasKey = (await instanceSettings.get(translatorNames.key)) !== undefined
  return { kind: 'server', address, hasKey }
}

/** The current translator; a chosen model may be switched off since. */
export async function translatesBy({
  translator,
  model,
}: {
  readonly translator: Pick<TranslatorPort, 'setting'>
  readonly model: Pick<ModelPort, 'isOn'>
}): Promise<TranslatorSetting> {
  const setting = await translator.setting()
  return setting.kind === 'model' && !model.isOn('translation') ? { kind: 'off' } : setting
}

export async function articlesPerDay({ instanceSettings }: Pick<Store, 'instanceSettings'>): Promise<number> {
  const chosen = Number(await instanceSettings.get(translatorNames.perDay))
  return Number.isInteger(chosen) && chosen > 0 ? chosen : usualPerDay
}
