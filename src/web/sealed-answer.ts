import type { Context } from 'hono'
import type { PageHeaders, Sealed } from './kept-answers.ts'
import { notedOf } from './noted.ts'
import { headers as ofEveryPage } from './security.ts'

/**
 * What an answer of 304 keeps of the headers a 200 would have had (RFC 9110 §15.4.5), and a policy of its own: browsers take the headers
 * of a 304 for those of what they kept, so that what may be framed could be framed once.
 */
const kept = ['cache-control', 'content-location', 'content-security-policy', 'expires', 'vary']
const security = Object.fromEntries(Object.entries(ofEveryPage).map(([name, value]) => [name.toLowerCase(), value]))

/** The answer to a request by a sealed page: with its body, or by saying that the browser has it. */
export function answerOf(context: Context, { headers, etag, body, isBrotli }: Sealed): Response {
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

/** Says that the browser has a page of these headers. */
export function notModified(context: Context, headers: PageHeaders, etag: string): Response {
  const left: Record<string, string> = { etag }
  for (const [name, value] of pairsOf(headers)) if (kept.includes(name)) left[name] = value
  left.vary = left.vary === undefined ? 'Accept-Encoding' : `${left.vary}, Accept-Encoding`
  return whole(context, null, 304, left)
}

function pairsOf(headers: PageHeaders): [string, string][] {
  return headers.kind === 'read' ? (headers.pairs as [string, string][]) : Object.entries(headers.values)
}

/** Nothing is left to do to it: the server of Node sends its headers as they stand here, and nobody makes a `Headers` of them. */
function whole(
  context: Context,
  body: Buffer<ArrayBuffer> | null,
  status: 200 | 304,
  own: Readonly<Record<string, string>>,
): Response {
  notedOf(context).isSealed = true
  return new Response(body, { status, headers: { ...security, ...own } })
}

/** Whether If-None-Match names it, weakly compared (RFC 9110 §13.1.2). */
export function isKnown(context: Context, etag: string): boolean {
  const ifNoneMatch = context.req.header('If-None-Match')
  if (ifNoneMatch === undefined) return false
  return ifNoneMatch === '*' || (ifNoneMatch.match(/"[^"]*"/g)?.includes(etag) ?? false)
}
