import { defined } from '../../core/defined.ts'
import type { Validators } from '../../core/fetch-result.ts'
import { formatReason } from '../../core/reading/incomplete-reason.ts'
import type { PipelineContext } from '../pipeline-context.ts'
import { explainFailure } from '../polls/schedule-poll.ts'

/** `/`, `/en/`, `/index.html` */
const FRONT = /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?)?(?:index\.\w{3,5})?$/i

/**
 * Whether the address of an article led to the front page of its own site, as it often does when an article was taken away. What stands there is
 * none of the article's text. A short link of another house may mean the front page.
 */
export function leadsHome(asked: string, came: string): boolean {
  const [from, to] = [URL.parse(asked), URL.parse(came)]
  if (!from || !to || siteOf(from) !== siteOf(to)) return false
  return FRONT.test(to.pathname) && to.search === '' && !FRONT.test(from.pathname)
}

function siteOf({ host }: URL): string {
  return host.replace(/^(?:www|m|amp)\./, '')
}

/** The page of an entry; or why the feed's own text stands in its place, and whether another try is worth it. */
export type PageFetched =
  | {
      readonly kind: 'page'
      readonly body: Uint8Array
      readonly contentType: string
      readonly url: string
      /** What the answer asks of programs (X-Robots-Tag). */
      readonly robotsTag?: string
      /** What to ask with when it is asked for again. */
      readonly validators: Validators
      readonly maxAgeSeconds?: number
    }
  | {
      readonly kind: 'none'
      readonly reason: string
      readonly isPassing: boolean
      /** The site closes it to programs. */
      readonly isRefused?: true
      /** Its server says that it was taken away for good. */
      readonly isGone?: true
      /** There is none at its address, as far as its server knows. */
      readonly isMissing?: true
      /** Its address leads to the front page of its site. */
      readonly isElsewhere?: true
      readonly retryAfterSeconds?: number
    }

/** A page that is asked for again and is as it was. */
export type PageUnchanged = {
  readonly kind: 'not-modified'
  readonly validators: Validators
  readonly maxAgeSeconds?: number
}

/** What is asked for where a page is wanted. */
export const PAGE_TYPES = 'text/html, application/xhtml+xml, */*;q=0.5'

const DISALLOWED = formatReason('robots')

/** What may be over when it is tried again. */
const PASSING: ReadonlySet<string> = new Set(['busy', 'timeout', 'server-error', 'network-error', 'proxy-error'])

type PageContext = Pick<PipelineContext, 'http' | 'robots' | 'limits' | 'pauses'>

/** Fetches a page that nobody asked for by name: as the robots.txt of its site allows, and of the site it leads to. */
export async function fetchPage(context: PageContext, url: string): Promise<PageFetched> {
  const page = await fetchPageAgain(context, url, {})
  if (page.kind === 'not-modified') throw new Error('A page asked for without validators answered 304')
  return page
}

/** The same for a page that was had before: answers whether it is as it was, where its server says so. */
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
    // A page waits for a pause of its host; that a page is busy says nothing of the feeds there.
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
  if (leadsHome(url, page.url))
    return { kind: 'none', reason: formatReason('front-page'), isPassing: false, isElsewhere: true }
  const { body, contentType, robotsTag, maxAgeSeconds } = page
  return {
    kind: 'page',
    body,
    contentType,
    url: page.url,
    // Validators of another address are not those of this one.
    validators: page.url === new URL(url).href ? page.validators : {},
    ...defined({ maxAgeSeconds, robotsTag: robotsTag || undefined }),
  }
}
