import type { FetchResult } from '../../core/fetch-result.ts'
import { rssBridgeFeeds, rssBridgeQueryUrl, rssHubFeeds } from '../../feeds/bridge-feeds.ts'
import { decode } from '../../feeds/decode.ts'
import { discoverFeeds } from '../../feeds/discover.ts'
import { sitemapsInRobots } from '../../feeds/read-sitemap.ts'
import { parseFeed } from '../../feeds/reading/parse-feed.ts'
import { siteFeeds } from '../../feeds/site-feeds.ts'
import type { Http } from '../../http/client.ts'
import { gatherSitemap } from '../../pipeline/polls/gather-sitemap.ts'
import { explainFailure } from '../../pipeline/polls/schedule-poll.ts'
import { completeAddress } from '../articles/complete-address.ts'
import type { OperationContext } from '../operation.ts'
import { refuseTurn } from '../reader-turns.ts'
import type { AddResult } from '../views.ts'
import type { FoundFeed } from './found-feed.ts'

/** Short, because somebody waits for the result. */
const longestMs = 20_000
const mostGuesses = 8
const mostSitemaps = 4
const answerBytes = 500_000
/** Where sites usually have a sitemap of the last two days. */
const newsSitemaps = ['/sitemap_news.xml', '/news-sitemap.xml', '/sitemap-news.xml']

type FeedSearch = { readonly context: OperationContext; readonly signal: AbortSignal }

/**
 * Searches beyond a page that names no feed, one request after another, all on its own site except for the owner's bridge: a feed at
 * the usual places, which ends the search; else a news sitemap and the bridge's offers. Stops when the site doesn't answer or asks
 * for a pause.
 */
async function findBeyondPage(
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
  { context: { http, sites }, signal }: FeedSearch,
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

/** The first sitemap with something new: those in robots.txt, then those at the usual places. */
async function newsSitemap({ context, signal }: FeedSearch, pageUrl: string): Promise<FoundFeed | undefined> {
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
  { context: { http, sites }, signal }: FeedSearch,
  pageUrl: string,
): Promise<readonly FoundFeed[]> {
  if (sites.rssBridge === undefined) return []
  const question = rssBridgeQueryUrl(pageUrl, sites.rssBridge)
  const answer = await http.get(question, { signal, accept: 'application/json', maxBytes: answerBytes })
  const feeds = answer.kind === 'ok' ? rssBridgeFeeds(new TextDecoder().decode(answer.body), sites.rssBridge) : []
  return feeds.map(({ url, title }) => ({ url, title, isBridged: true }))
}

/** The site can't or won't answer now: no more requests are sent. */
function isTired({ kind }: FetchResult): boolean {
  return ['timeout', 'network-error', 'proxy-error', 'busy', 'refused-address'].includes(kind)
}

/** At least one feed, or why there is none. `url` is where they were found; `isOffer`: none of them is exactly what was requested. */
export type FeedsFound =
  | {
      readonly kind: 'found'
      readonly url: string
      readonly feeds: readonly FoundFeed[]
      readonly isOffer?: true
    }
  | Extract<AddResult, { readonly kind: 'refused' }>

/** Bytes of a page searched for feed links. */
const mostPageBytes = 2 * 2 ** 20

type Answer = Extract<FetchResult, { readonly kind: 'ok' }>

/**
 * Finds the feeds of a URL, the most certain first: the URL itself; the owner's rule for the page; the page's links and what is known
 * about its site; feeds at the usual places; then substitutes: news sitemaps and the owner's bridges.
 */
export async function findFeeds(context: OperationContext, text: string): Promise<FeedsFound> {
  const { http, sites } = context
  if (/^rsshub:/i.test(text.trim()) && sites.rssHub === undefined)
    return refused('no-rsshub', 'This is an RSSHub URL. Set TWOSOURCE_RSSHUB to the URL of your RSSHub.')
  const address = completeAddress(text, sites.rssHub)
  if (address === undefined)
    return refused('no-address', `“${text}” is not a web address. Give one such as https://example.org/feed.xml`)
  const tooOften = refuseTurn(context, 'fetch')
  if (tooOften) return tooOften
  const podcast = await podcastFeed(http, address)
  const fetched = await http.get(podcast ?? address)
  if (fetched.kind === 'not-modified') return refused('unknown', 'The server’s answer can’t be read. Try again later.')
  if (fetched.kind !== 'ok')
    return knownWithoutPage(context, address) ?? refused(fetched.kind, explainFailure(fetched, false))
  const from = { contentType: fetched.contentType, url: fetched.url }
  const parsed = (await sites.readFeed(fetched.body, from)) ?? parseFeed(fetched.body, from)
  if (parsed.kind === 'trouble') return refused(parsed.reason, parsed.message)
  if (parsed.kind === 'feed')
    return found(fetched.url, [{ url: fetched.movedTo ?? podcast ?? address, title: parsed.feed.title }])
  if (parsed.what === 'html') return ofPage(context, fetched)
  const sitemap = await sitemapAt(context, fetched)
  if (sitemap) return sitemap
  return /html/i.test(fetched.contentType) ? ofPage(context, fetched) : refused('not-a-feed', parsed.message)
}

async function ofPage(context: OperationContext, page: Answer): Promise<FeedsFound> {
  const html = decode(page.body.subarray(0, mostPageBytes), page.contentType).text
  const rule = (await context.sites.rules.ruleFor(page.url)).page
  const known = discoverFeeds(html, page.url)
  if (rule !== undefined) return found(page.url, [{ url: page.url, title: titleIn(html), intake: 'page' }])
  const named = known.filter(({ isGuess }) => !isGuess)
  const bridged = hubFeeds(context, page.url)
  if (named.length > 0) return found(page.url, [...named.map(({ url, title }) => ({ url, title })), ...bridged])
  const guesses = known.filter(({ isGuess }) => isGuess).map(({ url }) => url)
  const beyond = await findBeyondPage(context, page.url, guesses)
  if (beyond.feed) return found(page.url, [beyond.feed])
  const offers = [...beyond.offers, ...bridged]
  if (offers.length > 0) return { ...found(page.url, offers), isOffer: true }
  const message = `${page.url} has no feed. Look on the site for “RSS” or “Feed” and use that link, or create a feed from the page.`
  return { ...refused('no-feed', message), pageUrl: page.url }
}

/** When a site refuses its page, its feeds may still be known from the URL. */
function knownWithoutPage(context: OperationContext, address: string): FeedsFound | undefined {
  const known = [...siteFeeds('', new URL(address)), ...hubFeeds(context, address)]
  return known.length > 0 ? found(address, known) : undefined
}

function hubFeeds({ sites: { rssHub } }: OperationContext, address: string): readonly FoundFeed[] {
  if (rssHub === undefined) return []
  return rssHubFeeds(new URL(address), rssHub).map(({ url, title }) => ({ url, title, isBridged: true }))
}

async function sitemapAt({ http, now, sites }: OperationContext, fetched: Answer): Promise<FeedsFound | undefined> {
  const means = { http, now: now(), maxBytes: sites.feedBytes, readLong: sites.readSitemap }
  const gathered = await gatherSitemap(means, fetched)
  if (gathered.kind === 'trouble') return refused(gathered.reason, gathered.message)
  return gathered.kind === 'sitemap'
    ? found(fetched.url, [{ url: fetched.movedTo ?? fetched.url, title: gathered.feed.title, intake: 'sitemap' }])
    : undefined
}

function titleIn(html: string): string {
  return /<title[^>]*>([^<]{1,300})/i.exec(html.slice(0, 100_000))?.[1]?.trim() ?? ''
}

function found(url: string, feeds: readonly FoundFeed[]) {
  return { kind: 'found', url, feeds } as const
}

function refused(reason: string, message: string) {
  return { kind: 'refused', reason, message } as const
}

const lookupBytes = 200_000

/** The feed of a page in Apple's podcast directory, which has no feed link but an API that returns the URL. */
export async function podcastFeed(http: Http, address: string): Promise<string | undefined> {
  const page = new URL(address)
  const isThere = page.hostname === 'podcasts.apple.com' || page.hostname === 'itunes.apple.com'
  const id = isThere ? /\/id(\d{1,20})(?:\/|$)/.exec(page.pathname)?.[1] : undefined
  if (id === undefined) return undefined
  const question = `https://itunes.apple.com/lookup?id=${id}&entity=podcast`
  const answer = await http.get(question, { accept: 'application/json', maxBytes: lookupBytes })
  return answer.kind === 'ok' ? feedInAnswer(new TextDecoder().decode(answer.body)) : undefined
}

/** The feed URL in the API's answer. */
function feedInAnswer(json: string): string | undefined {
  let read: unknown
  try {
    read = JSON.parse(json)
  } catch {
    return undefined
  }
  const { results } = (read ?? {}) as { readonly results?: unknown }
  const feed = Array.isArray(results) ? (results[0] as { readonly feedUrl?: unknown } | undefined)?.feedUrl : undefined
  const url = typeof feed === 'string' ? URL.parse(feed) : null
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : undefined
}
