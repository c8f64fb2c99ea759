import { hash } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { leastBytes, packed, takesBrotli } from './compression.ts'
import type { Sealed } from './kept-answers.ts'
import { listPaths } from './list-paths.ts'

/**
 * What an answer of 304 keeps of the headers a 200 would have had (RFC 9110 §15.4.5), and a policy of its own: browsers take the headers
 * of a 304 for those of what they kept, so that what may be framed could be framed once.
 */
const kept = ['Cache-Control', 'Content-Location', 'Content-Security-Policy', 'Expires', 'Vary']

/**
 * Ends a page in one go: its validator, whether the browser has it already, and Brotli. Made of its markup as it is, without the
 * streams that an answer is otherwise read by, which cost more than the page. What is no whole page is left as it is.
 */
export function sealPages(): MiddlewareHandler {
  return async (context, next) => {
    const page = noteMarkup(context)
    await next()
    const { markup, answer } = page
    if (markup === undefined || context.res !== answer || answer.status !== 200 || context.req.method !== 'GET') return
    const { headers } = answer
    if (headers.has('ETag') || headers.has('Content-Encoding')) return
    const body = Buffer.from(markup)
    const etag = `"${hash('sha1', body)}"`
    const isBrotli = body.length >= leastBytes && takesBrotli(context)
    // Over an answer that stands, Hono would read it as a stream to copy it.
    context.res = undefined
    if (isKnown(etag, context.req.header('If-None-Match'))) {
      context.res = notModified(etag, headers)
      return
    }
    const sealed = {
      headers: [...headers],
      etag,
      isBrotli,
      body: isBrotli ? await packed(body, listPaths.test(context.req.path)) : body,
    }
    if (!headers.has('Set-Cookie')) keepers.get(context.req.raw)?.(sealed)
    context.res = answerOf(context, sealed)
  }
}

const keepers = new WeakMap<Request, (sealed: Sealed) => void>()

/** Asks for a page to be handed over as it is sent, once it is made; what becomes no page is not. */
export function sealAs(context: Context, keep: (sealed: Sealed) => void): void {
  keepers.set(context.req.raw, keep)
}

/** The answer to a request by a sealed page: with its body, or by saying that the browser has it. */
export function answerOf(context: Context, { headers: plain, etag, body, isBrotli }: Sealed): Response {
  const headers = new Headers(plain as [string, string][])
  if (isKnown(etag, context.req.header('If-None-Match'))) return notModified(etag, headers)
  headers.set('ETag', isBrotli ? `W/${etag}` : etag)
  headers.append('Vary', 'Accept-Encoding')
  if (isBrotli) headers.set('Content-Encoding', 'br')
  return new Response(body, { headers })
}

function notModified(etag: string, headers: Headers): Response {
  const left = new Headers({ ETag: etag })
  for (const name of kept) if (headers.has(name)) left.set(name, headers.get(name) ?? '')
  return new Response(null, { status: 304, headers: left })
}

/** Sees what `context.html` is given; nothing of what it does is changed. */
function noteMarkup(context: Context): { markup?: string; answer?: Response } {
  const page: { markup?: string; answer?: Response } = {}
  const make = context.html
  context.html = ((...given: Parameters<typeof make>) => {
    const answer = make(...given)
    if (typeof given[0] === 'string' && !(answer instanceof Promise)) {
      page.markup = given[0]
      page.answer = answer as Response
    }
    return answer
  }) as typeof make
  return page
}

/** Whether If-None-Match names it, weakly compared (RFC 9110 §13.1.2). */
function isKnown(etag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false
  return ifNoneMatch === '*' || (ifNoneMatch.match(/"[^"]*"/g)?.includes(etag) ?? false)
}
