/** Names under which outlets serve the feeds of their pages. */
const SERVING = /^(?:www|feeds?|rss)\./

/**
 * Whether a feed lies on the host of a page, or on one above it: then whoever writes the feed is whoever runs the page. What a feed
 * says of itself does not count, since any feed can say it.
 */
export function isOwnPage(feedUrl: string, pageUrl: string): boolean {
  const feed = hostOf(feedUrl)
  const page = hostOf(pageUrl)
  return feed !== '' && (page === feed || page.endsWith(`.${feed}`))
}

function hostOf(url: string): string {
  return URL.parse(url)?.host.replace(SERVING, '') ?? ''
}
