import { hash } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { leastBytes, packed, takesBrotli } from './compression.ts'

/** What an answer of 304 keeps of the headers a 200 would have had (RFC 9110 §15.4.5). */
const kept = ['Cache-Control', 'Content-Location', 'Expires', 'Vary']

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
    if (isKnown(etag, context.req.header('If-None-Match'))) {
      const left = new Headers({ ETag: etag })
      for (const name of kept) if (headers.has(name)) left.set(name, headers.get(name) ?? '')
      return seal(context, null, { status: 304, headers: left })
    }
    headers.set('ETag', isBrotli ? `W/${etag}` : etag)
    headers.append('Vary', 'Accept-Encoding')
    if (!isBrotli) return seal(context, body, { headers })
    headers.set('Content-Encoding', 'br')
    return seal(context, await packed(body), { headers })
  }
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

/** Puts an answer in the place of another; over one that stands, Hono would read it as a stream to copy it. */
function seal(context: Context, body: Buffer<ArrayBuffer> | null, init: ResponseInit): void {
  context.res = undefined
  context.res = new Response(body, init)
}

/** Whether If-None-Match names it, weakly compared (RFC 9110 §13.1.2). */
function isKnown(etag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false
  return ifNoneMatch === '*' || (ifNoneMatch.match(/"[^"]*"/g)?.includes(etag) ?? false)
}
