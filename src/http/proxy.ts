import { defined } from '../core/defined.ts'
import { refusal } from './private-address.ts'

/** The proxy for outgoing requests, from the settings. Its own address may be private. */
export type OutgoingProxy = {
  readonly host: string
  readonly port: number
  /** `Proxy-Authorization`: a secret. */
  readonly authorization?: string
  /** True if the proxy resolves names because this machine can't. We then can't check the addresses. */
  readonly isResolving: boolean
}

/** Reads `http://name:password@host:port`; undefined for anything else. Proxies over TLS aren't supported. */
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

/** The proxy's name in messages: without its password. */
export function proxyName({ host, port }: OutgoingProxy): string {
  return authorityOf(host, port)
}

/** Host and port in the form of a CONNECT (RFC 9110 section 7.2). */
export function authorityOf(host: string, port: number): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** True for a host that must be local, judging by its text: the proxy isn't asked for it. */
export function isLocalName(host: string): boolean {
  const url = URL.parse(`http://${host.includes(':') ? `[${host}]` : host}/`)
  return url !== null && refusal(url) !== undefined
}

/** Name and password; empty if there are none, undefined if they can't be decoded. */
function loginOf({ username, password }: URL): string | undefined {
  if (username === '' && password === '') return ''
  try {
    return `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  } catch {
    return undefined
  }
}
