/** One entry of a feed of ours. `content` is HTML; times are ISO 8601, addresses absolute. */
export type AtomEntry = {
  readonly id: string
  readonly title: string
  readonly url: string
  readonly updated: string
  readonly author?: string
  readonly content: string
}

/** A feed as RFC 4287 writes it. Ids never change, so that no reader takes an entry for a new one. */
export function atomFeed(feed: {
  readonly id: string
  readonly title: string
  readonly url: string
  readonly self: string
  readonly updated: string
  readonly language: string
  readonly entries: readonly AtomEntry[]
}): string {
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

export const atomType = 'application/atom+xml; charset=utf-8'

function entry({ id, title, url, updated, author, content }: AtomEntry): string {
  return `<entry>
<id>${xml(id)}</id>
<title>${xml(title)}</title>
<updated>${xml(updated)}</updated>
${author === undefined ? '' : `<author><name>${xml(author)}</name></author>\n`}<link rel="alternate" type="text/html" href="${xml(url)}"/>
<content type="html" xml:base="${xml(url)}">${xml(content)}</content>
</entry>
`
}

/** Text for XML 1.0: escaped, without the characters it cannot hold. */
function xml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
