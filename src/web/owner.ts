import type { Context } from 'hono'

/** What is known of a request's way here. */
export type Arrival = {
  /** Address of the other end of the connection; absent when it is not known. */
  readonly peer?: string | undefined
  readonly host?: string | undefined
  readonly origin?: string | undefined
  readonly httpVersion?: string | undefined
  /** True when a proxy says that it passes the request on. */
  readonly isForwarded: boolean
}

const proxyHeaders = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via']

/**
 * True when a request looks as if it comes straight from this machine: from a loopback address, under a loopback name (a page
 * elsewhere whose name was made to lead here has another: DNS rebinding), and through no proxy that says so. HTTP/1.0 is what
 * proxies speak, and no browser. It tells nobody who asks: a proxy here that passes on no Host and no header looks the same.
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

/** Whether who sits at this machine is the owner without signing in; to be asked of every request. */
export type IsHere = (request: Request, env: unknown) => boolean

/**
 * Takes requests that look as if they came straight from this machine for the owner's own: only where the operator asked for it
 * (`serve --only-me`, the demo). The first request that a proxy passes on ends it for good: what comes through that proxy may not
 * always say so.
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

/** How a request came, as the server of Node tells it in what it hands on beside the request. */
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

/** The address of the other end of the connection; undefined where the server does not tell. */
export function peerOf(env: unknown): string | undefined {
  return incomingIn(env)?.socket?.remoteAddress
}

/** The port of this machine that a request came to. */
export function portOf(context: Context): number | undefined {
  return incomingIn(context.env)?.socket?.localPort
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

/** True for an address of this machine alone. */
export function isLoopbackAddress(address: string | undefined): boolean {
  return address !== undefined && /^(?:(?:::ffff:)?127(?:\.\d{1,3}){3}|::1)$/i.test(address)
}

/** True for a host, with or without a port, that names this machine alone. */
export function isLoopbackHost(host: string | undefined): boolean {
  return host !== undefined && /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i.test(host)
}

/**
 * The address a request comes from: that of the connection, or behind a proxy that is believed, that which the proxy names. Empty
 * where it is not known.
 */
export function addressOf(env: unknown): string {
  return (env as { readonly client?: string } | undefined)?.client ?? peerOf(env) ?? ''
}

/** Notes the address that a proxy names as the one a request comes from, for `addressOf`. */
export function noteAddress(env: unknown, address: string): void {
  if (typeof env === 'object' && env !== null) Object.assign(env, { client: address })
}

/** Names and values of the headers as they came, in turn: one that came twice stands there twice. */
export function rawHeadersOf(context: Context): readonly string[] {
  return incomingIn(context.env)?.rawHeaders ?? []
}
