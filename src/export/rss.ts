import type { PublishedEntry, PublishedFeed } from '../core/feed/published-feed.ts'
import { xml } from './xml-text.ts'

/**
 * A feed in RSS 2.0 following the RSS Best Practices Profile; entries with recordings also get what podcast players need. Times
 * of change are in `atom:updated`, since RSS has no element for them.
 */
export function rssFeed(feed: PublishedFeed): string {
  const isPodcast = feed.entries.some(({ audio }) => audio !== undefined)
  const hub = feed.hub === undefined ? '' : `<atom:link rel="hub" href="${xml(feed.hub)}"/>\n`
  const podcast = isPodcast
    ? `<itunes:author>Twosource</itunes:author>
<itunes:summary>${xml(feed.description)}</itunes:summary>
<itunes:category text="News"/>
<itunes:explicit>false</itunes:explicit>
<itunes:block>Yes</itunes:block>
`
    : ''
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"${isPodcast ? ' xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"' : ''}>
<channel>
<title>${xml(feed.title)}</title>
<link>${xml(feed.url)}</link>
<description>${xml(feed.description)}</description>
<language>${xml(feed.language)}</language>
<lastBuildDate>${rssDate(feed.updated)}</lastBuildDate>
<generator>Twosource</generator>
<docs>https://www.rssboard.org/rss-specification</docs>
<atom:link rel="self" type="application/rss+xml" href="${xml(feed.self)}"/>
${hub}${podcast}${feed.entries.map(item).join('')}</channel>
</rss>
`
}

function item({ audio, ...told }: PublishedEntry): string {
  const { id, title, url, original, published, updated, author, language, summary, content } = told
  const name = author === undefined ? '' : `<dc:creator>${xml(author)}</dc:creator>\n`
  const tongue = language === undefined ? '' : `<dc:language>${xml(language)}</dc:language>\n`
  const changed = published === undefined ? '' : `<atom:updated>${xml(updated)}</atom:updated>\n`
  const via = original === undefined ? '' : `<atom:link rel="via" type="text/html" href="${xml(original)}"/>\n`
  const recording =
    audio === undefined
      ? ''
      : `<enclosure url="${xml(audio.url)}" length="${audio.bytes}" type="${xml(audio.contentType)}"/>
<itunes:duration>${Math.round(audio.seconds)}</itunes:duration>
<itunes:explicit>false</itunes:explicit>
`
  return `<item>
<title>${xml(title)}</title>
<link>${xml(url)}</link>
<guid isPermaLink="false">${xml(id)}</guid>
<pubDate>${rssDate(published ?? updated)}</pubDate>
${changed}${name}${tongue}${via}${recording}<description>${xml(xml(summary))}</description>
<content:encoded>${xml(content)}</content:encoded>
</item>
`
}

/** RFC 822 as RSS requires it, with a four-digit year. */
function rssDate(iso: string): string {
  return new Date(iso).toUTCString().replace('GMT', '+0000')
}
