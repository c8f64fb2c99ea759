import { type Context, Hono, type MiddlewareHandler, type Next } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { guest, type ReaderIdentity } from '../core/reader-identity.ts'
import { getPreferences, hasDesk } from '../operations/accounts/preferences.ts'
import type { Rescue } from '../operations/admin/rescue.ts'
import { NoRoomError, reserveMemory } from '../operations/body-memory.ts'
import { busySeconds, isBusy, isUnconfirmed, type StoreTrouble, storeTroubleOf } from '../operations/busy.ts'
import { hasDiscussion } from '../operations/discussion/has-discussion.ts'
import { NotPermittedError, type PageAction, type Run } from '../operations/run.ts'
import { clearForOtherReader } from './accounts/device-cookies.ts'
import { cameLate } from './arrival.ts'
import { favicon, findAsset } from './assets.ts'
import { pathOf } from './below-path.ts'
import { brotliPages } from './compression.ts'
import { discardBody } from './discard-body.ts'
import { finishPages } from './finish-pages.ts'
import { type Problem, problemPage } from './layout/pages/problem.ts'
import { pageCache } from './page-cache.ts'
import {
  identifyByArrival,
  identityOf,
  keepIdentity,
  keepPlaces,
  keepPreferences,
  type RunIn,
  readerOf,
  refuseNobody,
  rescueSoon,
  type WebOptions,
} from './request-reader.ts'
import { requestState } from './request-state.ts'
import { isPageRequest, requireSignIn, signInPath } from './require-sign-in.ts'
import { returnForms } from './return-forms.ts'
import { isOwnRequest, securityHeaders } from './security.ts'

/** Routes of rooms, by what a request has passed before it comes to them. */
export type Rooms = {
  /** Nothing, not even the limit of forms. */
  readonly beforeLimits?: (web: Hono) => void
  /** Not who it comes from: these URLs are public, or secret. */
  readonly forAnybody?: (web: Hono) => void
  /** Who it comes from, which may be nobody. */
  readonly signingIn?: (web: Hono, run: RunIn) => void
  /** Everything: it comes from a reader, with preferences. */
  readonly ofReaders: (web: Hono, run: RunIn) => void
}

export type RunFor = (reader: ReaderIdentity) => Run

/** Called for our own mistakes. */
export type ErrorListener = { readonly onError?: (error: Error, reference: string) => void }

/**
 * The web app of some rooms: pages, forms and their assets over the operations. Answers 404 with a page for what isn't there, 403 for a
 * request of another site, 500 with a reference for our own mistakes, which it passes to `onError`.
 */
export function webOf(rooms: Rooms, runFor: RunFor, options: WebOptions & ErrorListener): Hono {
  const web = new Hono()
  web.use(securityHeaders())
  web.use(answerSteps([noRedirectForScripts, etagOfPages, brotliPages(), compress()]))
  web.use(finishPages(pathOf(options.baseUrl)))
  const refuseForeign: MiddlewareHandler = async (context, next) => {
    const { site, origin, host } = {
      site: context.req.header('sec-fetch-site'),
      origin: context.req.header('origin'),
      host: context.req.header('host') ?? new URL(context.req.url).host,
    }
    if (!isOwnRequest({ site, origin, host }, options.baseUrl)) return problem(context, 'refused', 403)
    await next()
  }
  web.use((context, next) => (isSafe(context) ? next() : refuseForeign(context, next)))
  rooms.beforeLimits?.(web)
  const tooLarge = async (context: Context) => {
    const isRead = lengthOf(context) !== undefined && (await discardBody(context.req.raw))
    const answer = problem(context, takesFiles.has(context.req.path) ? 'too-large-file' : 'too-large', 413)
    // The unread rest of the body is still in the connection, so it cannot be reused.
    if (!isRead) answer.headers.set('Connection', 'close')
    return answer
  }
  const limitBody = limitBodies(tooLarge)
  // GET has no body; checking would create a stream per request.
  web.use((context, next) => (isSafe(context) ? next() : limitBody(context, next)))

  web.get('/livez', (context) => context.text('ok', 200, { 'Cache-Control': 'no-store' }))
  web.get('/robots.txt', (context) => context.text('User-agent: *\nDisallow: /\n'))
  web.get('/favicon.ico', (context) => context.redirect('/favicon.svg', 301))
  web.get('/favicon.svg', (context) =>
    context.body(favicon, 200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=86400' }),
  )
  web.get('/assets/:hash/:name', (context) => {
    const asset = findAsset(context.req.param('hash'), context.req.param('name'))
    if (!asset) return context.notFound()
    const lifetime = asset.isCurrent ? 'public, max-age=31536000, immutable' : 'no-cache'
    return context.body(asset.body, 200, { 'Content-Type': asset.contentType, 'Cache-Control': lifetime })
  })
  rooms.forAnybody?.(web)
  web.use(keepIdentity(options.identify ?? identifyByArrival))
  web.use(limitByReader(tooLarge))
  web.use(clearForOtherReader(options.baseUrl, isSafe, (context) => problem(context, 'other-reader', 403)))
  const run = ((context: Context, asked: PageAction<unknown, unknown>, given: unknown) =>
    runFor(identityOf(context) ?? guest)(asked, given)) as RunIn
  rooms.signingIn?.(web, run)
  web.use(refuseNobody((context) => requireSignIn(context, run, options)))
  web.use(returnForms(options))
  web.use((context, next) => (cameLate(context.env) && isSafe(context) ? Promise.resolve(busyPage(context)) : next()))
  if (options.answerCache) web.use(pageCache(options.answerCache, { hasVoice: options.voice !== undefined }))
  web.use(keepPreferences((context) => run(context, getPreferences, {})))
  web.use(
    keepPlaces(
      (context) => run(context, hasDiscussion, {}),
      (context) => run(context, hasDesk, {}),
    ),
  )
  rooms.ofReaders(web, run)

  web.notFound((context) => problem(context, 'not-found', 404))
  web.onError((error, context) => {
    if (error instanceof NotPermittedError)
      return identityOf(context)?.role === 'guest' && isPageRequest(context)
        ? context.redirect(signInPath(context), 303)
        : problem(context, 'refused', 403)
    // Already logged once, and shown on every page.
    const trouble = storeTroubleOf(error)
    if (trouble !== undefined) return answerTrouble(context, trouble)
    // The client disconnected. Not logged: anonymous clients could flood the log.
    if (isCutOff(error)) return problem(context, 'refused', 403)
    const reference = crypto.randomUUID().slice(0, 8)
    // Exceeding a reader's limit is not a fault of ours.
    if (!(error instanceof NoRoomError)) options.onError?.(error, reference)
    if (isBusy(error)) return busyPage(context)
    if (isUnconfirmed(error)) return problem(context, 'unconfirmed', 503)
    return problem(context, 'broken', 500, reference)
  })
  return web

  /** A failed read is our error (500); a failed write had no space (503). */
  async function answerTrouble(context: Context, trouble: StoreTrouble): Promise<Response> {
    const isOwner = trouble === 'damaged' && readerOf(context, options).isOwner
    const rescue = isOwner ? await rescueSoon(options) : undefined
    return problem(context, trouble, isSafe(context) ? 500 : 507, undefined, rescue)
  }

  function busyPage(context: Context): Response {
    const answer = problem(context, 'busy', 503)
    answer.headers.set('Retry-After', String(busySeconds))
    return answer
  }

  function problem(
    context: Context,
    kind: Problem,
    status: 403 | 404 | 413 | 500 | 503 | 507,
    reference?: string,
    rescue?: Rescue,
  ): Response {
    return context.html(problemPage(kind, readerOf(context, options), reference, rescue), status, {
      'Cache-Control': 'no-store',
    })
  }
}

/** True when the client disconnected before the body was complete, as Node's server reports it. */
function isCutOff(error: Error): boolean {
  return error.message === 'aborted' && 'code' in error && error.code === 'ECONNRESET'
}

function isSafe({ req }: Context): boolean {
  return req.method === 'GET' || req.method === 'HEAD' || req.method === 'OPTIONS'
}

/** Validators for pages, computed from their content. A recording has its own. */
const pageEtag = etag()
const etagOfPages: typeof pageEtag = async (context, next) =>
  endless.test(context.res.headers.get('Content-Type') ?? '') ? next() : pageEtag(context, next)
/** Endless, or streamed as it is read or made: hashing it would buffer all of it. */
const endless = /^(?:text\/(?:event-stream|csv)|application\/(?:zip|jsonl|vnd\.(?:sqlite3|apache\.parquet)))/

/**
 * Answers a script's form with 204 where a browser is redirected back to a page (303): the script could not distinguish that from the
 * redirect of something in between, such as a proxy that requires signing in again, and would take a change as made that was not.
 */
const noRedirectForScripts: MiddlewareHandler = async (context, next) => {
  await next()
  if (context.res.status !== 303 || context.req.header('x-purpose') !== 'change') return
  const headers = new Headers(context.res.headers)
  for (const name of ['location', 'content-type', 'content-length']) headers.delete(name)
  context.res = undefined
  context.res = new Response(null, { status: 204, headers })
}

/**
 * Runs these steps on an answer before it is sent, in this order. A finished page needs none of them: each step would search its headers.
 */
function answerSteps(steps: readonly MiddlewareHandler[]): MiddlewareHandler {
  return async (context, next) => {
    await next()
    if (requestState(context).isFinished) return
    for (const step of steps) await step(context, nothing)
  }
}

async function nothing(): Promise<void> {}

/**
 * For visitors not signed in, and for bodies without a declared length (browsers declare it). No sign-in form is a quarter as long, and
 * reading more takes time.
 */
const openBytes = 16 * 1024
const formBytes = 2 * 1024 * 1024
/** An OPML file of ten thousand feeds is about 3 MB. */
const fileBytes = 16 * 1024 * 1024
/** Paths that accept files. */
const takesFiles: ReadonlySet<string> = new Set(['/opml', '/marks', '/settings/import'])

/** Refuses bodies by their declared length, before any of it is kept. A body without one is read up to `openBytes`. */
function limitBodies(refuse: (context: Context) => Promise<Response>): MiddlewareHandler {
  const [unsaid, form, file] = [openBytes, formBytes, fileBytes].map((maxSize) =>
    bodyLimit({ maxSize, onError: refuse }),
  ) as [MiddlewareHandler, MiddlewareHandler, MiddlewareHandler]
  return (context, next) => {
    if (lengthOf(context) === undefined) return unsaid(context, next)
    return (takesFiles.has(context.req.path) ? file : form)(context, next)
  }
}

/** After authentication: refuses large bodies of visitors, and limits the bytes held at once. Throws NoRoomError. */
function limitByReader(refuse: (context: Context) => Promise<Response>): MiddlewareHandler {
  return (context, next) => {
    const length = lengthOf(context) ?? 0
    return length <= openBytes ? next() : takeLarge(context, length, next)
  }

  async function takeLarge(context: Context, length: number, next: Next): Promise<Response | undefined> {
    if (!identityOf(context)) return refuse(context)
    using room = reserveMemory()
    room.more(length)
    await next()
    return undefined
  }
}

/** The declared length of a body in bytes; undefined when it is sent in chunks. */
function lengthOf(context: Context): number | undefined {
  if (context.req.header('transfer-encoding') !== undefined) return undefined
  return Number(context.req.header('content-length') ?? 0)
}
