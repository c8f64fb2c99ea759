import type { FeedFormat, PublishedFeed } from '../core/feed/published-feed.ts'
import { atomFeed } from './atom.ts'
import { jsonFeed } from './json-feed.ts'
import { rssFeed } from './rss.ts'

/** Writes a feed in one of its formats (RFC 4287, RSS 2.0, JSON Feed 1.1), with the media type. */
export function writeFeed(
  format: FeedFormat,
  feed: PublishedFeed,
): { readonly body: string; readonly contentType: string } {
  switch (format) {
    case 'rss':
      return { body: rssFeed(feed), contentType: 'application/rss+xml; charset=utf-8' }
    case 'atom':
      return { body: atomFeed(feed), contentType: 'application/atom+xml; charset=utf-8' }
    case 'json':
      return { body: jsonFeed(feed), contentType: 'application/feed+json; charset=utf-8' }
  }
}
