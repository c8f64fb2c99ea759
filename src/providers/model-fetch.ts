import type { ModelFailure, ModelTrouble } from '../core/model.ts'

/** Sends a request and streams the response; implemented in `http/`. */
export type SendStreaming = (
  url: string,
  options: {
    /** Absent: a GET. */
    readonly body?: Uint8Array
    readonly headers: Readonly<Record<string, string>>
    readonly maxBytes: number
    readonly stallMs: number
    readonly signal: AbortSignal
  },
) => Promise<
  | {
      readonly kind: 'answering'
      readonly status: number
      readonly contentType: string
      readonly body: ReadableStream<Uint8Array>
    }
  | { readonly kind: 'status'; readonly status: number; readonly text: string; readonly retryAfterSeconds?: number }
  | { readonly kind: 'refused-address' | 'bad-url' | 'network-error' | 'proxy-error'; readonly reason: string }
>

/** A fetch for the SDK's client, and its last failure: the client wraps errors so that the cause is lost. */
type ModelFetch = {
  readonly fetch: typeof globalThis.fetch
  readonly trouble: () => ModelFailure | undefined
}

/** A fetch limited to POST requests to the server's origin, so that no response can make the client request anything else. */
export function modelFetch(
  send: SendStreaming,
  server: ModelServer,
  limits: { readonly maxBytes: number; readonly signal: AbortSignal },
): ModelFetch {
  const { origin } = new URL(server.address)
  let trouble: ModelFailure | undefined
  const fail = (failure: ModelFailure): never => {
    trouble ??= failure
    throw new TypeError('The model cannot be asked')
  }
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input)
    if (new URL(url).origin !== origin || init?.method !== 'POST' || typeof init.body !== 'string')
      throw new TypeError('A model is asked at its own address alone')
    const { 'user-agent': _, ...headers } = Object.fromEntries(new Headers(init.headers))
    const streamed = await send(url, {
      ...limits,
      stallMs: server.stallMs,
      headers: { ...headers, 'accept-encoding': 'identity' },
      body: new TextEncoder().encode(init.body),
    })
    switch (streamed.kind) {
      case 'answering':
        if (!/^(?:text\/event-stream|application\/json)/i.test(streamed.contentType)) {
          await streamed.body.cancel()
          return fail(failed('form', `it answers with ${streamed.contentType.slice(0, 60) || 'no type'}`))
        }
        return new Response(streamed.body, {
          status: streamed.status,
          headers: { 'content-type': streamed.contentType },
        })
      case 'status':
        return fail(failureOfStatus(streamed, server.key))
      case 'refused-address':
      case 'bad-url':
      case 'network-error':
      case 'proxy-error':
        return fail(failed('unreachable', streamed.reason))
    }
  }
  return { fetch, trouble: () => trouble }
}

/** A failure; `reason` is for the owner. */
export function failed(why: ModelTrouble, reason: string): Extract<ModelFailure, { kind: 'failed' }> {
  return { kind: 'failed', why, reason }
}

/** What a status means for the owner; the key is not repeated. */
export function failureOfStatus(
  answer: { readonly status: number; readonly text: string; readonly retryAfterSeconds?: number },
  key: string | undefined,
): ModelFailure {
  const { status, retryAfterSeconds } = answer
  const said = messageOf(answer.text, key)
  const failure = failed(troubleOf(status), said === '' ? `status ${status}` : `status ${status}: ${said}`)
  return retryAfterSeconds === undefined ? failure : { ...failure, retryAfterSeconds }
}

function troubleOf(status: number): ModelTrouble {
  if (status >= 300 && status < 400) return 'redirect'
  if (status === 401 || status === 403) return 'key'
  if (status === 404 || status === 405) return 'not-found'
  if (status === 429 || status === 503) return 'busy'
  return status >= 500 ? 'server' : 'refused'
}

/** An error's message in one line, without the key; undefined for an HTML page. */
function messageOf(text: string, key: string | undefined): string {
  const message = messageIn(text)
  const hidden = key === undefined || key === '' ? message : message.replaceAll(key, '…')
  return hidden.replace(/\s+/g, ' ').trim().slice(0, 200)
}

function messageIn(text: string): string {
  try {
    const { error } = JSON.parse(text) as { readonly error?: unknown }
    if (typeof error === 'string') return error
    const message = (error as { readonly message?: unknown } | undefined)?.message
    return typeof message === 'string' ? message : ''
  } catch {
    return ''
  }
}

/** A model server: the owner's settings, the key, and the limits of one answer. */
export type ModelServer = {
  readonly address: string
  readonly key?: string
  readonly timeoutMs: number
  readonly stallMs: number
}

/** Tokens of one request, from the server or estimated from the length. */
export type Tokens = { readonly in: number; readonly out: number }
