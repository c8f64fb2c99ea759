import type { Context } from 'hono'
import type { FinishedPage, PageHeaders } from './page-cache.ts'
import { requestState } from './request-state.ts'
import { headers as ofEveryPage } from './security.ts'

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
