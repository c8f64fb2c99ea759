import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { defined } from '../core/defined.ts'
import { defaultPreferences, type Preferences } from '../core/preferences.ts'
import { instanceOwner, mayActAs, type ReaderIdentity } from '../core/reader-identity.ts'
import type { ApiReference } from '../core/reading/api-reference.ts'
import { plainPathAndQuery } from '../core/text/request-path.ts'
import type { Rescue } from '../operations/admin/rescue.ts'
import type { StoreTrouble } from '../operations/busy.ts'
import type { PageAction, Run, RunBy } from '../operations/run.ts'
import type { KeptAnswers } from './kept-answers.ts'
import { notedOf } from './noted.ts'
import { arrivalOf, looksLocal } from './owner.ts'
import { chooseLanguage, chooseTheme, type Reader, wordsIn } from './reader.ts'
import type { Live } from './watch-live.ts'

export type WebOptions = {
  readonly version: string
  /** Public address of the server, when it stands behind a proxy. */
  readonly baseUrl?: string
  /** IANA zone in which times are shown; UTC when absent. */
  readonly timeZone?: string
  /** The clock, ISO 8601; a test holds it still. */
  readonly now?: () => string
  /** Address of the hub that is told when feeds change (WebSub). */
  readonly hub?: string
  /** Why the store takes no writes now: every page says so. */
  readonly trouble?: () => StoreTrouble | undefined
  /** What the owner can do about damage; undefined where none is known. */
  readonly rescue?: () => Promise<Rescue | undefined>
  /** The end of the name of a recording of the brief; absent where no voice is set up. */
  readonly voice?: string
  /** What the provider that readers may sign in by is called on a button; absent where none is set. */
  readonly providerName?: string
  /** What the pages about the interface for programs show. */
  readonly apiReference?: () => Promise<ApiReference>
  /** What pages that stay open listen to; absent: the store is asked every few seconds while somebody listens. */
  readonly live?: Live
  /** Pages that are given again while nothing was written; absent: each is made anew. */
  readonly keptAnswers?: KeptAnswers
  /** Who a request comes from; undefined where it may see nothing but the way in. */
  readonly identify?: (context: Context) => Promise<ReaderIdentity | undefined>
}

/** Carries out an operation for whoever a request comes from, as `Run` says. */
export type RunIn = RunBy<Context>

/** The same for one reader, whoever a request comes from. */
export function runOf(run: Run): RunIn {
  return ((_context: Context, asked: PageAction<unknown, unknown>, given: unknown) => run(asked, given)) as RunIn
}

/** The same for one request alone. */
export function bound(context: Context, run: RunIn): Run {
  return ((asked: PageAction<unknown, unknown>, given: unknown) => run(context, asked, given)) as Run
}

/** For pages over examples, which nobody serves: who they are for is told by the request alone. `serve` says who comes by `identifyBy`. */
export async function identifyByArrival(context: Context): Promise<ReaderIdentity> {
  return looksLocal(arrivalOf(context.req.raw, context.env)) ? instanceOwner : { ...instanceOwner, role: 'reader' }
}

/** Notes who a request comes from, once; who is nobody is let on to what opens to anybody. */
export function keepIdentity(identify: NonNullable<WebOptions['identify']>): MiddlewareHandler {
  return async (context, next) => {
    const identity = await identify(context)
    const noted = notedOf(context)
    if (identity) noted.identity = identity
    noted.identifyAgain = () => identify(context)
    await next()
  }
}

/** Stops who is nobody. */
export function refuseNobody(refuse: (context: Context) => Response | Promise<Response>): MiddlewareHandler {
  return (context, next) => (identityOf(context) ? next() : Promise.resolve(refuse(context)))
}

/** Notes that a request acts for somebody by a secret address, with what they chose. */
export function actAs(context: Context, identity: ReaderIdentity, preferences: Preferences): void {
  Object.assign(notedOf(context), { identity, preferences })
}

/** Who a request comes from, as `keepIdentity` noted it; before that, nobody. */
export function identityOf(context: Context): ReaderIdentity | undefined {
  return notedOf(context).identity
}

/** Whether an answer that goes on and on is still for who asked for it. A store that does not answer is no reason to end it. */
export async function isStillTheirs(context: Context): Promise<boolean> {
  const { identity, identifyAgain } = notedOf(context)
  if (!identifyAgain) return true
  const found = await identifyAgain().catch(() => identity)
  return found?.id === identity?.id
}

/** Looks up what the reader chose, once for a request; a store that does not answer leaves what stands by itself. */
export function keepPreferences(read: (context: Context) => Promise<Preferences>): MiddlewareHandler {
  return async (context, next) => {
    const preferences = await read(context).catch(() => undefined)
    if (preferences) notedOf(context).preferences = preferences
    await next()
  }
}

/** Looks up whether the house discusses, once for a request: whether pages lead there. */
export function keepDiscussion(read: (context: Context) => Promise<boolean>): MiddlewareHandler {
  return async (context, next) => {
    notedOf(context).isDiscussing = await read(context).catch(() => false)
    await next()
  }
}

/**
 * Who asks: the clock, the path to come back to, and what they chose. For theme and language the cookie of this browser
 * comes first (the switches that stand on every page set it), then the settings, then what the browser asks for.
 */
export function readerOf(context: Context, options: WebOptions): Reader {
  const { preferences = defaultPreferences, identity, isDiscussing = false } = notedOf(context)
  const { theme, timeZone } = preferences
  const own = preferences.language === 'auto' ? undefined : preferences.language
  const language = chooseLanguage(getCookie(context, 'language') ?? own, context.req.header('accept-language'))
  const { path, done } = addressIn(context.req.url)
  const trouble = options.trouble?.()
  return {
    language,
    words: wordsIn(language),
    theme: chooseTheme(getCookie(context, 'theme') ?? theme),
    now: options.now?.() ?? new Date().toISOString(),
    timeZone: timeZone || (options.timeZone ?? 'UTC'),
    path,
    ...defined({ done }),
    version: options.version,
    ...defined({ trouble, baseUrl: options.baseUrl, identity }),
    isOwner: identity !== undefined && mayActAs(identity.role, 'owner'),
    isModerator: identity !== undefined && mayActAs(identity.role, 'moderator'),
    hasDiscussion: isDiscussing,
    preferences,
  }
}

/** Where a page comes back to, and what was just done: only once, so that a page that a form comes back to later does not say it again. */
function addressIn(address: string): { readonly path: string; readonly done?: string } {
  const plain = /[?&]done=|\?$|%64|%6f|%6e|%65/i.test(address) ? undefined : plainPathAndQuery(address)
  if (plain !== undefined) return { path: plain }
  const url = new URL(address)
  const done = url.searchParams.get('done')
  if (done === null) return { path: url.pathname + url.search }
  url.searchParams.delete('done')
  return { path: url.pathname + url.search, done }
}

const rescueMs = 5_000

/** What the owner can do about damage, where that is known soon enough for a page; reading the copies goes on meanwhile. */
export async function rescueSoon({ rescue }: WebOptions): Promise<Rescue | undefined> {
  const later = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => later.resolve(undefined), rescueMs)
  const found = await Promise.race([rescue?.(), later.promise]).catch(() => undefined)
  clearTimeout(timer)
  return found
}
