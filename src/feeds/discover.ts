import { htmlTags } from './html-tags.ts'
import { plainText } from './plain-text.ts'
import { oneLine } from './reading/feed-elements.ts'
import { resolveUrl } from './resolve-url.ts'
import { siteFeeds } from './site-feeds.ts'

/** A feed that a page declares or, when `isGuess`, a URL where sites of its kind usually have one. */
export type DiscoveredFeed = { readonly url: string; readonly title: string; readonly isGuess?: true }

const FEED_TYPE = /^(?:application|text)\/(?:(?:rss|atom|rdf|feed)\+?(?:xml|json)|json|xml|x?-?rss\+xml)\b/i

/** The end of a URL that is almost certainly a feed. */
const FEED_PATH = /(?:\.(?:rss|atom|rdf)|\/(?:rss|atom|feed|index)\.xml|\/feed\.json)$/i

/** Where publishing systems put feeds: WordPress and Ghost, Jekyll, Hugo, Blogger and others. */
const COMMON_PATHS = [
  '/feed/',
  '/rss/',
  '/rss.xml',
  '/feed.xml',
  '/atom.xml',
  '/index.xml',
  '/feed.json',
  '/feeds/posts/default',
]

const MAX_TITLE = 200
/** Each tag needs a URL parsed, and a page can contain a million. */
const MAX_TAGS = 10_000

/**
 * Finds the feeds of a page: first by the page's own URL on known sites (YouTube, Reddit, Mastodon, GitHub…), then those declared with
 * `link rel=alternate` (RSS Autodiscovery), then plain links that are almost certainly feeds, and last, marked as guesses, the usual paths.
 * Comment feeds come after the others. Fetches nothing. Each URL appears once.
 */
export function discoverFeeds(html: string, pageUrl: string): DiscoveredFeed[] {
  const page = URL.parse(pageUrl)
  if (!page) return []
  const declared: DiscoveredFeed[] = []
  const linked: DiscoveredFeed[] = []
  let base = page.href
  let count = 0
  for (const { name, attributes, end } of htmlTags(html, new Set(['base', 'link', 'a', 'area']))) {
    const href = attributes.href?.trim()
    if (!href) continue
    if (++count > MAX_TAGS) break
    const url = webUrl(resolveUrl(href, base))
    if (url === undefined) continue
    if (name === 'base') base = url
    else if (name === 'link' && isFeedLink(attributes)) declared.push({ url, title: titleOf(attributes.title, page) })
    else if (name !== 'link' && FEED_PATH.test(URL.parse(url)!.pathname))
      linked.push({ url, title: titleOf(attributes.title || textAfter(html, end), page) })
  }
  const isComments = (feed: DiscoveredFeed) => /comments/i.test(feed.url) || /comment/i.test(feed.title)
  const guesses = COMMON_PATHS.map(
    (path): DiscoveredFeed => ({ url: new URL(path, page.origin).href, title: page.host, isGuess: true }),
  )
  const found = [
    ...siteFeeds(html, page),
    ...declared.filter((feed) => !isComments(feed)),
    ...declared.filter(isComments),
    ...linked,
    ...guesses,
  ]
  const unique = new Map<string, DiscoveredFeed>()
  for (const feed of found) if (!unique.has(feed.url)) unique.set(feed.url, feed)
  return [...unique.values()]
}

/**
 * Whether a page declares this feed as its own (`link rel=alternate` in its head). Readers may write in the body, so links there prove
 * nothing.
 */
export function declaresFeed(html: string, pageUrl: string, feedUrl: string): boolean {
  const head = html.slice(0, 500_000).split(/<body[\s>]/i, 1)[0] ?? ''
  const wanted = sameFeed(feedUrl)
  let base = pageUrl
  for (const { name, attributes } of htmlTags(head, new Set(['base', 'link']))) {
    const url = attributes.href === undefined ? undefined : webUrl(resolveUrl(attributes.href.trim(), base))
    if (url === undefined) continue
    if (name === 'base') base = url
    else if (isFeedLink(attributes) && sameFeed(url) === wanted) return true
  }
  return false
}

/** The URL without scheme, `www.` and final slash, which do not distinguish feeds. */
function sameFeed(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '')
}

function isFeedLink(attributes: Readonly<Record<string, string>>): boolean {
  const relations = (attributes.rel ?? '').toLowerCase().split(/\s+/)
  const isFeedType = FEED_TYPE.test((attributes.type ?? '').trim())
  return (
    (relations.includes('alternate') && isFeedType && attributes.hreflang === undefined) || relations.includes('feed')
  )
}

function webUrl(url: string): string | undefined {
  const parsed = URL.parse(url.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:\/\//i, 'https://'))
  return parsed && (parsed.protocol === 'http:' || parsed.protocol === 'https:') ? parsed.href : undefined
}

function titleOf(title: string | undefined, page: URL): string {
  return oneLine(title ?? '').slice(0, MAX_TITLE) || page.host
}

/** The text of a link, up to its end tag. */
function textAfter(html: string, from: number): string {
  const piece = html.slice(from, from + 500)
  const end = piece.search(/<\/a/i)
  return plainText(end < 0 ? '' : piece.slice(0, end))
}
