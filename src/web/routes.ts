import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { guest, type ReaderIdentity } from '../core/reader-identity.ts'
import { NoRoomError } from '../operations/body-room.ts'
import { busySeconds, isBusy, isUnconfirmed, type StoreTrouble, troubleOf } from '../operations/busy.ts'
import { NotPermittedError } from '../operations/permit.ts'
import type { Rescue } from '../operations/rescue.ts'
import { accountRoutes } from './account-routes.ts'
import { accountsRoutes } from './accounts-routes.ts'
import { adminRoutes } from './admin-routes.ts'
import { againPages } from './again-pages.ts'
import { alertDoors } from './alert-doors.ts'
import { alertRoutes } from './alert-routes.ts'
import { apiRoutes } from './api-routes.ts'
import { appRoutes, openAppRoutes } from './app-routes.ts'
import { askingRoutes } from './asking-routes.ts'
import { favicon, findAsset } from './assets.ts'
import { auditRoutes } from './audit-routes.ts'
import { briefRoutes } from './brief-routes.ts'
import { briefSettingsRoutes } from './brief-settings-routes.ts'
import { briefTokenRoutes } from './brief-token-routes.ts'
import { changingRoutes } from './changing-routes.ts'
import { choiceRoutes } from './choice-routes.ts'
import { compareRoutes } from './compare-routes.ts'
import { brotliPages } from './compression.ts'
import { dayRoutes } from './day-routes.ts'
import { discussionRoutes } from './discussion-routes.ts'
import { endAnswers } from './end-answers.ts'
import { entryRoutes } from './entry-routes.ts'
import { feedAddressRoutes } from './feed-address-routes.ts'
import { feedDoors } from './feed-doors.ts'
import { feedRoutes } from './feed-routes.ts'
import { findRoutes } from './find-routes.ts'
import { giveFormsBack } from './form-again.ts'
import { importingRoutes } from './importing-routes.ts'
import { labelRoutes } from './label-routes.ts'
import { letterRoutes } from './letter-routes.ts'
import { limitBodies, limitByReader, takesFiles } from './limit-bodies.ts'
import { listImportRoutes } from './list-import-routes.ts'
import { listeningRoutes } from './listening-routes.ts'
import { liveRoutes } from './live-routes.ts'
import { minePages } from './mine-pages.ts'
import { mineRoutes } from './mine-routes.ts'
import { modelRoutes } from './model-routes.ts'
import { answerNobody, isPageRequest, signInPath } from './nobody.ts'
import { pageFeedRoutes } from './page-feed-routes.ts'
import { type Problem, problemPage } from './pages/problem.ts'
import { peopleRoutes } from './people-routes.ts'
import { progressRoutes } from './progress-routes.ts'
import { sharedRoutes } from './public-link-routes.ts'
import { rankingRoutes } from './ranking-routes.ts'
import { clearForAnother } from './reader-of-device.ts'
import { readingRoutes } from './reading-routes.ts'
import { recordingRoutes } from './recording-routes.ts'
import {
  type AppOf,
  identifyByArrival,
  identityOf,
  keepDiscussion,
  keepIdentity,
  keepPreferences,
  readerOf,
  refuseNobody,
  rescueSoon,
  type WebOptions,
} from './request-reader.ts'
import { revisionRoutes } from './revision-routes.ts'
import { riverRoutes } from './river-routes.ts'
import { sayDone } from './say-done.ts'
import { sealPages } from './seal-pages.ts'
import { isOwnRequest, securityHeaders } from './security.ts'
import { feedSender } from './send-feed.ts'
import { sendingRoutes } from './sending-routes.ts'
import { settingsRoutes } from './settings-routes.ts'
import { setupRoutes } from './setup-routes.ts'
import { sharingRoutes } from './sharing-routes.ts'
import { startRoutes } from './start-routes.ts'
import { summaryRoutes } from './summary-routes.ts'
import { tagRoutes } from './tag-routes.ts'
import { textReportRoutes } from './text-report-routes.ts'
import { translationRoutes } from './translation-routes.ts'
import { wayInRoutes } from './way-in-routes.ts'
import { waysRoutes } from './ways-routes.ts'
import type { WebOperations } from './web-operations.ts'
import { websubRoutes } from './websub-routes.ts'

export type { WebOptions } from './request-reader.ts'

/**
 * The web face: pages, forms and their assets over the operations given. Answers 404 with a page for what is not
 * there, 403 for a request of another site, 500 with a reference for our own mistakes, which it hands to `onError`.
 */
export function createWeb(
  of: (reader: ReaderIdentity) => WebOperations,
  options: WebOptions & { readonly onError?: (error: Error, reference: string) => void },
): Hono {
  const web = new Hono()
  web.use(securityHeaders())
  web.use(endAnswers([sayDone, etagOfPages, brotliPages(), compress()]))
  web.use(sealPages())
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
  websubRoutes(web, of(guest))
  const tooLarge = (context: Context) => {
    const answer = problem(context, takesFiles.has(context.req.path) ? 'too-large-file' : 'too-large', 413)
    // What was not read stands in the connection: nothing else can be asked on it.
    answer.headers.set('Connection', 'close')
    return answer
  }
  const limitBody = limitBodies(tooLarge)
  // What asks to see brings nothing; to look whether it does would make a stream of every request.
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
  alertDoors(web, of(guest), options, sendFeed)
  // What somebody made public opens to anybody, whoever they are.
  sharedRoutes(web, of(guest), options)
  briefTokenRoutes(web, of, options, sendFeed)
  feedDoors(web, of, options, sendFeed)
  web.use(keepIdentity(options.identify ?? identifyByArrival))
  web.use(limitByReader(tooLarge))
  web.use(clearForAnother(options.baseUrl, isSafe, (context) => problem(context, 'other-reader', 403)))
  const app: AppOf = (context) => of(identityOf(context) ?? guest)
  entryRoutes(web, app, options)
  setupRoutes(web, app, options)
  wayInRoutes(web, app, options)
  openAppRoutes(web, options)
  web.use(refuseNobody((context) => answerNobody(context, app, options)))
  web.use(giveFormsBack(options))
  if (options.keptAnswers) web.use(againPages(options.keptAnswers))
  web.use(keepPreferences((context) => app(context).preferences()))
  web.use(keepDiscussion((context) => app(context).hasDiscussion()))
  readingRoutes(web, app, options)
  dayRoutes(web, app, options)
  briefRoutes(web, app, options, sendFeed)
  briefSettingsRoutes(web, app, options)
  rankingRoutes(web, app, options)
  findRoutes(web, app, options)
  askingRoutes(web, app, options)
  changingRoutes(web, app, options)
  labelRoutes(web, app, options)
  choiceRoutes(web, app, options)
  progressRoutes(web, app, options)
  liveRoutes(web, app, options)
  listeningRoutes(web, app, options)
  letterRoutes(web, app, options)
  recordingRoutes(web, app, options)
  peopleRoutes(web, app, options)
  compareRoutes(web, app, options)
  revisionRoutes(web, app, options)
  auditRoutes(web, app, options)
  apiRoutes(web, app, options)
  summaryRoutes(web, app, options)
  settingsRoutes(web, app, options)
  riverRoutes(web, app, options)
  adminRoutes(web, app, options)
  accountRoutes(web, app, options)
  accountsRoutes(web, app, options)
  waysRoutes(web, app, options)
  startRoutes(web, app, options)
  feedRoutes(web, app, options, sendFeed)
  feedAddressRoutes(web, app, options)
  discussionRoutes(web, app, options)
  mineRoutes(web, app, options)
  minePages(web, app, options)
  alertRoutes(web, app, options)
  sendingRoutes(web, app, options)
  sharingRoutes(web, app, options)
  modelRoutes(web, app, options)
  tagRoutes(web, app, options)
  translationRoutes(web, app, options)
  appRoutes(web, app, options)
  importingRoutes(web, app, options)
  pageFeedRoutes(web, app, options)
  textReportRoutes(web, app, options)
  listImportRoutes(web, app, options)

  web.notFound((context) => problem(context, 'not-found', 404))
  web.onError((error, context) => {
    if (error instanceof NotPermittedError)
      return identityOf(context)?.role === 'guest' && isPageRequest(context)
        ? context.redirect(signInPath(context), 303)
        : problem(context, 'refused', 403)
    // It stands in the log once, and on every page.
    const trouble = troubleOf(error)
    if (trouble !== undefined) return answerTrouble(context, trouble)
    // Nobody is there any more to be answered, and whoever is nobody could fill the log with it.
    if (isCutOff(error)) return problem(context, 'refused', 403)
    const reference = crypto.randomUUID().slice(0, 8)
    // Of what a reader may only have once at a time, or of too much at once, nothing is wrong here.
    if (!(error instanceof NoRoomError)) options.onError?.(error, reference)
    if (isBusy(error)) {
      const answer = problem(context, 'busy', 503)
      answer.headers.set('Retry-After', String(busySeconds))
      return answer
    }
    if (isUnconfirmed(error)) return problem(context, 'unconfirmed', 503)
    return problem(context, 'broken', 500, reference)
  })
  return web

  /** What could not be read is a failure of ours; what could not be kept had no place. */
  async function answerTrouble(context: Context, trouble: StoreTrouble): Promise<Response> {
    const isOwner = trouble === 'damaged' && readerOf(context, options).isOwner
    const rescue = isOwner ? await rescueSoon(options) : undefined
    return problem(context, trouble, isSafe(context) ? 500 : 507, undefined, rescue)
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
    }) as Response
  }
}

/** A body whose sender went away before it was whole, as the server of Node says it. */
function isCutOff(error: Error): boolean {
  return error.message === 'aborted' && 'code' in error && error.code === 'ECONNRESET'
}

function isSafe({ req }: Context): boolean {
  return req.method === 'GET' || req.method === 'HEAD' || req.method === 'OPTIONS'
}

/** Validators for pages, made of what they hold. A recording brings its own. */
const pageEtag = etag()
const etagOfPages: typeof pageEtag = async (context, next) =>
  endless.test(context.res.headers.get('Content-Type') ?? '') ? next() : pageEtag(context, next)
/** What has no end, or is read from a disk as it is sent: to hash it would be to hold all of it. */
const endless = /^(?:text\/event-stream|application\/(?:zip|vnd\.sqlite3))/
