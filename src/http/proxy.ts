import { defined } from '../core/defined.ts'
import { refusal } from './private-address.ts'

/** The proxy that a house goes out through, by its settings. Its own address may be a private one. */
export type OutgoingProxy = {
  readonly host: string
  readonly port: number
  /** What it wants to know of whoever asks (`Proxy-Authorization`): a secret. */
  readonly authorization?: string
  /** True: names are resolved there, since they cannot be here. What they resolve to is then not ours to check. */
  readonly isResolving: boolean
}

/** Reads `http://name:password@host:port`; undefined where it is none. A proxy that is spoken to over TLS is not. */
export function readProxy(address: string, isResolving = false): OutgoingProxy | undefined {
  const url = /^http:\/\//i.test(address) ? URL.parse(address) : null
  if (!url || url.hostname === '' || url.pathname !== '/' || url.search !== '' || url.hash !== '') return undefined
  const login = loginOf(url)
  if (login === undefined) return undefined
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || 80),
    ...defined({ authorization: login !== '' ? `Basic ${Buffer.from(login).toString('base64')}` : undefined }),
    isResolving,
  }
}

/** How a proxy is called in messages: without its password. */
export function proxyName({ host, port }: OutgoingProxy): string {
  return authorityOf(host, port)
}

/** Host and port as they stand in a CONNECT (RFC 9110 section 7.2). */
export function authorityOf(host: string, port: number): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** True for a host that can only be meant for here, by its text: no proxy is asked for it. */
export function isHereByName(host: string): boolean {
  const url = URL.parse(`http://${host.includes(':') ? `[${host}]` : host}/`)
  return url !== null && refusal(url) !== undefined
}

/** Name and password; empty where there is neither, undefined where they cannot be read. */
function loginOf({ username, password }: URL): string | undefined {
  if (username === '' && password === '') return ''
  try {
    return `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  } catch {
    return undefined
  }
}
