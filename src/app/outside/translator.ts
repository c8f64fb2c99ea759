import { defined } from '../../core/defined.ts'
import type { ModelPort } from '../../core/model.ts'
import type { OfferedLanguage, OfferedLanguages, Translator, TranslatorPort } from '../../core/translation.ts'
import { createHttp, type HttpSettings } from '../../http/client.ts'
import { readTranslator, translatorNames } from '../../operations/articles/translation/translator-settings.ts'
import { libreTranslate } from '../../providers/libre-translate.ts'
import { modelTranslator } from '../../providers/model-translator.ts'
import type { Store } from '../../store/store.ts'

/** A processor without a graphics card takes about a second for a sentence. */
const SERVER_MS = 60_000
/** A server that did not list its languages is asked again after this long. */
const LOOK_AGAIN_MS = 60_000

/**
 * The translator that the settings page names. Its server may be in a private network, since the owner named it;
 * only that URL is requested, and redirects are not followed.
 */
export function openTranslator(
  settings: HttpSettings,
  { store, model }: { readonly store: Store; readonly model: ModelPort },
): { readonly translator: TranslatorPort; readonly close: () => void } {
  const http = createHttp({ ...settings, allowPrivate: true, allowPorts: 'any', timeoutMs: SERVER_MS })
  const ask = {
    get: (url: string, options: Parameters<typeof http.get>[1]) => http.get(url, { ...options, isOneHop: true }),
    post: http.post,
  }
  let lookedAt = Number.NEGATIVE_INFINITY
  const setting = () => readTranslator(store, model)
  const byModel = modelTranslator(model)
  // Kept between calls, so that a server's languages are requested once.
  let server:
    | { readonly address: string; readonly key: string | undefined; readonly translator: Translator }
    | undefined
  const current = async (): Promise<Translator | undefined> => {
    const set = await setting()
    if (set.kind === 'off') return undefined
    if (set.kind === 'model') return byModel
    const { address } = set
    const key = await store.instanceSettings.get(translatorNames.key)
    if (server?.address !== address || server.key !== key)
      server = { address, key, translator: libreTranslate({ address, ...defined({ key: key || undefined }) }, ask) }
    return server.translator
  }
  const offered = new WeakMap<Translator, readonly OfferedLanguage[]>()
  const languages = async (signal?: AbortSignal): Promise<OfferedLanguages> => {
    const translator = await current()
    if (!translator) return { kind: 'off' }
    const answer = await translator.languages(signal)
    if (answer.kind === 'offered') offered.set(translator, answer.languages)
    return answer
  }
  return {
    translator: {
      setting,
      async cachedLanguages() {
        const translator = await current()
        const found = translator && offered.get(translator)
        if (translator && !found && performance.now() - lookedAt > LOOK_AGAIN_MS) {
          lookedAt = performance.now()
          void languages()
        }
        return found
      },
      languages,
      translate: async (request) => (await current())?.translate(request) ?? { kind: 'off' },
    },
    close: () => http.close(),
  }
}
