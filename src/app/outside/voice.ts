import { defined } from '../../core/defined.ts'
import { findEncoder } from '../../delivery/sound-encoders.ts'
import { programVoice } from '../../delivery/speech-program.ts'
import { readSpeechServer, readVoices, serverVoice } from '../../delivery/speech-server.ts'
import type { Voice } from '../../delivery/voice.ts'
import { createHttp, type HttpSettings } from '../../http/client.ts'
import type { Config } from '../config/config.ts'

/** A sentence takes a small machine a few seconds; a slower one has failed. */
const TIMEOUT_MS = 60_000

/**
 * The configured voice, a server or a program, and what makes its recordings smaller. Only that server may be in a private network, since
 * the owner named it; it is requested over our HTTP client, and a redirect is not followed.
 */
export async function openVoice(
  { TWOSOURCE_SPEECH: named, TWOSOURCE_SPEECH_VOICES: voices }: Config,
  settings: HttpSettings,
): Promise<{ readonly voice?: Voice; readonly encoder?: string; readonly close: () => void }> {
  if (named === undefined) return { close() {} }
  const encoder = await findEncoder()
  const server = readSpeechServer(named)
  if (server === undefined) return { voice: programVoice({ command: named }), ...defined({ encoder }), close() {} }
  const http = createHttp({ ...settings, allowPrivate: true, allowPorts: 'any', timeoutMs: TIMEOUT_MS })
  const voice = serverVoice({ ...server, voices: readVoices(voices ?? '') ?? {}, post: http.post })
  return { voice, ...defined({ encoder }), close: http.close }
}
