import { defined } from '../../core/defined.ts'
import type { Validators } from '../../core/fetch-result.ts'
import { formatReason } from '../../core/reading/incomplete-reason.ts'
import type { PipelineContext } from '../pipeline-context.ts'
import { explainFailure } from '../polls/schedule-poll.ts'

/** `/`, `/en/`, `/index.html` */
const FRONT = /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?)?(?:index\.\w{3,5})?$/i

/**
 * Whether an article's URL redirected to the front page of its own site, as often happens when an article was removed. The front page isn't
 * the article's text. A short link on another host may really mean a front page.
 */
export function isFrontPageRedirect(asked: string, came: string): boolean {
  const [from, to] = [URL.parse(asked), URL.parse(came)]
  if (!from || !to || siteOf(from) !== siteOf(to)) return false
  return FRONT.test(to.pathname) && to.search === '' && !FRONT.test(from.pathname)
}

function siteOf({ host }: URL): string {
  return host.replace(/^(?:www|m|amp)\./, '')
}

/** The page of an entry, or why the feed's own text is used instead, and whether another try is worth it. */
export type PageFetched =
  | {
      readonly kind: 'page'
      readonly body: Uint8Array
      readonly contentType: string
      readonly url: string
      /** The answer's rules for programs (X-Robots-Tag). */
      readonly robotsTag?: string
      readonly validators: Validators
      readonly maxAgeSeconds?: number
      /** For keeping it as it was served. */
      readonly status?: number
      readonly headers?: Readonly<Record<string, string>>
    }
  | {
      readonly kind: 'none'
      readonly reason: string
      readonly isPassing: boolean
      /** The site does not allow programs to fetch it. */
      readonly isRefused?: true
      /** The server reports that it was removed permanently. */
      readonly isGone?: true
      /** The server knows no page at this URL. */
      readonly isMissing?: true
      /** The URL redirects to the front page of its site. */
      readonly isElsewhere?: true
      readonly retryAfterSeconds?: number
    }

/** A page that was requested again and did not change. */
type PageUnchanged = {
  readonly kind: 'not-modified'
  readonly validators: Validators
  readonly maxAgeSeconds?: number
}

/** The `Accept` header of requests for pages. */
export const PAGE_TYPES = 'text/html, application/xhtml+xml, */*;q=0.5'

const DISALLOWED = formatReason('robots')

/** Failures that may be over at the next try. */
const PASSING: ReadonlySet<string> = new Set(['busy', 'timeout', 'server-error', 'network-error', 'proxy-error'])

type PageContext = Pick<PipelineContext, 'http' | 'robots' | 'limits' | 'pauses'>

/** Fetches a page that no person requested: as the robots.txt of its site, and of the site it redirects to, allows. */
export async function fetchPage(context: PageContext, url: string): Promise<PageFetched> {
  const page = await fetchPageAgain(context, url, {})
  if (page.kind === 'not-modified') throw new Error('A page asked for without validators answered 304')
  return page
}

/** The same for a page that was fetched before: reports when it did not change, where the server supports that. */
export async function fetchPageAgain(
  { http, robots, limits, pauses }: PageContext,
  url: string,
  validators: Validators,
): Promise<PageFetched | PageUnchanged> {
  const asked = await robots?.ask(url)
  if (asked?.kind === 'disallowed') return { kind: 'none', reason: DISALLOWED, isPassing: false, isRefused: true }
  if (asked?.kind === 'unknown') {
    const why = explainFailure(asked.failure)
    return {
      kind: 'none',
      reason: formatReason('robots-unread', why),
      isPassing: true,
    }
  }
  const page = await http.get(url, {
    accept: PAGE_TYPES,
    maxBytes: limits.pageBytes,
    validators,
    keepsHeaders: true,
    // A page waits for a pause of its host, but a busy page says nothing about the feeds there.
    ...defined({ pauses: pauses && { untilOf: pauses.untilOf } }),
  })
  if (page.kind === 'not-modified') return page
  if (page.kind !== 'ok') {
    const isPassing = PASSING.has(page.kind)
    const retryAfterSeconds = page.kind === 'busy' ? page.retryAfterSeconds : undefined
    return {
      kind: 'none',
      reason: explainFailure(page),
      isPassing,
      ...defined({
        isGone: page.kind === 'gone' ? (true as const) : undefined,
        isMissing: page.kind === 'not-found' ? (true as const) : undefined,
        retryAfterSeconds,
      }),
    }
  }
  // A short link leads to another page, which may have other rules.
  if (page.url !== url && (await robots?.ask(page.url))?.kind === 'disallowed')
    return { kind: 'none', reason: DISALLOWED, isPassing: false, isRefused: true }
  if (isFrontPageRedirect(url, page.url))
    return { kind: 'none', reason: formatReason('front-page'), isPassing: false, isElsewhere: true }
  const { body, contentType, robotsTag, maxAgeSeconds, status, headers } = page
  return {
    kind: 'page',
    body,
    contentType,
    url: page.url,
    // Validators of another URL aren't valid for this one.
    validators: page.url === new URL(url).href ? page.validators : {},
    ...defined({ maxAgeSeconds, robotsTag: robotsTag || undefined, status, headers }),
  }
}
