import type { IncomingHttpHeaders } from 'node:http'
import { defined } from '../core/defined.ts'
import type { FetchResult, Validators } from '../core/fetch-result.ts'
import { keptHeaders, longestHeader } from '../core/reading/served-page.ts'
import type { HubLinks } from '../core/source.ts'
import { decodeBody } from './decode-body.ts'
import type { Exchange } from './exchange.ts'
import { release } from './gather-body.ts'
import { hostOf } from './private-address.ts'
import type { Hop } from './redirect.ts'
import { freshSeconds, retryAfterSeconds, validatorsOf } from './response-fields.ts'

/** A longer header isn't read beyond this. */
const MOST_CHARACTERS = 16_384

// One link: its URL, then parameters, whose values may be quoted and contain commas and semicolons.
const LINK = /<([^<>]*)>((?:\s*;\s*[^\s=;,<>"]+\s*(?:=\s*(?:"(?:[^"\\]|\\.)*"|[^\s;,"<>]*))?)*)/g
const PARAMETER = /;\s*([^\s=;,<>"]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"<>]*)))?/g

/**
 * The hub and the feed's own URL in a response's Link headers (RFC 8288 section 3, WebSub section 4), absolute. The first of
 * each counts; a link with its own context (`anchor`) is about something else.
 */
export function hubLinks(field: string, url: URL): HubLinks {
  if (!/\b(?:hub|self)\b/i.test(field)) return {}
  const found: { hub?: string; self?: string } = {}
  for (const [, reference = '', parameters = ''] of field.slice(0, MOST_CHARACTERS).matchAll(LINK)) {
    const values = parametersOf(parameters)
    if (values.has('anchor')) continue
    const relations = (values.get('rel') ?? '').toLowerCase().split(/\s+/)
    const target = URL.parse(reference.trim(), url.href)?.href
    if (target === undefined) continue
    if (relations.includes('hub')) found.hub ??= target
    if (relations.includes('self')) found.self ??= target
  }
  return found
}

/** If a parameter occurs twice, the first counts (RFC 8288 section 3.3). */
function parametersOf(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  for (const [, name = '', quoted, plain] of text.matchAll(PARAMETER)) {
    const key = name.toLowerCase()
    if (!values.has(key)) values.set(key, quoted ?? plain ?? '')
  }
  return values
}

type RequestLimits = {
  readonly start: URL
  /** The validators that were sent, if any. */
  readonly previous: Validators | undefined
  readonly maxBytes: number
  readonly timeoutMs: number
  /** Milliseconds since 1970: for responses without a Date. */
  readonly now: number
  readonly connectTimeoutMs: number
  readonly keepsHeaders?: boolean | undefined
}

export async function fetchResultOf(answer: Exchange, hop: Hop, asked: RequestLimits): Promise<FetchResult> {
  if (answer.kind === 'timeout')
    return { kind: 'timeout', afterMs: answer.reason === 'connect' ? asked.connectTimeoutMs : asked.timeoutMs }
  if (answer.kind === 'refused-address') return { ...answer, host: hostOf(hop.url) }
  if (answer.kind === 'network-error')
    return {
      kind: 'network-error',
      reason: answer.reason,
      ...defined({ isUnknownName: answer.isUnknownName ? true : undefined }),
    }
  if (answer.kind === 'too-large' || answer.kind === 'proxy-error') return answer

  const { response } = answer
  const status = response.statusCode ?? 0
  const { now } = asked
  const maxAgeSeconds = freshSeconds(response, now)
  const freshness = maxAgeSeconds === undefined ? {} : { maxAgeSeconds }
  const isMoved = hop.isPermanent && hop.url.href !== asked.start.href
  const move = isMoved ? { movedTo: hop.url.href } : {}
  // A 304 is valid only for a conditional request: otherwise we have no document that it could confirm.
  if (status === 304 && asked.previous)
    return { kind: 'not-modified', validators: validatorsOf(response, asked.previous), ...freshness, ...move }
  if (status < 200 || status >= 300) {
    const failed = failedWith(status, retryAfterSeconds(response, now))
    const { location } = response.headers
    return failed.kind === 'client-error' && location !== undefined ? { ...failed, location } : failed
  }

  const decoded = await decodeBody(answer.body, response.headers['content-encoding'] ?? '', asked.maxBytes)
  // If decompressing failed, a thread may still be reading the input.
  if (decoded.kind !== 'body') return decoded
  if (decoded.body !== answer.body) release([answer.body])
  const links = hubLinks([response.headers.link ?? []].flat().join(', '), hop.url)
  return {
    kind: 'ok',
    url: hop.url.href,
    status,
    body: decoded.body,
    contentType: response.headers['content-type'] ?? '',
    validators: validatorsOf(response),
    ...freshness,
    ...move,
    ...defined({ links: (links.hub ?? links.self) ? links : undefined }),
    ...robotsTagOf(response.headers['x-robots-tag']),
    ...(asked.keepsHeaders && { headers: headersToKeep(response.headers) }),
  }
}

function headersToKeep(headers: IncomingHttpHeaders): Readonly<Record<string, string>> {
  const found = keptHeaders.flatMap((name) => {
    const value = [headers[name] ?? []].flat().join(', ')
    return value === '' || value.length > longestHeader ? [] : [[name, value] as const]
  })
  return Object.fromEntries(found)
}

function robotsTagOf(field: string | readonly string[] | undefined) {
  return field === undefined ? {} : { robotsTag: String(field).slice(0, 2_000) }
}

function failedWith(status: number, retryAfter: number | undefined): FetchResult {
  if (status === 410) return { kind: 'gone', status }
  if (status === 404) return { kind: 'not-found', status }
  if (status === 401 || status === 402 || status === 403 || status === 451) return { kind: 'forbidden', status }
  if (status === 429 || status === 503) return { kind: 'busy', status, ...defined({ retryAfterSeconds: retryAfter }) }
  return status >= 500 || status === 408 || status === 425
    ? { kind: 'server-error', status }
    : { kind: 'client-error', status }
}
