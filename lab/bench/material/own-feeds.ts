/** Feeds in our own words for timing parsers: the forms and proportions of real ones, none of their text. */

const WORDS =
  'the river rose again this morning and council members met to hear how much of lower town must be kept dry while work on new gates goes on'.split(
    ' ',
  )

/** About `length` characters of prose, another for each seed. */
function prose(seed: number, length: number): string {
  let text = ''
  for (let at = seed; text.length < length; at += 1 + (at % 3)) text += `${WORDS[at % WORDS.length]} `
  return text.trimEnd()
}

/** An article as weblogs write it: paragraphs, links, a picture, some emphasis. */
function html(seed: number, paragraphs: number): string {
  return Array.from({ length: paragraphs }, (_, index) => {
    const words = prose(seed * 7 + index, 380)
    const link = `<a href="https://paper.example/topic/${seed % 9}?from=a&amp;at=${index}">${prose(seed + index, 20)}</a>`
    return `<p>${words.slice(0, 200)} ${link} <em>${words.slice(200, 230)}</em> ${words.slice(230)} &#8211; &nbsp;</p>`
  }).join('\n')
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const stamp = (index: number) => new Date(Date.UTC(2026, 0, 1) + index * 3_600_000)

/** RSS 2.0 as weblogs send it; `paragraphs` of full text in each item, in CDATA, and an escaped description. */
export function rssFeed(items: number, paragraphs: number): string {
  const item = (index: number) =>
    `<item>
<title>${prose(index, 60)} &#8217;${index}</title>
<link>https://paper.example/2026/${index}/?a=1&amp;b=2</link>
<comments>https://paper.example/2026/${index}/#comments</comments>
<dc:creator><![CDATA[A. Writer ${index % 7}]]></dc:creator>
<pubDate>${stamp(index).toUTCString()}</pubDate>
<category><![CDATA[Town]]></category>
<category><![CDATA[Water]]></category>
<guid isPermaLink="false">https://paper.example/?p=${index}</guid>
<description>${escaped(`<p>${prose(index, 250)} <a href="https://paper.example/${index}">more</a></p>`)}</description>
<content:encoded><![CDATA[${html(index, paragraphs)}]]></content:encoded>
<enclosure url="https://paper.example/${index}.jpg" length="12345" type="image/jpeg"/>
</item>
`
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>Paper</title><link>https://paper.example/</link><description>News of a town</description><language>en</language>
<atom:link href="https://paper.example/feed" rel="self" type="application/rss+xml"/>
${Array.from({ length: items }, (_, index) => item(index)).join('')}</channel>
</rss>
`
}

/** Atom 1.0 with escaped HTML of `paragraphs` in each entry. */
export function atomFeed(entries: number, paragraphs: number): string {
  const entry = (index: number) =>
    `<entry>
<id>tag:paper.example,2026:${index}</id>
<title type="html">${prose(index, 60)} &amp;amp; ${index}</title>
<link rel="alternate" type="text/html" href="https://paper.example/${index}"/>
<published>${stamp(index).toISOString()}</published><updated>${stamp(index).toISOString()}</updated>
<author><name>A. Writer ${index % 7}</name></author>
<category term="town" label="Town"/>
<summary type="text">${prose(index, 160)}</summary>
<content type="html">${escaped(html(index, paragraphs))}</content>
</entry>
`
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>Paper</title><id>tag:paper.example,2026:feed</id><updated>${stamp(0).toISOString()}</updated>
<link href="https://paper.example/"/><link rel="self" href="https://paper.example/atom"/>
${Array.from({ length: entries }, (_, index) => entry(index)).join('')}</feed>
`
}
