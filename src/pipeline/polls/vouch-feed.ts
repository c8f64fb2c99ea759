import { feedOwnsPage, feedOwnsSite, shownHost } from '../../core/feed/site-ownership.ts'
import { declaresFeed } from '../../feeds/discover.ts'
import { decodeAny } from '../../feeds/reading/parse-common-feed.ts'
import type { IngestTarget, PollOutcome, PollTarget } from '../../store/store.ts'
import { fetchPage, type PageFetched } from '../pages/fetch-page.ts'
import type { PipelineContext } from '../pipeline-context.ts'

type Page = Pick<Extract<PageFetched, { kind: 'page' }>, 'body' | 'contentType' | 'url'>

/**
 * When a feed is read for the first time and claims a site on another host, checks whether that site declares the feed. One request; a site
 * that cannot be read proves nothing.
 */
export async function withVoucher(
  context: PipelineContext,
  target: PollTarget,
  outcome: PollOutcome,
): Promise<PollOutcome> {
  const { result } = outcome
  if (result.kind !== 'parsed' || target.bodyHash !== undefined || target.intake !== 'feed') return outcome
  const { siteUrl } = result
  if (siteUrl === undefined || shownHost(siteUrl) === '' || feedOwnsSite(target.url, siteUrl)) return outcome
  if (!context.limits.fetchesPages) return outcome
  const page = await fetchPage(context, siteUrl)
  if (page.kind !== 'page' || !feedOwnsPage(siteUrl, page.url)) return outcome
  return (await declares(page, target.url)) ? { ...outcome, isVouched: true } : outcome
}

/** The same when an article of a site is read that a feed on another host led to: its pages also declare the site's feeds. */
export async function noteVoucher(
  { store }: Pick<PipelineContext, 'store'>,
  target: IngestTarget,
  page: Page,
): Promise<IngestTarget> {
  const { feedUrl, source, entry } = target
  if (shownHost(feedUrl) === '' || feedOwnsPage(feedUrl, page.url) || feedOwnsPage(source.homeUrl, page.url))
    return target
  if (!(await declares(page, feedUrl))) return target
  await store.feeds.vouch(feedUrl, page.url)
  return (await store.articles.ingestTarget(entry.id)) ?? target
}

async function declares({ body, contentType, url }: Page, feedUrl: string): Promise<boolean> {
  return declaresFeed(await decodeAny(body, contentType), url, feedUrl)
}
