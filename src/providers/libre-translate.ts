import { defined } from '../core/defined.ts'
import type { FetchResult } from '../core/fetch-result.ts'
import { primaryLanguage } from '../core/text/primary-language.ts'
import type { OfferedLanguages, Translated, Translator, TranslatorFailure } from '../core/translation.ts'

/** Sends a request to one server. The caller's client doesn't follow redirects and limits size and time. */
type ServerRequest = {
  get(url: string, options: { readonly maxBytes: number; readonly signal?: AbortSignal }): Promise<FetchResult>
  post(
    url: string,
    options: {
      readonly body: Uint8Array
      readonly headers: Readonly<Record<string, string>>
      readonly maxBytes: number
      readonly signal?: AbortSignal
    },
  ): Promise<FetchResult>
}

const MOST_LANGUAGE_BYTES = 262_144
const MOST_LANGUAGES = 200
/** Bytes of a translation, at most, per byte of its original: Thai needs three bytes per letter and Arabic two. */
const GROWTH = 8

/**
 * A server with LibreTranslate's API: `GET /languages`, and `POST /translate` with a list of texts. The base URL may have a
 * path; the key is sent in the body, as that API requires.
 */
export function libreTranslate(
  { address, key }: { readonly address: string; readonly key?: string },
  ask: ServerRequest,
): Translator {
  const base = address.replace(/\/+$/, '')
  const by = { kind: 'server' as const, name: new URL(address).host }
  let known: OfferedLanguages | undefined

  const languages = async (signal?: AbortSignal): Promise<OfferedLanguages> => {
    if (known?.kind === 'offered') return known
    const answer = await ask.get(`${base}/languages`, {
      maxBytes: MOST_LANGUAGE_BYTES,
      ...defined({ signal }),
    })
    return (known = readLanguages(answer, signal))
  }

  return {
    languages,
    async translate({ texts, from, to, signal }) {
      const offered = await languages(signal)
      if (offered.kind !== 'offered') return offered
      const target = codeOf(
        to,
        offered.languages.flatMap(({ targets }) => targets),
      )
      const source =
        from === 'und'
          ? 'auto'
          : codeOf(
              from,
              offered.languages.map(({ code }) => code),
            )
      const known = offered.languages.find(({ code }) => code === source)
      if (!target || !source || (known && !known.targets.includes(target))) return { kind: 'no-pair' }
      const said = { q: texts, source, target, format: 'text', ...defined({ api_key: key || undefined }) }
      const body = new TextEncoder().encode(JSON.stringify(said))
      const answer = await ask.post(`${base}/translate`, {
        body,
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        maxBytes: 65_536 + body.length * GROWTH,
        ...defined({ signal }),
      })
      return readTexts(answer, texts.length, by, signal)
    },
  }
}

function readLanguages(answer: FetchResult, signal?: AbortSignal): OfferedLanguages {
  const read = jsonOf(answer, signal)
  if (read.kind !== 'json') return read
  const rows = Array.isArray(read.value) ? read.value.slice(0, MOST_LANGUAGES) : []
  const found = rows.flatMap((row: unknown) => {
    const { code, targets } = (row ?? {}) as { readonly code?: unknown; readonly targets?: unknown }
    return isCode(code) ? [{ code, targets: Array.isArray(targets) ? targets.filter(isCode) : undefined }] : []
  })
  if (found.length === 0) return { kind: 'not-there', reason: 'It lists no languages' }
  // Early versions list no targets: every language can be translated into every other.
  const all = found.map(({ code }) => code)
  const listed = found.map(({ code, targets }) => ({
    code,
    targets: (targets ?? all).filter((target) => target !== code),
  }))
  return { kind: 'offered', languages: listed }
}

function readTexts(
  answer: FetchResult,
  count: number,
  by: Extract<Translated, { kind: 'translated' }>['by'],
  signal?: AbortSignal,
): Translated {
  const read = jsonOf(answer, signal)
  if (read.kind !== 'json') return read
  const { translatedText: texts } = (read.value ?? {}) as { readonly translatedText?: unknown }
  // With a different number of texts, we can't know which belongs to which.
  if (!Array.isArray(texts) || texts.length !== count)
    return { kind: 'failed', reason: 'It returned a different number of texts than were sent' }
  return {
    kind: 'translated',
    texts: texts.map((text: unknown) => (typeof text === 'string' ? text.toWellFormed().trim() : undefined)),
    by,
  }
}

/** A server's code for a language: the tag itself, else one with the same primary language. */
function codeOf(tag: string, codes: readonly string[]): string | undefined {
  const exact = codes.find((code) => code.toLowerCase() === tag.toLowerCase())
  return exact ?? codes.find((code) => primaryLanguage(code) === primaryLanguage(tag))
}

function isCode(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,2}$/.test(value)
}

type Read = { readonly kind: 'json'; readonly value: unknown } | TranslatorFailure

function jsonOf(answer: FetchResult, signal?: AbortSignal): Read {
  if (signal?.aborted) return { kind: 'cancelled' }
  if (answer.kind !== 'ok') return failureOf(answer)
  if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(answer.contentType))
    return { kind: 'not-there', reason: 'Its answer isn’t JSON' }
  try {
    return { kind: 'json', value: JSON.parse(new TextDecoder().decode(answer.body)) as unknown }
  } catch {
    return { kind: 'failed', reason: 'Its answer cannot be read' }
  }
}

function failureOf(answer: Exclude<FetchResult, { kind: 'ok' }>): TranslatorFailure {
  switch (answer.kind) {
    case 'timeout':
      return { kind: 'timeout', afterMs: answer.afterMs }
    case 'too-large':
      return { kind: 'too-long' }
    case 'forbidden':
      return { kind: 'key-refused' }
    case 'busy':
      return { kind: 'busy' }
    case 'not-found':
    case 'gone':
      return { kind: 'not-there', reason: `It answers with ${answer.status}` }
    case 'client-error':
      return answer.status < 400
        ? { kind: 'not-there', reason: 'It redirects elsewhere' }
        : { kind: 'failed', reason: `It answers with ${answer.status}` }
    case 'server-error':
      return { kind: 'failed', reason: `It answers with ${answer.status}` }
    case 'network-error':
    case 'proxy-error':
    case 'bad-url':
    case 'refused-address':
    case 'bad-encoding':
      return { kind: 'not-there', reason: answer.reason }
    case 'not-modified':
    case 'too-many-redirects':
      return { kind: 'not-there', reason: 'It redirects elsewhere' }
  }
}
