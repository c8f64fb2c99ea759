import type { PublishedEntry, PublishedFeed } from '../core/feed/published-feed.ts'
import { xml } from './xml-text.ts'

/** A feed in Atom (RFC 4287). */
export function atomFeed(feed: PublishedFeed): string {
  const hub = feed.hub === undefined ? '' : `<link rel="hub" href="${xml(feed.hub)}"/>\n`
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(feed.language)}">
<id>${xml(feed.id)}</id>
<title>${xml(feed.title)}</title>
<subtitle>${xml(feed.description)}</subtitle>
<updated>${xml(feed.updated)}</updated>
<author><name>Twosource</name></author>
<generator>Twosource</generator>
<link rel="self" type="application/atom+xml" href="${xml(feed.self)}"/>
<link rel="alternate" type="text/html" href="${xml(feed.url)}"/>
${hub}${feed.entries.map(entry).join('')}</feed>
`
}

function entry({ audio, ...told }: PublishedEntry): string {
  const { id, title, url, original, published, updated, author, language, summary, content } = told
  const name = author === undefined ? '' : `<author><name>${xml(author)}</name></author>\n`
  const first = published === undefined ? '' : `<published>${xml(published)}</published>\n`
  const via = original === undefined ? '' : `<link rel="via" type="text/html" href="${xml(original)}"/>\n`
  const enclosure =
    audio === undefined
      ? ''
      : `<link rel="enclosure" type="${xml(audio.contentType)}" length="${audio.bytes}" href="${xml(audio.url)}"/>\n`
  return `<entry${language === undefined ? '' : ` xml:lang="${xml(language)}"`}>
<id>${xml(id)}</id>
<title>${xml(title)}</title>
${first}<updated>${xml(updated)}</updated>
${name}<link rel="alternate" type="text/html" href="${xml(url)}"/>
${via}${enclosure}<summary>${xml(summary)}</summary>
<content type="html" xml:base="${xml(url)}">${xml(content)}</content>
</entry>
`
}
