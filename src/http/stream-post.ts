import { type ClientRequest, type IncomingMessage, request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { defined } from '../core/defined.ts'
import type { ProxyTrouble } from '../core/fetch-result.ts'
import { begun, failureOf } from './exchange.ts'
import { guardedLookup, type Resolve } from './guarded-lookup.ts'
import { isPublicAddress } from './private-address.ts'
import type { OutgoingProxy } from './proxy.ts'
import { proxyAgents } from './proxy-agents.ts'
import { portOf, refuse } from './redirect.ts'
import { retryAfterSeconds } from './response-fields.ts'

type StreamPostSettings = {
  readonly userAgent: string
  /** True for a server the owner named: it may be in a private network, on any port. */
  readonly allowPrivate: boolean
  readonly connectTimeoutMs: number
  readonly resolve?: Resolve
  readonly proxy?: OutgoingProxy
}

export type StreamPostOptions = {
  /** Absent: a GET. */
  readonly body?: Uint8Array
  readonly headers: Readonly<Record<string, string>>
  /** For the whole response. Beyond it the body fails with a `FloodError`. */
  readonly maxBytes: number
  /** Longest wait for the next bytes of a started body, in milliseconds. */
  readonly stallMs: number
  /** Ends the exchange at any point, including the body; the caller limits the total time. */
  readonly signal: AbortSignal
}

/** Result of a request whose response is read while it arrives. */
type Streamed =
  | {
      readonly kind: 'answering'
      readonly status: number
      readonly contentType: string
      /** Fails with a FloodError, a StallError or the connection's error; its end closes the connection. */
      readonly body: ReadableStream<Uint8Array>
    }
  /** A status other than 2xx, including redirects, which aren't followed. At most 4 KB of its text. */
  | { readonly kind: 'status'; readonly status: number; readonly text: string; readonly retryAfterSeconds?: number }
  | { readonly kind: 'refused-address'; readonly reason: string }
  | { readonly kind: 'bad-url'; readonly reason: string }
  | { readonly kind: 'network-error'; readonly reason: string }
  | { readonly kind: 'proxy-error'; readonly why: ProxyTrouble; readonly reason: string }

class FloodError extends Error {
  override name = 'FloodError'
}

/** Nothing arrived for too long. */
class StallError extends Error {
  override name = 'StallError'
}

const MOST_OF_REFUSAL = 4096

/**
 * Sends a body to a URL (a GET without one) with the client's guards, and returns the response as a stream. Redirects aren't followed,
 * connections aren't reused, and nothing is sent twice. Never rejects; the returned body may fail.
 */
export function streamPost(
  settings: StreamPostSettings,
  address: string,
  options: StreamPostOptions,
): Promise<Streamed> {
  const url = URL.parse(address)
  if (!url) return Promise.resolve({ kind: 'bad-url', reason: `“${address.slice(0, 200)}” is not a URL` })
  const refused = refuse(url, settings.allowPrivate, settings.allowPrivate ? 'any' : [portOf(url)])
  if (refused?.kind === 'bad-url' || refused?.kind === 'refused-address')
    return Promise.resolve({ kind: refused.kind, reason: refused.reason })
  const { signal, body } = options
  const { proxy } = settings
  const through = proxy && proxyAgents({}, { ...settings, proxy })
  return new Promise((resolve) => {
    if (signal.aborted) return resolve({ kind: 'network-error', reason: 'The request was canceled' })
    const send = url.protocol === 'https:' ? requestSecure : requestPlain
    const request = begun(() =>
      send({
        method: body ? 'POST' : 'GET',
        protocol: url.protocol,
        hostname: url.hostname.replace(/^\[|\]$/g, ''),
        port: portOf(url),
        path: `${url.pathname}${url.search}`,
        headers: {
          ...options.headers,
          'user-agent': settings.userAgent,
          ...defined({ 'content-length': body && String(body.length) }),
        },
        agent: through ? (url.protocol === 'https:' ? through.secure : through.plain) : false,
        ...defined({ lookup: settings.allowPrivate ? undefined : guardedLookup(settings.resolve) }),
      }),
    )
    if (typeof request === 'string') return resolve({ kind: 'network-error', reason: request })
    const cut = () => request.destroy(new Error('The request was canceled'))
    signal.addEventListener('abort', cut, { once: true })
    request.once('close', () => {
      signal.removeEventListener('abort', cut)
      through?.close()
    })
    const connecting = setTimeout(
      () => request.destroy(new Error('The server does not answer')),
      settings.connectTimeoutMs,
    )
    request.on('socket', (socket) => {
      // A connection through the proxy is already open, and its remote address is the proxy.
      if (!socket.connecting) return clearTimeout(connecting)
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
        clearTimeout(connecting)
        const { remoteAddress } = socket
        if (!settings.allowPrivate && remoteAddress !== undefined && !isPublicAddress(remoteAddress))
          request.destroy(new Error(`${remoteAddress} is not an address of the public internet`))
      })
    })
    request.on('error', (error) => {
      clearTimeout(connecting)
      const failed = failureOf(error)
      resolve(failed.kind === 'network-error' ? { kind: failed.kind, reason: failed.reason } : failed)
    })
    request.on('response', (response) => {
      const status = response.statusCode ?? 0
      if (status < 200 || status >= 300) readRefusal(response, request).then(resolve)
      else
        resolve({
          kind: 'answering',
          status,
          contentType: response.headers['content-type'] ?? '',
          body: bodyOf(response, request, options),
        })
    })
    request.end(body)
  })
}

function bodyOf(
  response: IncomingMessage,
  request: ClientRequest,
  { maxBytes, stallMs }: StreamPostOptions,
): ReadableStream<Uint8Array> {
  let length = 0
  let failure: Error | undefined
  const stop = (error: Error) => {
    failure ??= error
    request.destroy()
  }
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let stalled = setTimeout(() => stop(new StallError(`No data for ${stallMs} ms`)), stallMs)
        response.pause()
        response.on('data', (chunk: Buffer) => {
          clearTimeout(stalled)
          length += chunk.length
          if (length > maxBytes) return stop(new FloodError(`More than ${maxBytes} bytes`))
          stalled = setTimeout(() => stop(new StallError(`No data for ${stallMs} ms`)), stallMs)
          controller.enqueue(new Uint8Array(chunk))
          if ((controller.desiredSize ?? 0) <= 0) response.pause()
        })
        const end = (error?: Error) => {
          clearTimeout(stalled)
          try {
            if (failure ?? error) controller.error(failure ?? error)
            else controller.close()
          } catch {
            // It was canceled or has ended: nobody reads it.
          }
        }
        response.once('end', () => end())
        response.once('error', (error) => end(error))
        response.once('close', () => end(response.complete ? undefined : new Error('The connection broke off')))
      },
      pull() {
        response.resume()
      },
      cancel() {
        request.destroy()
      },
    },
    { highWaterMark: 4 },
  )
}

/** The text of a refusal, if it's short and comes soon. */
function readRefusal(response: IncomingMessage, request: ClientRequest): Promise<Streamed> {
  const status = response.statusCode ?? 0
  const retry = retryAfterSeconds(response, Date.now())
  const chunks: Buffer[] = []
  let length = 0
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(late)
      request.destroy()
      const text = Buffer.concat(chunks).subarray(0, MOST_OF_REFUSAL).toString('utf8')
      resolve({ kind: 'status', status, text, ...defined({ retryAfterSeconds: retry }) })
    }
    const late = setTimeout(finish, 2000)
    response.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      if ((length += chunk.length) >= MOST_OF_REFUSAL) finish()
    })
    for (const event of ['end', 'error', 'close']) response.once(event, finish)
  })
}
