import type { OwnFeed, OwnFeedEntry } from '../core/own-feed.ts'
import { xml } from './xml-text.ts'

/** A feed as RFC 4287 writes it. */
export function atomFeed(feed: OwnFeed): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(feed.language)}">
<id>${xml(feed.id)}</id>
<title>${xml(feed.title)}</title>
<updated>${xml(feed.updated)}</updated>
<author><name>Twosource</name></author>
<link rel="self" type="application/atom+xml" href="${xml(feed.self)}"/>
<link rel="alternate" type="text/html" href="${xml(feed.url)}"/>
${feed.entries.map(entry).join('')}</feed>
`
}

function entry({ id, title, url, updated, author, content, audio }: OwnFeedEntry): string {
  const name = author === undefined ? '' : `<author><name>${xml(author)}</name></author>\n`
  const enclosure =
    audio === undefined
      ? ''
      : `<link rel="enclosure" type="${xml(audio.contentType)}" length="${audio.bytes}" href="${xml(audio.url)}"/>\n`
  return `<entry>
<id>${xml(id)}</id>
<title>${xml(title)}</title>
<updated>${xml(updated)}</updated>
${name}<link rel="alternate" type="text/html" href="${xml(url)}"/>
${enclosure}<content type="html" xml:base="${xml(url)}">${xml(content)}</content>
</entry>
`
}
