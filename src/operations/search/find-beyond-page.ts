import type { Fetched } from '../../core/fetched.ts'
import { rssBridgeFeeds, rssBridgeQuestion } from '../../feeds/bridge-feeds.ts'
import { sitemapsInRobots } from '../../feeds/read-robots.ts'
import { parseFeed } from '../../feeds/reading/parse-feed.ts'
import { gatherSitemap } from '../../pipeline/polls/gather-sitemap.ts'
import type { FoundFeed } from '../feeds/found-feed.ts'
import type { OperationContext } from '../operation.ts'

/** Somebody waits for it. */
const longestMs = 20_000
const mostGuesses = 8
const mostSitemaps = 4
const answerBytes = 500_000
/** Where sites put a sitemap of the last two days. */
const newsSitemaps = ['/sitemap_news.xml', '/news-sitemap.xml', '/sitemap-news.xml']

type Asking = { readonly context: OperationContext; readonly signal: AbortSignal }

/**
 * Looks beyond a page that names no feed, one address after another, all of them on its own site but for the owner's bridge: a
 * feed at the usual places, which ends the search; else a news sitemap and what the bridge has, as offers. A site that does not
 * answer, or asks for a pause, is asked for nothing more.
 */
export async function findBeyondPage(
  context: OperationContext,
  pageUrl: string,
  guesses: readonly string[],
): Promise<{ readonly feed?: FoundFeed; readonly offers: readonly FoundFeed[] }> {
  const asking = { context, signal: AbortSignal.timeout(longestMs) }
  const guessed = await firstFeed(asking, guesses.slice(0, mostGuesses))
  if (guessed.feed) return { feed: guessed.feed, offers: [] }
  const sitemap = guessed.isTired ? undefined : await newsSitemap(asking, pageUrl)
  return { offers: [...(sitemap ? [sitemap] : []), ...(await bridgeFeeds(asking, pageUrl))] }
}

async function firstFeed(
  { context: { http, sites }, signal }: Asking,
  addresses: readonly string[],
): Promise<{ readonly feed?: FoundFeed; readonly isTired: boolean }> {
  for (const address of addresses) {
    const answer = await http.get(address, { signal })
    if (isTired(answer)) return { isTired: true }
    if (answer.kind !== 'ok') continue
    const from = { contentType: answer.contentType, url: answer.url }
    const parsed = (await sites.readFeed(answer.body, from)) ?? parseFeed(answer.body, from)
    if (parsed.kind === 'feed')
      return { feed: { url: answer.movedTo ?? address, title: parsed.feed.title }, isTired: false }
  }
  return { isTired: false }
}

/** The first sitemap with something new in it: those robots.txt names, then those at the usual places. */
async function newsSitemap({ context, signal }: Asking, pageUrl: string): Promise<FoundFeed | undefined> {
  const { http, sites, now } = context
  const robotsUrl = new URL('/robots.txt', pageUrl).href
  const robots = await http.get(robotsUrl, { signal, maxBytes: answerBytes })
  if (isTired(robots)) return undefined
  const named = robots.kind === 'ok' ? sitemapsInRobots(new TextDecoder().decode(robots.body), robotsUrl) : []
  const usual = newsSitemaps.map((path) => new URL(path, pageUrl).href)
  const isNews = named.some((url) => /news/i.test(url))
  const addresses = isNews ? named : [...named.slice(0, 1), ...usual]
  for (const url of [...new Set(addresses)].slice(0, mostSitemaps)) {
    const answer = await http.get(url, { signal, maxBytes: sites.feedBytes })
    if (isTired(answer)) return undefined
    if (answer.kind !== 'ok') continue
    const means = { http, now: now(), maxBytes: sites.feedBytes, readLong: sites.readSitemap }
    const gathered = await gatherSitemap(means, answer)
    if (gathered.kind === 'sitemap' && gathered.feed.entries.length > 0)
      return { url: answer.movedTo ?? url, title: gathered.feed.title, intake: 'sitemap' }
  }
  return undefined
}

async function bridgeFeeds(
  { context: { http, sites }, signal }: Asking,
  pageUrl: string,
): Promise<readonly FoundFeed[]> {
  if (sites.rssBridge === undefined) return []
  const question = rssBridgeQuestion(pageUrl, sites.rssBridge)
  const answer = await http.get(question, { signal, accept: 'application/json', maxBytes: answerBytes })
  const feeds = answer.kind === 'ok' ? rssBridgeFeeds(new TextDecoder().decode(answer.body), sites.rssBridge) : []
  return feeds.map(({ url, title }) => ({ url, title, isBridged: true }))
}

/** It cannot or will not answer just now: nothing more is asked. */
function isTired({ kind }: Fetched): boolean {
  return ['timeout', 'network-error', 'proxy-error', 'busy', 'refused-address'].includes(kind)
}
