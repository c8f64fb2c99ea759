import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { readingCookie } from './articles/reading-look.ts'
import { takesBrotli } from './compression.ts'
import { lookCookie } from './feeds/feeds-look.ts'
import { identityOf, isVisit } from './request-reader.ts'
import { requestState } from './request-state.ts'
import { headers as ofEveryPage } from './security.ts'

/**
 * Lists and what they link to: the pages requested most. They depend only on the database, the reader, the URL and the look of the pages.
 */
export const listPaths = /^\/(?:|today|days\/[^/]+|feeds|feeds\/all|entries\/[^/]+|search|sources|sources\/[^/]+)$/

/** A story and what its tabs show. */
const storyPaths = /^\/stories\/[^/]+(?:\/(?:quotes|timeline|coverage))?$/

/** Headers of a page, without the validator and compression of this request. */
export type PageHeaders =
  /** Known, with lowercase names; the headers of every page are added. */
  | { readonly kind: 'known'; readonly values: Readonly<Record<string, string>> }
  /** Read from its answer. */
  | { readonly kind: 'read'; readonly pairs: readonly (readonly [string, string])[] }

/** A page ready to send: its headers, the validator of its markup, its body. */
export type FinishedPage = {
  readonly headers: PageHeaders
  /** Strong, of the uncompressed markup. */
  readonly etag: string
  readonly body: Buffer<ArrayBuffer>
  readonly isBrotli: boolean
}

export type AnswerCache = {
  /** The answer to the same request, if nothing was written since and it is no older than a second. */
  find(key: string): FinishedPage | undefined
  /** Call when starting to make an answer, which contains everything written until then. Undefined when nothing can be cached. */
  begin(): number | undefined
  /** Caches an answer started at `version`, unless anything was written meanwhile. */
  keep(key: string, version: number, sealed: FinishedPage): void
  /** Bytes cached now. */
  heldBytes(): number
}

/** Maximum age: times on pages have minutes, and what ends by the clock alone may end a second late. */
const longestMs = 1_000
const mostBytes = 8 * 1024 * 1024
const mostOfOne = 512 * 1024

/**
 * Answers that are repeated while no process has written to the database: `dataVersion` shows that at once, and if it cannot, nothing is
 * cached. The key must contain everything an answer depends on besides the database and the time.
 */
export function createAnswerCache(
  dataVersion: () => number | undefined,
  clockMs: () => number = () => performance.now(),
): AnswerCache {
  const kept = new Map<string, { readonly sealed: FinishedPage; readonly atMs: number }>()
  let keptVersion: number | undefined
  let held = 0

  function forget(): void {
    kept.clear()
    held = 0
  }

  function drop(key: string): void {
    const known = kept.get(key)
    if (!known) return
    held -= known.sealed.body.length + key.length
    kept.delete(key)
  }

  /** Expired answers come first: the order is that of caching. */
  function forgetOld(nowMs: number): void {
    for (const [key, { atMs }] of kept) {
      if (nowMs - atMs < longestMs) return
      drop(key)
    }
  }

  return {
    begin: dataVersion,
    find(key) {
      const version = dataVersion()
      if (version === undefined) return undefined
      if (version !== keptVersion) forget()
      keptVersion = version
      const known = kept.get(key)
      return known && clockMs() - known.atMs < longestMs ? known.sealed : undefined
    },
    keep(key, version, sealed) {
      const bytes = sealed.body.length + key.length
      if (bytes > mostOfOne || dataVersion() !== version) return
      if (version !== keptVersion || held + bytes > mostBytes) forget()
      keptVersion = version
      const atMs = clockMs()
      forgetOld(atMs)
      drop(key)
      held += bytes
      kept.set(key, { sealed, atMs })
    },
    heldBytes: () => held,
  }
}

/** How often a request waits for another to make its page: a write meanwhile, or an answer that is no page, leaves none. */
const mostWaits = 2

/**
 * Answers with the page that was made within the last second for the same reader and the same request, if nothing was written since: many
 * requests for one list, as guests make them, cost little more than one. It runs after authentication, so who asks is checked each time,
 * and within `finishPages`. A page is made once for all who ask for it meanwhile. `hasVoice`: stories have recordings, whose state is not
 * in the database.
 */
export function pageCache(kept: AnswerCache, { hasVoice = false } = {}): MiddlewareHandler {
  const underWay = new Map<string, Promise<void>>()
  return async (context, next) => {
    const { req } = context
    const identity = identityOf(context)
    if (!identity || identity.isProgram || req.method !== 'GET') return next()
    if (!listPaths.test(req.path) && (hasVoice || !storyPaths.test(req.path))) return next()
    if (kept.begin() === undefined) return next()
    const { id, role, name, readsAs } = identity
    const cookies = ['language', 'theme', 'zone', lookCookie, readingCookie].map((name) => getCookie(context, name))
    const look = [...cookies, req.header('accept-language')]
    const key = JSON.stringify([id, role, name, readsAs, req.url, ...look, takesBrotli(context), isVisit(context)])
    for (let waits = 0; ; waits++) {
      const known = kept.find(key)
      if (known) return answerOf(context, known)
      const same = underWay.get(key)
      if (!same || waits === mostWaits) break
      await same
    }
    const made = Promise.withResolvers<void>()
    underWay.set(key, made.promise)
    requestState(context).finished = () => {
      if (underWay.get(key) === made.promise) underWay.delete(key)
      made.resolve()
    }
    const version = kept.begin()
    if (version !== undefined) requestState(context).keep = (sealed) => kept.keep(key, version, sealed)
    return next()
  }
}

/**
 * The headers a 304 keeps of those of a 200 (RFC 9110 §15.4.5), and a content security policy of its own: browsers apply the headers of a
 * 304 to their cached copy, so a page that could be framed once could be framed again.
 */
const kept = ['cache-control', 'content-location', 'content-security-policy', 'expires', 'vary']
const security = Object.fromEntries(Object.entries(ofEveryPage).map(([name, value]) => [name.toLowerCase(), value]))

/** Answers a request with a finished page: with its body, or with 304 when the browser has it. */
export function answerOf(context: Context, { headers, etag, body, isBrotli }: FinishedPage): Response {
  if (isKnown(context, etag)) return notModified(context, headers, etag)
  if (headers.kind === 'read' || !isBrotli) {
    const all = new Headers(pairsOf(headers))
    all.set('ETag', isBrotli ? `W/${etag}` : etag)
    all.append('Vary', 'Accept-Encoding')
    if (isBrotli) all.set('Content-Encoding', 'br')
    return new Response(body, { headers: all })
  }
  const { vary } = headers.values
  return whole(context, body, 200, {
    ...headers.values,
    etag: `W/${etag}`,
    vary: vary === undefined ? 'Accept-Encoding' : `${vary}, Accept-Encoding`,
    'content-encoding': 'br',
  })
}

/** Answers 304. */
export function notModified(context: Context, headers: PageHeaders, etag: string): Response {
  const left: Record<string, string> = { etag }
  for (const [name, value] of pairsOf(headers)) if (kept.includes(name)) left[name] = value
  left.vary = left.vary === undefined ? 'Accept-Encoding' : `${left.vary}, Accept-Encoding`
  return whole(context, null, 304, left)
}

function pairsOf(headers: PageHeaders): [string, string][] {
  return headers.kind === 'read' ? (headers.pairs as [string, string][]) : Object.entries(headers.values)
}

/** Node's server sends these headers directly, without making a `Headers` of them. */
function whole(
  context: Context,
  body: Buffer<ArrayBuffer> | null,
  status: 200 | 304,
  own: Readonly<Record<string, string>>,
): Response {
  requestState(context).isFinished = true
  return new Response(body, { status, headers: { ...security, ...own } })
}

/** Whether If-None-Match matches, weakly compared (RFC 9110 §13.1.2). */
export function isKnown(context: Context, etag: string): boolean {
  const ifNoneMatch = context.req.header('If-None-Match')
  if (ifNoneMatch === undefined) return false
  return ifNoneMatch === '*' || (ifNoneMatch.match(/"[^"]*"/g)?.includes(etag) ?? false)
}
