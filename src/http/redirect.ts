import type { IncomingMessage } from 'node:http'
import type { FetchResult } from '../core/fetch-result.ts'
import { hostOf, refusal } from './private-address.ts'

/** The current URL of a chain of redirects, and whether every step so far was permanent. */
export type Hop = { readonly url: URL; readonly isPermanent: boolean }

/** Decides by a URL's text whether it may be requested; the addresses of its name are checked when connecting. */
export function refuse(url: URL, allowPrivate: boolean, ports: readonly number[] | 'any'): FetchResult | undefined {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return { kind: 'bad-url', reason: `${url.protocol} is not a web address` }
  const host = hostOf(url)
  const reason = allowPrivate ? undefined : refusal(url)
  if (reason) return { kind: 'refused-address', host, reason }
  if (ports !== 'any' && !ports.includes(portOf(url)))
    return { kind: 'refused-address', host, reason: `port ${portOf(url)} is not one of ${ports.join(', ')}` }
  return undefined
}

/** Where a redirect leads, or why it isn't followed; undefined if the response isn't one (RFC 9110 section 15.4). */
export function redirectOf(response: IncomingMessage, from: Hop): Hop | FetchResult | undefined {
  const status = response.statusCode ?? 0
  if (![301, 302, 303, 307, 308].includes(status)) return undefined
  const { location } = response.headers
  const url = location === undefined ? null : URL.parse(latin1ToUtf8(location), from.url.href)
  if (!url) return { kind: 'bad-url', reason: `Redirect (${status}) without a valid URL` }
  if (from.url.protocol === 'https:' && url.protocol === 'http:')
    return { kind: 'bad-url', reason: `Redirect from https to http (${url.host}) is not followed` }
  url.hash = ''
  return { url, isPermanent: from.isPermanent && (status === 301 || status === 308) }
}

/** Node decodes headers as Latin-1; servers that send an unescaped path mean UTF-8. */
function latin1ToUtf8(field: string): string {
  return /[\x80-\xff]/.test(field) ? Buffer.from(field, 'latin1').toString('utf8') : field
}

/** A URL's port, or its scheme's default. */
export function portOf(url: URL): number {
  return Number(url.port || (url.protocol === 'https:' ? 443 : 80))
}
