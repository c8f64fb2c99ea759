import { hash } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { markupBelow } from './below-path.ts'
import { leastBytes, mostAtOnce, packed, packedAtOnce, takesBrotli } from './compression.ts'
import { answerOf, type FinishedPage, isKnown, listPaths, notModified, type PageHeaders } from './page-cache.ts'
import { requestState } from './request-state.ts'

type Known = Readonly<Record<string, string>>
/** The page rendered for a request. */
type Page = {
  markup: string | undefined
  answer: Response | undefined
  /** All its headers, when they are known without looking. */
  headers: Known | undefined
  /** Whether a middleware set another header: then only the answer has them all. */
  hasMore: boolean
  readonly path: string
}

/** Markup up to this many characters is encoded in one reused buffer. */
const mostLetters = mostAtOnce / 2
const scratch = Buffer.allocUnsafeSlow(3 * mostLetters)

/**
 * Finishes a page in one step: its validator, whether the browser has it already, and Brotli. Uses the markup directly, without the streams
 * through which a `Response` is otherwise read and which cost more than the page. Anything but a whole page passes unchanged. `path`: where
 * the server is below its host.
 */
export function finishPages(path = ''): MiddlewareHandler {
  return async (context, next) => {
    const page = observePage(context, path)
    try {
      await next()
      const later = finishPage(context, page)
      if (later) await later
    } finally {
      requestState(context).finished?.()
    }
  }
}

/** Answers with a page and these headers, with lowercase names. Same as `context.html`, which makes and copies a `Headers` for each. */
export function givePage(context: Context, markup: string, headers: Known): Response | Promise<Response> {
  const page = context.get(key) as Page | undefined
  if (!page || page.hasMore || context.req.method !== 'GET') return context.html(markup, 200, headers)
  const below = markupBelow(markup, page.path)
  return note(page, below, new Response(below, { headers }), headers)
}

const key = 'page'

/** Observes calls of `context.html` and `context.header`; every page goes through here. */
function observePage(context: Context, path: string): Page {
  const page: Page = { markup: undefined, answer: undefined, headers: undefined, hasMore: false, path }
  context.set(key, page)
  const { html, header } = context
  context.html = ((...given: Parameters<typeof html>) => {
    if (typeof given[0] !== 'string') return html(...given)
    given[0] = markupBelow(given[0], path)
    const answer = html(...given)
    return answer instanceof Promise ? answer : note(page, given[0], answer)
  }) as typeof html
  context.header = (...given: Parameters<typeof header>) => {
    page.hasMore = true
    return header(...given)
  }
  return page
}

function note(page: Page, markup: string, answer: Response, headers?: Known): Response {
  page.markup = markup
  page.answer = answer
  page.headers = headers
  return answer
}

/** Only a page too large to be compressed synchronously is awaited. */
function finishPage(context: Context, page: Page): Promise<void> | undefined {
  const { markup } = page
  const headers = markup === undefined ? undefined : headersOf(context, page, markup)
  // Promises outlive the page for a while, and garbage collection copies what they reference.
  page.markup = undefined
  page.answer = undefined
  if (markup === undefined || headers === undefined) return undefined
  if (markup.length > mostLetters) return finishLargePage(context, headers, Buffer.from(markup))
  const body = scratch.subarray(0, scratch.write(markup))
  const etag = etagOf(body)
  if (isKnownAlone(context, etag)) return finish(context, notModified(context, headers, etag))
  const isBrotli = takes(context, body)
  const bytes = isBrotli ? packedAtOnce(body, listPaths.test(context.req.path)) : Buffer.from(body)
  return cacheAndSend(context, { headers, etag, body: bytes, isBrotli })
}

async function finishLargePage(context: Context, headers: PageHeaders, body: Buffer<ArrayBuffer>): Promise<void> {
  const etag = etagOf(body)
  if (isKnownAlone(context, etag)) return finish(context, notModified(context, headers, etag))
  const isBrotli = takes(context, body)
  cacheAndSend(context, { headers, etag, body: isBrotli ? await packed(body) : body, isBrotli })
}

/** Whether the browser has the page, and it is not kept for others who ask for it. */
function isKnownAlone(context: Context, etag: string): boolean {
  return requestState(context).keep === undefined && isKnown(context, etag)
}

/** The headers of a whole page that nobody else has finished. */
function headersOf(context: Context, page: Page, markup: string): PageHeaders | undefined {
  if (context.req.method !== 'GET' || page.answer === undefined || context.res !== page.answer) return undefined
  if (page.headers && !page.hasMore) return { kind: 'known', values: page.headers }
  // `context.html` adds headers that were set after the page was rendered.
  const { status, headers } = page.headers ? context.html(markup, 200, page.headers) : page.answer
  if (status !== 200 || headers.has('ETag') || headers.has('Content-Encoding')) return undefined
  return { kind: 'read', pairs: [...headers] }
}

function etagOf(body: Buffer): string {
  return `"${hash('sha1', body)}"`
}

function takes(context: Context, body: Buffer): boolean {
  return body.length >= leastBytes && takesBrotli(context)
}

function cacheAndSend(context: Context, sealed: FinishedPage): undefined {
  const { headers } = sealed
  const isSetting = headers.kind === 'read' && headers.pairs.some(([name]) => name === 'set-cookie')
  if (!isSetting) requestState(context).keep?.(sealed)
  return finish(context, answerOf(context, sealed))
}

function finish(context: Context, answer: Response): undefined {
  // With an existing answer, Hono would read it as a stream to copy it.
  context.res = undefined
  context.res = answer
}

/** In the order in which they are sent, which is alphabetical. */
const headers = {
  'cache-control': 'private, no-cache',
  'content-type': 'text/html; charset=UTF-8',
  vary: 'Accept-Language, Cookie',
} as const

/** A page is revalidated by its ETag every time: it belongs to one reader and changes with the news. */
export function sendPage(context: Context, markup: string): Response | Promise<Response> {
  return givePage(context, markup, headers)
}

/** Muted things are shown this time when the URL contains `muted=show`. */
export function mutedIn(context: Context): { readonly muted?: 'show' } {
  return context.req.query('muted') === 'show' ? { muted: 'show' } : {}
}
