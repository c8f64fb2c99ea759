import type { PipelineContext } from './pipeline-context.ts'
import { explainFailure } from './schedule-poll.ts'

/** The page of an entry; or why the feed's own text stands in its place, and whether another try is worth it. */
export type PageFetched =
  | {
      readonly kind: 'page'
      readonly body: Uint8Array
      readonly contentType: string
      readonly url: string
      /** What the answer asks of programs (X-Robots-Tag). */
      readonly robotsTag?: string
    }
  | { readonly kind: 'none'; readonly reason: string; readonly isPassing: boolean }

/** What is asked for where a page is wanted. */
export const PAGE_TYPES = 'text/html, application/xhtml+xml, */*;q=0.5'

const DISALLOWED = 'The site asks programs not to fetch this page (robots.txt): this is the feed’s own text.'

/** Fetches a page that nobody asked for by name: as the robots.txt of its site allows, and of the site it leads to. */
export async function fetchPage(
  { http, robots, limits, pauses }: Pick<PipelineContext, 'http' | 'robots' | 'limits' | 'pauses'>,
  url: string,
): Promise<PageFetched> {
  const asked = await robots?.ask(url)
  if (asked?.kind === 'disallowed') return { kind: 'none', reason: DISALLOWED, isPassing: false }
  if (asked?.kind === 'unknown') {
    const why = explainFailure(asked.failure)
    return {
      kind: 'none',
      reason: `What the site asks of programs (robots.txt) could not be read. ${why}`,
      isPassing: true,
    }
  }
  const page = await http.get(url, {
    accept: PAGE_TYPES,
    maxBytes: limits.pageBytes,
    // A page waits for a pause of its host; that a page is busy says nothing of the feeds there.
    ...(pauses && { pauses: { untilOf: pauses.untilOf } }),
  })
  if (page.kind === 'not-modified') throw new Error('A page asked for without validators answered 304')
  if (page.kind !== 'ok') {
    const isPassing =
      page.kind === 'busy' || page.kind === 'timeout' || page.kind === 'server-error' || page.kind === 'network-error'
    return { kind: 'none', reason: explainFailure(page), isPassing }
  }
  // A short link leads to another page, which may have other rules.
  if (page.url !== url && (await robots?.ask(page.url))?.kind === 'disallowed')
    return { kind: 'none', reason: DISALLOWED, isPassing: false }
  const { body, contentType, robotsTag } = page
  return { kind: 'page', body, contentType, url: page.url, ...(robotsTag && { robotsTag }) }
}
