import type { IncomingMessage } from 'node:http'
import { defined } from '../core/defined.ts'
import type { Validators } from '../core/fetch-result.ts'
import { nth } from '../core/nth.ts'

/** Longer waits are cut: nobody means them seriously. */
const MAX_WAIT_SECONDS = 366 * 24 * 3600

/**
 * ETag and Last-Modified, byte for byte (RFC 9110 section 8.8): they're opaque and are sent back unchanged, even with odd
 * quotes. None are stored from a response that says `no-store`.
 */
export function validatorsOf(response: IncomingMessage, previous: Validators = {}): Validators {
  if (/(?:^|,)\s*no-store\s*(?:,|$)/i.test(response.headers['cache-control'] ?? '')) return {}
  const etag = rawField(response, 'etag') ?? previous.etag
  const lastModified = rawField(response, 'last-modified') ?? previous.lastModified
  return defined({ etag: etag || undefined, lastModified: lastModified || undefined })
}

/** The first header of this name, unchanged. Node gives the bytes as Latin-1, one character each. */
function rawField(response: IncomingMessage, name: string): string | undefined {
  const { rawHeaders } = response
  for (let at = 0; at + 1 < rawHeaders.length; at += 2)
    if (nth(rawHeaders, at).toLowerCase() === name) return rawHeaders[at + 1]
  return undefined
}

/** How long the response stays fresh, in seconds: Cache-Control max-age, else Expires minus Date (RFC 9111 section 4.2.1). */
export function freshSeconds(response: IncomingMessage, now: number): number | undefined {
  const control = response.headers['cache-control'] ?? ''
  const maxAge = /(?:^|,)\s*max-age\s*=\s*"?(\d{1,10})/i.exec(control)?.[1]
  if (maxAge !== undefined) return Number(maxAge)
  if (/(?:^|,)\s*no-(?:cache|store)\b/i.test(control)) return undefined
  // An invalid date, above all `0`, means the response is already stale (RFC 9111 section 5.3).
  return response.headers.expires === undefined
    ? undefined
    : (secondsUntil(response.headers.expires, sentAt(response, now)) ?? 0)
}

/** Retry-After, as seconds or as a date (RFC 9110 section 10.2.3), in seconds from when the response was sent. */
export function retryAfterSeconds(response: IncomingMessage, now: number): number | undefined {
  const field = response.headers['retry-after']?.trim()
  if (field === undefined) return undefined
  const seconds = /^\d{1,12}$/.test(field) ? Number(field) : secondsUntil(field, sentAt(response, now))
  return seconds === undefined ? undefined : Math.min(seconds, MAX_WAIT_SECONDS)
}

/** By the server's own clock if it sends one, so that a wrong clock on either side does no harm. */
function sentAt(response: IncomingMessage, now: number): number {
  return httpDate(response.headers.date) ?? now
}

function secondsUntil(date: string | undefined, from: number): number | undefined {
  const time = httpDate(date)
  return time === undefined ? undefined : Math.max(0, Math.round((time - from) / 1000))
}

/** An HTTP date in one of its three formats (RFC 9110 section 5.6.7), in milliseconds; all are in UTC. */
function httpDate(text: string | undefined): number | undefined {
  if (text === undefined || !/^[a-z]{3,9},? .*\d\d:\d\d:\d\d/i.test(text)) return undefined
  const time = Date.parse(/(?:GMT|UTC)\s*$/i.test(text) ? text : `${text} GMT`)
  return Number.isNaN(time) ? undefined : time
}
