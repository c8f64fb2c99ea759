import { type ClientRequest, type IncomingMessage, type RequestOptions, request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import type { Socket } from 'node:net'
import type { ProxyTrouble } from '../core/fetch-result.ts'
import { ownValue } from '../core/own-value.ts'
import { longBodyPace } from './body-pace.ts'
import { gatherBody } from './gather-body.ts'
import { RefusedAddressError } from './guarded-lookup.ts'
import { longBodies, longBytes } from './long-bodies.ts'
import { ProxyError } from './open-tunnel.ts'
import { isPublicAddress } from './private-address.ts'

/** The limits of an exchange; agent and lookup are in `request`. */
type ExchangeLimits = {
  readonly maxBytes: number
  /** When the exchange must end, in milliseconds of `performance.now()`. */
  readonly deadline: number
  readonly connectTimeoutMs: number
  readonly allowPrivate: boolean
  readonly signal: AbortSignal | undefined
  readonly body?: Uint8Array
}

export type Exchange =
  | { readonly kind: 'response'; readonly response: IncomingMessage; readonly body: Buffer }
  | { readonly kind: 'too-large'; readonly limitBytes: number }
  | { readonly kind: 'timeout'; readonly reason: 'connect' | 'total' }
  | { readonly kind: 'refused-address'; readonly reason: string }
  | { readonly kind: 'proxy-error'; readonly why: ProxyTrouble; readonly reason: string }
  | {
      readonly kind: 'network-error'
      readonly reason: string
      readonly isStaleSocket: boolean
      readonly isUnknownName?: boolean
    }

/** An unwanted body up to this length is read to its end, so that the connection can be reused. */
const DRAIN_BYTES = 16_384

const DRAIN_MS = 5_000

/** A request, or why it can't be made: a key that somebody typed may contain characters no header allows, such as a line break. */
export function begun(begin: () => ClientRequest): ClientRequest | string {
  try {
    return begin()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/**
 * Sends one request and reads the response. The body is read only for a 2xx status, never beyond `maxBytes`, and everything must
 * end by the deadline, however slowly bytes arrive. Never rejects.
 */
export function exchange(options: RequestOptions, limits: ExchangeLimits): Promise<Exchange> {
  return new Promise((resolve) => {
    const send = options.protocol === 'https:' ? requestSecure : requestPlain
    const request = begun(() => send(options))
    if (typeof request === 'string') return resolve({ kind: 'network-error', reason: request, isStaleSocket: false })
    const finish = (result: Exchange) => {
      clearTimeout(total)
      clearTimeout(connect)
      limits.signal?.removeEventListener('abort', cancel)
      if (result.kind !== 'response') request.destroy()
      resolve(result)
    }
    const cancel = () => finish({ kind: 'network-error', reason: 'The request was canceled', isStaleSocket: false })
    const left = Math.max(1, limits.deadline - performance.now())
    const total = setTimeout(() => finish({ kind: 'timeout', reason: 'total' }), left)
    const connect = setTimeout(() => finish({ kind: 'timeout', reason: 'connect' }), limits.connectTimeoutMs)

    limits.signal?.addEventListener('abort', cancel, { once: true })
    request.on('socket', (socket) =>
      watchConnect(socket, options.protocol === 'https:', limits, () => clearTimeout(connect), finish),
    )
    request.on('error', (error) => finish(failure(error, request)))
    request.on('response', (response) => readResponse(response, limits, finish))
    request.end(limits.body)
  })
}

function watchConnect(
  socket: Socket,
  isSecure: boolean,
  limits: ExchangeLimits,
  onConnected: () => void,
  finish: (result: Exchange) => void,
): void {
  if (!socket.connecting) {
    onConnected()
    return
  }
  socket.once('connect', () => {
    // A second check, in case an address ever gets past the checks before the connection.
    const { remoteAddress } = socket
    if (!limits.allowPrivate && remoteAddress !== undefined && !isPublicAddress(remoteAddress))
      finish({ kind: 'refused-address', reason: `${remoteAddress} is not an address of the public internet` })
  })
  socket.once(isSecure ? 'secureConnect' : 'connect', onConnected)
}

function readResponse(response: IncomingMessage, limits: ExchangeLimits, finish: (result: Exchange) => void): void {
  const status = response.statusCode ?? 0
  if (status < 200 || status >= 300) {
    finish({ kind: 'response', response, body: Buffer.alloc(0) })
    drain(response)
    return
  }
  const { maxBytes } = limits
  const contentLength = Number(response.headers['content-length'] ?? Number.NaN)
  const gathered = gatherBody(contentLength)
  const tooLarge = () => {
    gathered.release()
    finish({ kind: 'too-large', limitBytes: maxBytes })
  }
  if (contentLength > maxBytes) {
    tooLarge()
    return
  }
  let length = 0
  const slow = slowLongBody(response, maxBytes)
  response.on('data', (chunk: Buffer) => {
    length += chunk.length
    if (length > maxBytes) return tooLarge()
    gathered.add(chunk)
    slow(chunk.length, length)
  })
  response.on('end', () => {
    if (response.complete) finish({ kind: 'response', response, body: gathered.whole() })
  })
  const cut = () => {
    gathered.release()
    finish({ kind: 'network-error', reason: 'The connection broke off during the answer', isStaleSocket: false })
  }
  response.on('error', cut)
  response.on('aborted', cut)
}

function drain(response: IncomingMessage): void {
  const length = Number(response.headers['content-length'] ?? Number.NaN)
  const isShort = length <= DRAIN_BYTES || response.statusCode === 304
  response.on('error', () => {})
  if (!isShort) {
    response.destroy()
    return
  }
  response.setTimeout(DRAIN_MS, () => response.destroy())
  response.resume()
}

function failure(error: Error, request: ClientRequest): Exchange {
  const failed = failureOf(error)
  if (failed.kind !== 'network-error') return failed
  const { kind, reason, isCut, isUnknownName } = failed
  return { kind, reason, isStaleSocket: request.reusedSocket && isCut, isUnknownName }
}

/** What a connection error means, in words. */
export function failureOf(error: Error):
  | Extract<Exchange, { readonly kind: 'refused-address' | 'proxy-error' }>
  | {
      readonly kind: 'network-error'
      readonly reason: string
      readonly isCut: boolean
      /** True when the name doesn't exist, not just when it couldn't be resolved now. */
      readonly isUnknownName: boolean
    } {
  if (error instanceof ProxyError) return { kind: 'proxy-error', why: error.why, reason: error.message }
  const refused =
    error instanceof AggregateError ? error.errors.find((one) => one instanceof RefusedAddressError) : error
  if (refused instanceof RefusedAddressError) return { kind: 'refused-address', reason: refused.message }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const isCut = code === 'ECONNRESET' || code === 'EPIPE'
  return { kind: 'network-error', reason: explain(code, error.message), isCut, isUnknownName: code === 'ENOTFOUND' }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'The name is not known (DNS)',
  EAI_AGAIN: 'The name could not be resolved just now (DNS)',
  ECONNREFUSED: 'The server refused the connection',
  ECONNRESET: 'The connection was cut by the server',
  EPIPE: 'The connection was cut by the server',
  EHOSTUNREACH: 'The server cannot be reached',
  ENETUNREACH: 'The network cannot be reached',
  ETIMEDOUT: 'The connection timed out',
  CERT_HAS_EXPIRED: 'The certificate of the server has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'The certificate of the server is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'The certificate of the server is self-signed',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'The certificate of the server cannot be verified',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate of the server is for another name',
}

function explain(code: string, message: string): string {
  const known = ownValue(REASONS, code)
  return known ? `${known} [${code}]` : `${message.slice(0, 200) || 'The request failed'}${code ? ` [${code}]` : ''}`
}

/**
 * Delays a long body, so that many of them neither fill the memory nor keep pages waiting: it's read further when there is room
 * for its full size, at the rate of all long bodies together. Returns a function to call with each chunk and the length so far.
 */
function slowLongBody(response: IncomingMessage, maxBytes: number): (bytes: number, length: number) => void {
  let isLong = false
  return (bytes, length) => {
    if (length <= longBytes) return
    if (!isLong) {
      isLong = true
      void waitForTurn(response, Math.min(maxBytes, contentLengthOf(response) ?? maxBytes))
      return
    }
    const waitMs = longBodyPace.take(bytes)
    if (waitMs === 0) return
    response.pause()
    setTimeout(() => response.resume(), waitMs)
  }
}

/** Content-Length, if given. */
function contentLengthOf(response: IncomingMessage): number | undefined {
  const length = Number(response.headers['content-length'] ?? Number.NaN)
  return length > 0 ? length : undefined
}

/** Reads a long body when it's its turn, and lets the next one start when it ends, however it ends. */
async function waitForTurn(response: IncomingMessage, bytes: number): Promise<void> {
  response.pause()
  const leave = await longBodies.enter(bytes)
  if (response.destroyed || response.readableEnded) return leave()
  response.once('close', leave)
  response.resume()
}
