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

/** A proxy on this machine would otherwise make every visitor look as if they sat at it. */
const proxyHeaders = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via']

/**
 * True when a request comes straight from this machine, which is who the owner is as long as there are no accounts: from a
 * loopback address, under a loopback name (a page elsewhere whose name was made to lead here has another: DNS rebinding), and
 * through no proxy. HTTP/1.0 is what proxies speak, and no browser.
 */
export function isOwner({ peer, host, origin, httpVersion, isForwarded }: Arrival): boolean {
  return (
    isLoopbackAddress(peer) &&
    isLoopbackHost(host) &&
    (origin === undefined || isLoopbackHost(URL.parse(origin)?.host)) &&
    httpVersion !== '1.0' &&
    !isForwarded
  )
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

/** The address of the other end; undefined where the server does not tell. */
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

function isLoopbackHost(host: string | undefined): boolean {
  return host !== undefined && /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i.test(host)
}

/** The address a request comes from, as far as the connection tells; empty where it does not. */
export function addressOf(context: Context): string {
  return incomingIn(context.env)?.socket?.remoteAddress ?? ''
}

/** Names and values of the headers as they came, in turn: one that came twice stands there twice. */
export function rawHeadersOf(context: Context): readonly string[] {
  return incomingIn(context.env)?.rawHeaders ?? []
}
