import { defined } from '../../core/defined.ts'
import { programVoice } from '../../delivery/speech-program.ts'
import { readVoices, serverVoice } from '../../delivery/speech-server.ts'
import type { Voice } from '../../delivery/voice.ts'
import { createHttp, type HttpSettings } from '../../http/client.ts'
import type { Config } from '../config/config.ts'

/** A sentence takes a small machine a few seconds; a slower one has failed. */
const TIMEOUT_MS = 60_000

/**
 * The configured voice: the server named, else the program, else none. Only that server may be in a private network, since the owner named
 * it; it is requested over our HTTP client, and a redirect is not followed.
 */
export function openVoice(
  config: Config,
  settings: HttpSettings,
): { readonly voice?: Voice; readonly close: () => void } {
  const { TWOSOURCE_SPEECH_URL: url, TWOSOURCE_SPEECH: command } = config
  if (url === undefined)
    return { ...defined({ voice: command === undefined ? undefined : programVoice({ command }) }), close() {} }
  const http = createHttp({ ...settings, allowPrivate: true, allowPorts: 'any', timeoutMs: TIMEOUT_MS })
  const { TWOSOURCE_SPEECH_KEY: key, TWOSOURCE_SPEECH_MODEL: model, TWOSOURCE_SPEECH_VOICES: voices } = config
  const voice = serverVoice({
    url,
    kind: config.TWOSOURCE_SPEECH_KIND,
    ...defined({ key, model }),
    voices: voices === undefined ? {} : (readVoices(voices) ?? {}),
    post: http.post,
  })
  return { voice, close: http.close }
}
