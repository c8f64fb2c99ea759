import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { defined } from '../core/defined.ts'
import { defaultPreferences, type Preferences } from '../core/preferences.ts'
import { instanceOwner, mayActAs, type ReaderIdentity } from '../core/reader-identity.ts'
import type { ApiReference } from '../core/reading/api-reference.ts'
import { knownZone } from '../core/time/zone.ts'
import type { Rescue } from '../operations/admin/rescue.ts'
import type { StoreTrouble } from '../operations/busy.ts'
import type { PageAction, Run, RunBy } from '../operations/run.ts'
import { arrivalOf, looksLocal, plainPathAndQuery } from './arrival.ts'
import { readingCookie, readLookCookie } from './articles/reading-look.ts'
import type { AnswerCache } from './page-cache.ts'
import { chooseLanguage, chooseLocale, chooseTheme, type KnownPictures, type Reader, wordsIn } from './reader.ts'
import { requestState } from './request-state.ts'
import type { Live } from './watch-live.ts'

export type WebOptions = {
  readonly version: string
  /** Public URL of the server, when it is behind a proxy. */
  readonly baseUrl?: string
  /** IANA zone in which times are shown until the reader's is known; UTC when absent. */
  readonly timeZone?: string
  /** The clock, ISO 8601; tests fix it. */
  readonly now?: () => string
  /** URL of the hub that is notified when feeds change (WebSub). */
  readonly hub?: string
  /** Why the store accepts no writes now: every page says so. */
  readonly trouble?: () => StoreTrouble | undefined
  /** What the owner can do about damage; undefined when nothing is known. */
  readonly rescue?: () => Promise<Rescue | undefined>
  /** The file extension of recordings; absent when no voice is configured. */
  readonly voice?: string
  /** The name of the identity provider on its button; absent when none is configured. */
  readonly providerName?: string
  /** The content of the pages about the API. */
  readonly apiReference?: () => Promise<ApiReference>
  /** What open pages listen to; absent: the store is polled every few seconds while somebody listens. */
  readonly live?: Live
  /** Pages that are repeated while nothing was written; absent: each is made again. */
  readonly answerCache?: AnswerCache
  /** What is known of pictures; absent: nothing. */
  readonly pictures?: KnownPictures
  /** Who a request comes from; undefined when it may see only public pages. */
  readonly identify?: (context: Context) => Promise<ReaderIdentity | undefined>
}

/** Runs an operation for the reader a request comes from, as `Run` does. */
export type RunIn = RunBy<Context>

/** The same for one reader, whatever the request. */
export function runOf(run: Run): RunIn {
  return ((_context: Context, asked: PageAction<unknown, unknown>, given: unknown) => run(asked, given)) as RunIn
}

/** The same for one request alone. */
export function bound(context: Context, run: RunIn): Run {
  return ((asked: PageAction<unknown, unknown>, given: unknown) => run(context, asked, given)) as Run
}

/** For pages over examples, which nobody serves: identifies by the request alone. `serve` uses `identifyBy`. */
export async function identifyByArrival(context: Context): Promise<ReaderIdentity> {
  return looksLocal(arrivalOf(context.req.raw, context.env)) ? instanceOwner : { ...instanceOwner, role: 'reader' }
}

/** Identifies the reader of a request once; nobody is passed on, to public pages. */
export function keepIdentity(identify: NonNullable<WebOptions['identify']>): MiddlewareHandler {
  return async (context, next) => {
    const identity = await identify(context)
    const noted = requestState(context)
    if (identity) noted.identity = identity
    noted.identifyAgain = () => identify(context)
    await next()
  }
}

/** Refuses requests from nobody. */
export function refuseNobody(refuse: (context: Context) => Response | Promise<Response>): MiddlewareHandler {
  return (context, next) => (identityOf(context) ? next() : Promise.resolve(refuse(context)))
}

/** Makes a request with a secret URL act for its owner, with their preferences. */
export function actAs(context: Context, identity: ReaderIdentity, preferences: Preferences): void {
  Object.assign(requestState(context), { identity, preferences })
}

/** The reader of a request, as `keepIdentity` recorded it; before that, undefined. */
export function identityOf(context: Context): ReaderIdentity | undefined {
  return requestState(context).identity
}

/** Whether an endless answer still belongs to who requested it. A store that does not answer is no reason to end it. */
export async function isStillTheirs(context: Context): Promise<boolean> {
  const { identity, identifyAgain } = requestState(context)
  if (!identifyAgain) return true
  const found = await identifyAgain().catch(() => identity)
  return found?.id === identity?.id
}

/** Reads the preferences once per request; defaults when the store does not answer. */
export function keepPreferences(read: (context: Context) => Promise<Preferences>): MiddlewareHandler {
  return async (context, next) => {
    const preferences = await read(context).catch(() => undefined)
    if (preferences) requestState(context).preferences = preferences
    await next()
  }
}

/** Reads once per request whether discussion is enabled and whether there is a shared desk, and so whether pages link to them. */
export function keepPlaces(
  discussion: (context: Context) => Promise<boolean>,
  desk: (context: Context) => Promise<boolean>,
): MiddlewareHandler {
  return async (context, next) => {
    const [isDiscussing, hasDesk] = await Promise.all(
      [discussion, desk].map((read) => read(context).catch(() => false)),
    )
    Object.assign(requestState(context), { isDiscussing, hasDesk })
    await next()
  }
}

/**
 * The reader of a request: clock, path to return to, and preferences. For theme and language this browser's cookie comes first (the
 * switches on every page set it), then the settings, then what the browser requests. The time zone is the chosen one, else the browser's
 * (its script sets the cookie), else the server's.
 */
export function readerOf(context: Context, options: WebOptions): Reader {
  const { preferences = defaultPreferences, identity, isDiscussing = false, hasDesk = false } = requestState(context)
  const { theme } = preferences
  const own = preferences.language === 'auto' ? undefined : preferences.language
  const accepted = context.req.header('accept-language')
  const language = chooseLanguage(getCookie(context, 'language') ?? own, accepted)
  const ownZone = preferences.timeZone || knownZone(getCookie(context, 'zone'))
  const { path, done } = addressIn(context.req.url)
  const trouble = options.trouble?.()
  return {
    language,
    words: wordsIn(language),
    theme: chooseTheme(getCookie(context, 'theme') ?? theme),
    now: options.now?.() ?? new Date().toISOString(),
    locale: chooseLocale(language, accepted),
    timeZone: ownZone ?? options.timeZone ?? 'UTC',
    isOwnZone: ownZone !== undefined,
    path,
    ...defined({ done }),
    version: options.version,
    ...defined({ trouble, baseUrl: options.baseUrl, identity, pictures: options.pictures }),
    isOwner: identity !== undefined && mayActAs(identity.role, 'owner'),
    isModerator: identity !== undefined && mayActAs(identity.role, 'moderator'),
    hasDiscussion: isDiscussing,
    hasDesk: hasDesk && identity !== undefined && mayActAs(identity.role, 'reader'),
    preferences,
    reading: readLookCookie(getCookie(context, readingCookie)),
  }
}

/** Where a form returns to, and what was just done: separated, so that a page a form returns to later does not say it again. */
function addressIn(address: string): { readonly path: string; readonly done?: string } {
  const plain = /[?&]done=|\?$|%64|%6f|%6e|%65/i.test(address) ? undefined : plainPathAndQuery(address)
  if (plain !== undefined) return { path: plain }
  const url = new URL(address)
  const done = url.searchParams.get('done')
  if (done === null) return { path: url.pathname + url.search }
  url.searchParams.delete('done')
  return { path: url.pathname + url.search, done }
}

/** Whether a page is opened to be read: a visit, but not the return of a form on it that marked it unread. */
export function isOpening(context: Context): boolean {
  return isVisit(context) && !/^unread(?:-story)?\./.test(context.req.query('done') ?? '')
}

const rescueMs = 5_000

/** What the owner can do about damage, if known soon enough for a page; checking the backups continues meanwhile. */
export async function rescueSoon({ rescue }: WebOptions): Promise<Rescue | undefined> {
  const later = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => later.resolve(undefined), rescueMs)
  const found = await Promise.race([rescue?.(), later.promise]).catch(() => undefined)
  clearTimeout(timer)
  return found
}

/**
 * False when nobody looks at the requested page: a device or browser prefetches it, or a program checks by HEAD whether it exists. Such a
 * request is no visit; nor is one in which a page of another site embeds ours as an image, frame or script (Fetch Metadata). A link
 * followed from another site is a visit.
 */
export function isVisit(context: Context): boolean {
  if (context.req.method === 'HEAD') return false
  const purpose = context.req.header('x-purpose') ?? context.req.header('sec-purpose') ?? ''
  if (/^(?:copy|prefetch)\b/.test(purpose)) return false
  const isForeign = /^(?:cross-site|same-site)$/.test(context.req.header('sec-fetch-site') ?? '')
  return !isForeign || context.req.header('sec-fetch-dest') === 'document'
}
