import { type Context, Hono, type MiddlewareHandler, type Next } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { guest, type ReaderIdentity } from '../core/reader-identity.ts'
import { getPreferences, hasDesk } from '../operations/accounts/preferences.ts'
import type { Rescue } from '../operations/admin/rescue.ts'
import { NoRoomError, reserveMemory } from '../operations/body-memory.ts'
import { busySeconds, isBusy, isUnconfirmed, type StoreTrouble, storeTroubleOf } from '../operations/busy.ts'
import { hasDiscussion } from '../operations/discussion/moderate.ts'
import { NotPermittedError, type PageAction, type Run } from '../operations/run.ts'
import { accountRoutes } from './accounts/account-routes.ts'
import { accountsRoutes } from './accounts/accounts-routes.ts'
import { clearForOtherReader } from './accounts/device-cookies.ts'
import { keyRoutes } from './accounts/key-routes.ts'
import { oauthRoutes } from './accounts/oauth-routes.ts'
import { ruleRoutes } from './accounts/rule-routes.ts'
import { settingsRoutes } from './accounts/settings-routes.ts'
import { setupRoutes } from './accounts/setup-routes.ts'
import { signInMethodRoutes } from './accounts/sign-in-method-routes.ts'
import { signInRoutes } from './accounts/sign-in-routes.ts'
import { signInStepRoutes } from './accounts/sign-in-step-routes.ts'
import { adminRoutes, apiRoutes } from './admin/admin-routes.ts'
import { modelRoutes } from './admin/model-routes.ts'
import { appRoutes, openAppRoutes } from './app-routes.ts'
import { cameLate } from './arrival.ts'
import { articleListRoutes } from './articles/article-list-routes.ts'
import { articleRoutes } from './articles/article-routes.ts'
import { labelRoutes } from './articles/label-routes.ts'
import { listeningRoutes } from './articles/listening-routes.ts'
import { textReportRoutes } from './articles/text-report-routes.ts'
import { translationRoutes } from './articles/translation-routes.ts'
import { favicon, findAsset } from './assets.ts'
import { pathOf } from './below-path.ts'
import { changingRoutes } from './changing-routes.ts'
import { brotliPages } from './compression.ts'
import { briefRoutes } from './day/brief-routes.ts'
import { briefSettingsRoutes } from './day/brief-settings-routes.ts'
import { briefTokenRoutes } from './day/brief-token-routes.ts'
import { dayRoutes } from './day/day-routes.ts'
import { rankingRoutes } from './day/ranking-routes.ts'
import { deskRoutes } from './desk/desk-routes.ts'
import { discardBody } from './discard-body.ts'
import { discussionRoutes } from './discussion/discussion-routes.ts'
import { feedAddressRoutes } from './feeds/feed-address-routes.ts'
import { feedRoutes } from './feeds/feed-routes.ts'
import { managingRoutes } from './feeds/managing-routes.ts'
import { newsletterRoutes } from './feeds/newsletter-routes.ts'
import { pageFeedRoutes } from './feeds/page-feed-routes.ts'
import { progressRoutes } from './feeds/progress-routes.ts'
import { secretFeedRoutes } from './feeds/secret-feed-routes.ts'
import { feedSender } from './feeds/send-feed.ts'
import { startRoutes } from './feeds/start-routes.ts'
import { websubRoutes } from './feeds/websub-routes.ts'
import { finishPages } from './finish-pages.ts'
import { type Problem, problemPage } from './layout/pages/problem.ts'
import { importingRoutes } from './library/importing-routes.ts'
import { libraryPages } from './library/library-pages.ts'
import { libraryRoutes } from './library/library-routes.ts'
import { movingRoutes } from './library/moving-routes.ts'
import { sharedRoutes } from './library/public-link-routes.ts'
import { sharingRoutes } from './library/sharing-routes.ts'
import { tagRoutes } from './library/tag-routes.ts'
import { liveRoutes } from './live-routes.ts'
import { alertRoutes } from './notify/alert-routes.ts'
import { secretAlertRoutes } from './notify/secret-alert-routes.ts'
import { sendingRoutes } from './notify/sending-routes.ts'
import { watchRoutes } from './notify/watch-routes.ts'
import { pageCache } from './page-cache.ts'
import { peopleRoutes } from './people/people-routes.ts'
import { readingRoutes } from './reading-routes.ts'
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
import { askingRoutes } from './search/asking-routes.ts'
import { checkingRoutes } from './search/checking-routes.ts'
import { findRoutes } from './search/find-routes.ts'
import { isOwnRequest, securityHeaders } from './security.ts'
import { choiceRoutes } from './stories/choice-routes.ts'
import { storyRoutes } from './stories/story-routes.ts'
import { tableRoutes } from './stories/table-routes.ts'
import { watchLive } from './watch-live.ts'

export type { WebOptions } from './request-reader.ts'

/**
 * The web app: pages, forms and their assets over the operations. Answers 404 with a page for what isn't there, 403 for a request of
 * another site, 500 with a reference for our own mistakes, which it passes to `onError`.
 */
export function createWeb(
  runFor: (reader: ReaderIdentity) => Run,
  options: WebOptions & { readonly onError?: (error: Error, reference: string) => void },
): Hono {
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
  // Before the limit of forms: what hubs send may be longer.
  websubRoutes(web, runFor(guest))
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
  const sendFeed = feedSender(options)
  secretAlertRoutes(web, runFor(guest), options, sendFeed)
  // Public links are open to anybody.
  sharedRoutes(web, runFor(guest), options)
  briefTokenRoutes(web, runFor, options, sendFeed)
  secretFeedRoutes(web, runFor, options, sendFeed)
  web.use(keepIdentity(options.identify ?? identifyByArrival))
  web.use(limitByReader(tooLarge))
  web.use(clearForOtherReader(options.baseUrl, isSafe, (context) => problem(context, 'other-reader', 403)))
  const run = ((context: Context, asked: PageAction<unknown, unknown>, given: unknown) =>
    runFor(identityOf(context) ?? guest)(asked, given)) as RunIn
  const live = options.live ?? watchLive(runFor)
  signInRoutes(web, run, options)
  setupRoutes(web, run, options)
  signInStepRoutes(web, run, options)
  openAppRoutes(web, options)
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
  readingRoutes(web, run, options)
  dayRoutes(web, run, options)
  briefRoutes(web, run, options, sendFeed)
  briefSettingsRoutes(web, run, options)
  rankingRoutes(web, run, options)
  findRoutes(web, run, options)
  askingRoutes(web, run, options)
  checkingRoutes(web, run, options)
  changingRoutes(web, run, options)
  labelRoutes(web, run, options)
  choiceRoutes(web, run, options)
  progressRoutes(web, run, options, live)
  liveRoutes(web, run, options, live)
  listeningRoutes(web, run, options)
  newsletterRoutes(web, run, options)
  articleRoutes(web, run, options)
  peopleRoutes(web, run, options)
  storyRoutes(web, run, options)
  tableRoutes(web, run, options)
  apiRoutes(web, options)
  settingsRoutes(web, run, options)
  ruleRoutes(web, run, options)
  keyRoutes(web, run, options)
  oauthRoutes(web, run, options)
  articleListRoutes(web, run, options)
  managingRoutes(web, run, options)
  adminRoutes(web, run, options)
  accountRoutes(web, run, options)
  accountsRoutes(web, run, options)
  signInMethodRoutes(web, run, options)
  startRoutes(web, run, options)
  feedRoutes(web, run, options, sendFeed)
  feedAddressRoutes(web, run, options)
  deskRoutes(web, run, options)
  discussionRoutes(web, run, options)
  libraryRoutes(web, run, options)
  libraryPages(web, run, options)
  alertRoutes(web, run, options)
  watchRoutes(web, run, options)
  sendingRoutes(web, run, options)
  sharingRoutes(web, run, options)
  modelRoutes(web, run, options)
  tagRoutes(web, run, options)
  translationRoutes(web, run, options)
  appRoutes(web, run, options)
  importingRoutes(web, run, options)
  movingRoutes(web, run, options)
  pageFeedRoutes(web, run, options)
  textReportRoutes(web, run, options)

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
