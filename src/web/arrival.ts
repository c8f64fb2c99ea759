import type { Context } from 'hono'
import { defined } from '../core/defined.ts'
import type { ProgramCaller } from '../operations/program-authentication.ts'
import { isOwnRequest } from './security.ts'

/** How a request got here. */
export type Arrival = {
  /** Address of the other end of the connection; absent when unknown. */
  readonly peer?: string | undefined
  readonly host?: string | undefined
  readonly origin?: string | undefined
  readonly httpVersion?: string | undefined
  /** True when a proxy says that it forwards the request. */
  readonly isForwarded: boolean
}

const proxyHeaders = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via']

/**
 * True when a request seems to come directly from this machine: from a loopback address, under a loopback name (a page elsewhere whose name
 * was made to resolve here has another: DNS rebinding), and through no proxy that says so. Proxies speak HTTP/1.0, browsers don't. It
 * proves no identity: a local proxy that forwards no Host and no header looks the same.
 */
export function looksLocal({ peer, host, origin, httpVersion, isForwarded }: Arrival): boolean {
  return (
    isLoopbackAddress(peer) &&
    isLoopbackHost(host) &&
    (origin === undefined || isLoopbackHost(URL.parse(origin)?.host)) &&
    httpVersion !== '1.0' &&
    !isForwarded
  )
}

/** Whether the person at this machine is the owner without signing in; asked for every request. */
export type IsHere = (request: Request, env: unknown) => boolean

/**
 * Treats requests that seem to come directly from this machine as the owner's: only when the operator asked for it (`serve --only-me`, the
 * demo). The first request forwarded by a proxy ends it for good: that proxy may not always say so.
 */
export function trustThisMachine(onProxy: () => void = () => {}): IsHere {
  let isBehindProxy = false
  return (request, env) => {
    const arrival = arrivalOf(request, env)
    if (arrival.isForwarded && !isBehindProxy) {
      isBehindProxy = true
      onProxy()
    }
    return !isBehindProxy && looksLocal(arrival)
  }
}

/** How a request came, from what Node's server passes on with it. */
export function arrivalOf(request: Request, env: unknown): Arrival {
  const incoming = incomingIn(env)
  return {
    peer: incoming?.socket?.remoteAddress,
    host: request.headers.get('host') ?? new URL(request.url).host,
    origin: request.headers.get('origin') ?? undefined,
    httpVersion: incoming?.httpVersion,
    isForwarded: proxyHeaders.some((name) => request.headers.has(name)),
  }
}

/** The address of the other end of the connection; undefined when the server does not know it. */
export function peerOf(env: unknown): string | undefined {
  return incomingIn(env)?.socket?.remoteAddress
}

/** The local port of a request. */
export function portOf(context: Context): number | undefined {
  return incomingIn(context.env)?.socket?.localPort
}

const late = new WeakSet<object>()

/** Notes that a request of Node's server waited long for its turn. */
export function noteLate(incoming: object): void {
  late.add(incoming)
}

/** Whether a request waited so long that a page should ask to come again. */
export function cameLate(env: unknown): boolean {
  const incoming = incomingIn(env)
  return incoming !== undefined && late.has(incoming)
}

function incomingIn(env: unknown) {
  const { incoming } = (env ?? {}) as {
    readonly incoming?: {
      readonly httpVersion?: string
      readonly rawHeaders?: readonly string[]
      readonly socket?: { readonly remoteAddress?: string; readonly localPort?: number }
    }
  }
  return incoming
}

export function isLoopbackAddress(address: string | undefined): boolean {
  return address !== undefined && /^(?:(?:::ffff:)?127(?:\.\d{1,3}){3}|::1)$/i.test(address)
}

/** True for a loopback host, with or without a port. */
export function isLoopbackHost(host: string | undefined): boolean {
  return host !== undefined && /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i.test(host)
}

/** The client address of a request: that of the connection, or the one a trusted proxy names. Empty when unknown. */
export function addressOf(env: unknown): string {
  return (env as { readonly client?: string } | undefined)?.client ?? peerOf(env) ?? ''
}

/** Records the client address a proxy names, for `addressOf`. */
export function setClientAddress(env: unknown, address: string): void {
  if (typeof env === 'object' && env !== null) Object.assign(env, { client: address })
}

/** Names and values of the headers as received, alternating; repeated headers are repeated. */
export function rawHeadersOf(context: Context): readonly string[] {
  return incomingIn(context.env)?.rawHeaders ?? []
}

/**
 * How the request of a program came; `env` is what Node's server passes on with it. Without `isHere` the address alone makes nobody the
 * owner.
 */
export function programArrival(request: Request, env: unknown, isHere: IsHere = () => false): ProgramCaller {
  const header = (name: string) => request.headers.get(name) ?? undefined
  const { host } = arrivalOf(request, env)
  const bearer = bearerIn(header('authorization'))
  return {
    address: addressOf(env),
    isOwner: isHere(request, env) && isOwnRequest({ site: header('sec-fetch-site'), origin: header('origin'), host }),
    ...defined({ bearer }),
  }
}

/** The token a program sends (RFC 6750 §2.1); undefined without that header. A malformed token is treated as an invalid one. */
export function bearerIn(header: string | undefined): string | undefined {
  if (header === undefined || !/^bearer\b/i.test(header)) return undefined
  return /^bearer +([\w.~+/-]{1,200}=*)$/i.exec(header)?.[1] ?? ''
}

/**
 * The path of a request's URL, as in `URL.pathname`. A request's URL is absolute and normalized already, and is parsed several
 * times per request: finding two characters is much cheaper.
 */
export function requestPath(url: string): string {
  const from = url.indexOf('/', url.indexOf('://') + 3)
  const to = url.slice(from).search(/[?#]/)
  return to === -1 ? url.slice(from) : url.slice(from, from + to)
}

/** Path and query of a request's URL, as `URL` gives them; undefined if it has to be parsed. */
export function plainPathAndQuery(url: string): string | undefined {
  return /[#']/.test(url) ? undefined : url.slice(url.indexOf('/', url.indexOf('://') + 3))
}
