import { ownerOfHost } from '../names/outlet-families.ts'

/** Subdomains on which outlets serve the feeds of their pages. */
const SERVING = /^(?:www|feeds?|rss)\./

/** Domains on which anybody can have a site: the owner of `rss.blogspot.com` doesn't speak for all of them. */
const SHARED = new Set(
  `blogspot.com wordpress.com tumblr.com substack.com medium.com ghost.io livejournal.com typepad.com weebly.com wixsite.com
  squarespace.com github.io gitlab.io codeberg.page netlify.app vercel.app pages.dev workers.dev web.app firebaseapp.com
  herokuapp.com fly.dev onrender.com neocities.org hatenablog.com over-blog.com blogger.com micro.blog bearblog.dev
  write.as azurewebsites.net cloudfront.net amazonaws.com`.split(/\s+/),
)

/** `co.uk`, `com.au`: names are registered below these. */
const REGISTRY = /^(?:co|com|org|net|gov|gob|gouv|ac|edu|or|ne|go|gr|ltd|plc|me|sch|nhs|nom|asn|id|mil|info)\.[a-z]{2}$/

/**
 * Whether a feed is on the host of a page, or on a host above it: then its author also runs the page. The feed's own claims
 * don't count, since any feed can claim anything.
 */
export function feedOwnsPage(feedUrl: string, pageUrl: string): boolean {
  const feed = hostOf(feedUrl)
  const page = hostOf(pageUrl)
  if (feed === '' || page === '') return false
  return page === feed || page.endsWith(`.${feed}`)
}

/** Whether a feed may claim a site: it's on the site's host, or on another host of the same owner (`feeds.bbci.co.uk`). */
export function feedOwnsSite(feedUrl: string, siteUrl: string): boolean {
  if (feedOwnsPage(feedUrl, siteUrl)) return true
  const owner = ownerOfHost(URL.parse(feedUrl)?.hostname ?? '')
  return owner !== undefined && owner === ownerOfHost(URL.parse(siteUrl)?.hostname ?? '')
}

/** The host of a URL as shown beside a name: without `www.`, with its port. Empty if it isn't a web URL. */
export function shownHost(url: string): string {
  const parsed = URL.parse(url)
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed.host.replace(/^www\./, '') : ''
}

function hostOf(url: string): string {
  const host = shownHost(url)
  const bare = host.replace(SERVING, '')
  return bare.includes('.') && !SHARED.has(bare) && !REGISTRY.test(bare) ? bare : host
}
