import { hash } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { leastBytes, mostAtOnce, packed, packedAtOnce, takesBrotli } from './compression.ts'
import type { PageHeaders, Sealed } from './kept-answers.ts'
import { listPaths } from './list-paths.ts'
import { notedOf } from './noted.ts'
import { answerOf, isKnown, notModified } from './sealed-answer.ts'

type Known = Readonly<Record<string, string>>
/** A page that was given to a request. */
type Page = {
  markup: string | undefined
  answer: Response | undefined
  /** All its headers, where they are known without looking. */
  headers: Known | undefined
  /** Whether anything on the way set a header: then only the answer knows them all. */
  hasMore: boolean
}

/** The markup of pages up to so many letters is made bytes in one place, over and over. */
const mostLetters = mostAtOnce / 2
const scratch = Buffer.allocUnsafeSlow(3 * mostLetters)

/**
 * Ends a page in one go: its validator, whether the browser has it already, and Brotli. Made of its markup as it is, without the
 * streams that an answer is otherwise read by, which cost more than the page. What is no whole page is left as it is.
 */
export function sealPages(): MiddlewareHandler {
  return async (context, next) => {
    const page = notePage(context)
    await next()
    const later = seal(context, page)
    if (later) await later
  }
}

/**
 * Answers with a page of these headers, named in small letters. Same as `context.html`, which makes and copies a `Headers` for
 * each.
 */
export function givePage(context: Context, markup: string, headers: Known): Response | Promise<Response> {
  const page = context.get(key) as Page | undefined
  if (!page || page.hasMore || context.req.method !== 'GET') return context.html(markup, 200, headers)
  return note(page, markup, new Response(markup, { headers }), headers)
}

const key = 'page'

/** Sees what `context.html` and `context.header` are given; nothing of what they do is changed. */
function notePage(context: Context): Page {
  const page: Page = { markup: undefined, answer: undefined, headers: undefined, hasMore: false }
  context.set(key, page)
  const { html, header } = context
  context.html = ((...given: Parameters<typeof html>) => {
    const answer = html(...given)
    if (typeof given[0] === 'string' && !(answer instanceof Promise)) note(page, given[0], answer as Response)
    return answer
  }) as typeof html
  context.header = ((...given: Parameters<typeof header>) => {
    page.hasMore = true
    return header(...given)
  }) as typeof header
  return page
}

function note(page: Page, markup: string, answer: Response, headers?: Known): Response {
  page.markup = markup
  page.answer = answer
  page.headers = headers
  return answer
}

/** Only a page that is too large to be packed at once is waited for. */
function seal(context: Context, page: Page): Promise<void> | undefined {
  const { markup } = page
  const headers = markup === undefined ? undefined : headersOf(context, page, markup)
  // What was waited for on the way outlives the page for a while: what it holds is copied with each collection of garbage.
  page.markup = undefined
  page.answer = undefined
  if (markup === undefined || headers === undefined) return undefined
  if (markup.length > mostLetters) return sealLarge(context, headers, Buffer.from(markup))
  const body = scratch.subarray(0, scratch.write(markup))
  const etag = etagOf(body)
  if (isKnown(context, etag)) return finish(context, notModified(context, headers, etag))
  const isBrotli = takes(context, body)
  const bytes = isBrotli ? packedAtOnce(body, listPaths.test(context.req.path)) : Buffer.from(body)
  return keepAndFinish(context, { headers, etag, body: bytes, isBrotli })
}

async function sealLarge(context: Context, headers: PageHeaders, body: Buffer<ArrayBuffer>): Promise<void> {
  const etag = etagOf(body)
  if (isKnown(context, etag)) return finish(context, notModified(context, headers, etag))
  const isBrotli = takes(context, body)
  keepAndFinish(context, { headers, etag, body: isBrotli ? await packed(body) : body, isBrotli })
}

/** The headers of what is a whole page and was not ended by somebody else. */
function headersOf(context: Context, page: Page, markup: string): PageHeaders | undefined {
  if (context.req.method !== 'GET' || page.answer === undefined || context.res !== page.answer) return undefined
  if (page.headers && !page.hasMore) return { kind: 'known', values: page.headers }
  // A header that was set after the page was given is among those that `context.html` puts on.
  const { status, headers } = page.headers ? (context.html(markup, 200, page.headers) as Response) : page.answer
  if (status !== 200 || headers.has('ETag') || headers.has('Content-Encoding')) return undefined
  return { kind: 'read', pairs: [...headers] }
}

function etagOf(body: Buffer): string {
  return `"${hash('sha1', body)}"`
}

function takes(context: Context, body: Buffer): boolean {
  return body.length >= leastBytes && takesBrotli(context)
}

function keepAndFinish(context: Context, sealed: Sealed): undefined {
  const { headers } = sealed
  const isSetting = headers.kind === 'read' && headers.pairs.some(([name]) => name === 'set-cookie')
  if (!isSetting) notedOf(context).keep?.(sealed)
  return finish(context, answerOf(context, sealed))
}

function finish(context: Context, answer: Response): undefined {
  // Over an answer that stands, Hono would read it as a stream to copy it.
  context.res = undefined
  context.res = answer
}
