import { request } from 'node:http'
import type { Socket } from 'node:net'
import { defined } from '../core/defined.ts'
import type { ProxyTrouble } from '../core/fetch-result.ts'
import { authorityOf, type OutgoingProxy, proxyName } from './proxy.ts'

/** A connection through the proxy fails with it. The message says what to do, and contains no secret. */
export class ProxyError extends Error {
  override readonly name = 'ProxyError'
  readonly why: ProxyTrouble

  constructor(why: ProxyTrouble, message: string) {
    super(message)
    this.why = why
  }
}

/**
 * Asks the proxy for a tunnel to a host and port (CONNECT, RFC 9110 section 9.3.6) and returns the connection, in which nothing
 * has been sent yet. Rejects with a ProxyError, also if the proxy sends more than its confirmation, unless the server speaks first.
 */
export function openTunnel(
  proxy: OutgoingProxy,
  to: { readonly host: string; readonly port: number },
  {
    timeoutMs,
    signal,
    isServerFirst = false,
  }: { readonly timeoutMs: number; readonly signal: AbortSignal; readonly isServerFirst?: boolean },
): Promise<Socket> {
  const name = proxyName(proxy)
  const authority = authorityOf(to.host, to.port)
  return new Promise((resolve, reject) => {
    let isConnected = false
    const asking = request({
      method: 'CONNECT',
      host: proxy.host,
      port: proxy.port,
      path: authority,
      agent: false,
      headers: { host: authority, ...defined({ 'proxy-authorization': proxy.authorization || undefined }) },
    })
    const settle = () => {
      clearTimeout(late)
      signal.removeEventListener('abort', cut)
    }
    const fail = (why: ProxyTrouble, message: string) => {
      settle()
      asking.destroy()
      reject(new ProxyError(why, message))
    }
    const cut = () => fail('silent', 'The request was canceled')
    const late = setTimeout(() => {
      if (isConnected) fail('silent', `The proxy ${name} opened no way to ${authority} in time`)
      else fail('unreachable', `The proxy ${name} does not answer: see that it runs and that TWOSOURCE_PROXY names it`)
    }, timeoutMs)
    if (signal.aborted) return cut()
    signal.addEventListener('abort', cut, { once: true })
    asking.once('socket', (socket) => socket.once('connect', () => (isConnected = true)))
    asking.on('error', (error: NodeJS.ErrnoException) => {
      if (isConnected) return fail('garbled', hungUp(name, error.code))
      const code = error.code === undefined ? '' : ` [${error.code}]`
      fail(
        'unreachable',
        `The proxy ${name} cannot be reached${code}: see that it runs and that TWOSOURCE_PROXY names it`,
      )
    })
    // No answer to a CONNECT is emitted as a response, whatever its status.
    asking.once('connect', ({ statusCode = 0 }, socket: Socket, first) => {
      settle()
      const trouble = troubleOf(statusCode, isServerFirst ? 0 : first.length, name, authority)
      if (trouble === undefined) {
        if (first.length > 0) socket.unshift(first)
        return resolve(socket)
      }
      socket.on('error', () => {})
      socket.destroy()
      reject(trouble)
    })
    asking.end()
  })
}

function hungUp(name: string, code: string | undefined): string {
  const what = code?.startsWith('HPE_') ? 'answers with something that isn’t HTTP' : 'hung up before it answered'
  return `${name} ${what}${code ? ` [${code}]` : ''}: check that TWOSOURCE_PROXY is an HTTP proxy`
}

function troubleOf(status: number, tooMuch: number, name: string, authority: string): ProxyError | undefined {
  if (status >= 200 && status < 300)
    return tooMuch === 0
      ? undefined
      : new ProxyError('garbled', `The proxy ${name} sent unexpected data, so it wasn’t used for ${authority}`)
  if (status === 407)
    return new ProxyError(
      'login',
      `The proxy ${name} requires a valid name and password (407): set TWOSOURCE_PROXY=http://name:password@host:port`,
    )
  if (status >= 500)
    return new ProxyError(
      'failed',
      `The proxy ${name} could not connect to ${authority} (${status}): if that happens with every server, check the proxy’s own connection`,
    )
  if (status < 200)
    return new ProxyError(
      'garbled',
      `The proxy ${name} answers with ${status}: check that TWOSOURCE_PROXY is an HTTP proxy`,
    )
  return new ProxyError(
    'refused',
    `The proxy ${name} may not connect to ${authority} (${status}): allow CONNECT to that port, or if it accepts only names, set TWOSOURCE_PROXY_RESOLVES=true`,
  )
}
