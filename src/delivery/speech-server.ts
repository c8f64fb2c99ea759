import { defined } from '../core/defined.ts'
import type { FetchResult } from '../core/fetch-result.ts'
import { nth } from '../core/nth.ts'
import { primaryLanguage } from '../core/text/primary-language.ts'
import type { Voice, VoiceResult } from './voice.ts'
import { readWave } from './wave.ts'

/** Sends a body to a URL with the server's HTTP client. Never rejects. */
export type Post = (
  url: string,
  options: {
    readonly body: Uint8Array
    readonly headers: Readonly<Record<string, string>>
    readonly maxBytes: number
    readonly signal?: AbortSignal
  },
) => Promise<FetchResult>

export type SpeechServerSettings = {
  /** Its URL, with or without the path of the API. */
  readonly url: string
  /** `openai`: POST /v1/audio/speech. `piper`: the HTTP server included with Piper. */
  readonly kind: 'openai' | 'piper'
  readonly key?: string
  /** For OpenAI-compatible servers. */
  readonly model?: string
  /** Names of voices by primary language; `*` is for all others. Empty: the server chooses. */
  readonly voices: Readonly<Record<string, string>>
  readonly post: Post
}

const maxSoundBytes = 64 * 2 ** 20

/**
 * Reads the URL of a speech server: `https://:KEY@host/v1?model=NAME` for an OpenAI-compatible one, any other path for Piper. Undefined
 * for anything else.
 */
export function readSpeechServer(
  text: string,
): Pick<SpeechServerSettings, 'url' | 'kind' | 'key' | 'model'> | undefined {
  const url = /^https?:\/\//i.test(text) ? URL.parse(text) : null
  if (url?.username !== '') return undefined
  const key = decoded(url.password)
  if (key === undefined || !/^[\x21-\x7e]*$/.test(key)) return undefined
  const model = url.searchParams.get('model')?.slice(0, 120)
  url.password = ''
  url.searchParams.delete('model')
  const kind = /\/(?:v1|audio\/speech)\/?$/.test(url.pathname) ? 'openai' : 'piper'
  return { url: url.href, kind, ...defined({ key: key || undefined, model: model || undefined }) }
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** A voice by a server the owner named. It gets one text at a time and returns WAVE. */
export function serverVoice(settings: SpeechServerSettings): Voice {
  const { kind, url, voices, model = 'tts-1', key, post } = settings
  const places = kind === 'openai' ? [openaiPlace(url)] : piperPlaces(url)
  /** Index of the URL that worked: older Piper servers take the text at `/`, newer ones at `/synthesize`. */
  let right = 0
  const voiceOf = (language: string) => voices[primaryLanguage(language)] ?? voices['*']

  const ask = async (body: Uint8Array, signal: AbortSignal | undefined): Promise<FetchResult> => {
    const headers = {
      'content-type': 'application/json',
      accept: 'audio/wav',
      ...defined({ authorization: key === undefined ? undefined : `Bearer ${key}` }),
    }
    const options = { body, headers, maxBytes: maxSoundBytes, ...defined({ signal }) }
    const first = await post(places[right]!, options)
    const isElsewhere = first.kind === 'not-found' || (first.kind === 'client-error' && first.status === 405)
    if (!isElsewhere || places.length === 1) return first
    const second = await post(places[1 - right]!, options)
    if (second.kind === 'ok') right = 1 - right
    return second
  }

  return {
    name: JSON.stringify([kind, placeOf(url), model, voices]),
    about: { kind, place: placeOf(url), voices },
    speaks: (language) => Object.keys(voices).length === 0 || voiceOf(language) !== undefined,
    async say({ language, text }, signal) {
      const voice = voiceOf(language)
      const asked =
        kind === 'openai'
          ? { model, voice: voice ?? 'alloy', input: text, response_format: 'wav', speed: 1 }
          : { text, ...defined({ voice }) }
      const body = new TextEncoder().encode(JSON.stringify(asked))
      const first = await ask(body, signal)
      // The server may be loading a voice or be busy with other requests, so it's tried once more.
      const answer = isPassing(first) && !signal?.aborted ? await ask(body, signal) : first
      return soundOf(answer)
    },
  }
}

function isPassing({ kind }: FetchResult): boolean {
  return kind === 'busy' || kind === 'server-error' || kind === 'network-error'
}

function soundOf(answer: FetchResult): VoiceResult {
  if (answer.kind !== 'ok') return { kind: 'failed', message: whyNot(answer) }
  const sound = readWave(answer.body)
  if (sound && sound.samples.length > 0) return { kind: 'said', sound }
  return {
    kind: 'failed',
    message: `The speech server sent ${answer.contentType || 'something unknown'} instead of WAVE sound.`,
  }
}

function whyNot(answer: Exclude<FetchResult, { readonly kind: 'ok' }>): string {
  switch (answer.kind) {
    case 'forbidden':
      return `The speech server refused access (${answer.status}). Check the key.`
    case 'not-found':
    case 'gone':
      return `The speech server has nothing at this URL (${answer.status}). Check TWOSOURCE_SPEECH.`
    case 'busy':
      return `The speech server is busy (${answer.status}).`
    case 'client-error':
      return `The speech server rejected the request (${answer.status}). Check the voices and the model.`
    case 'server-error':
      return `The speech server failed (${answer.status}).`
    case 'too-large':
      return `The speech server sent more than ${answer.limitBytes} bytes.`
    case 'timeout':
      return `The speech server did not answer within ${Math.round(answer.afterMs / 1000)} s.`
    case 'refused-address':
    case 'bad-url':
    case 'network-error':
    case 'proxy-error':
    case 'bad-encoding':
      return `The speech server can’t be reached: ${answer.reason}`
    case 'too-many-redirects':
    case 'not-modified':
      return 'The speech server sent no sound.'
  }
}

/** The URL without name, password and query. */
function placeOf(url: string): string {
  const { origin, pathname } = new URL(url)
  return origin + pathname
}

function openaiPlace(url: string): string {
  const place = new URL(url)
  const path = place.pathname.replace(/\/+$/, '')
  if (!path.endsWith('/audio/speech'))
    place.pathname = path.endsWith('/v1') ? `${path}/audio/speech` : `${path}/v1/audio/speech`
  return place.href
}

/** A URL with a path of its own is used unchanged. */
function piperPlaces(url: string): readonly [string] | readonly [string, string] {
  const place = new URL(url)
  return place.pathname === '/' ? [place.href, new URL('/synthesize', place).href] : [place.href]
}

/** Reads `en=alba, fr=siwis, *=alloy`; undefined for anything else. */
export function readVoices(text: string): Readonly<Record<string, string>> | undefined {
  const pairs = text
    .split(',')
    .map((pair) => /^\s*([A-Za-z]{2,3}|\*)\s*=\s*(\S(?:.{0,118}\S)?)\s*$/.exec(pair))
    .map((found) => found && ([nth(found, 1).toLowerCase(), nth(found, 2)] as const))
  return pairs.every((pair) => pair !== null) ? Object.fromEntries(pairs) : undefined
}
