import { defined } from '../../core/defined.ts'
import { bodyOf } from './article-page.ts'
import { type Edition, type EditionArticle, type EditionRevision, revisionAt } from './edition.ts'
import { escaped } from './markup.ts'
import type { Outlet } from './outlets.ts'
import { descriptionOf } from './page-metadata.ts'
import { picturePathOf } from './pictures.ts'
import { recordingOf } from './recordings.ts'

type Step = 0 | 1 | 2

/** One article at one step, as in a feed. */
type Item = {
  readonly article: EditionArticle
  readonly revision: EditionRevision
  readonly url: string
  readonly summary: string
  /** Absent behind a paywall, whose feed has the summary only. */
  readonly html?: string
  readonly imageUrl?: string
}

/** The feed of an outlet at a step, newest first, in the outlet's own format. `base`: URL of the server. */
export function outletFeed(outlet: Outlet, edition: Edition, base: string, step: Step): string {
  const items = edition.articles
    .filter((article) => article.outlet.id === outlet.id)
    .map((article) => toItem(article, base, step))
  switch (outlet.feed.kind) {
    case 'rss with full text':
      return rss(outlet, items, base, true)
    case 'rss with summaries':
      return rss(outlet, items, base, false)
    case 'rdf':
      return rdf(outlet, items, base)
    case 'atom with full text':
      return atom(outlet, items, base, true)
    case 'atom with summaries':
      return atom(outlet, items, base, false)
    case 'json feed':
      return jsonFeed(outlet, items, base)
  }
}

/** The path of an outlet's feed on the server. */
export function feedPathOf(outlet: Outlet): string {
  return `/${outlet.id}/${outlet.feed.path}`
}

function toItem(article: EditionArticle, base: string, step: Step): Item {
  const revision = revisionAt(article, step)
  return {
    article,
    revision,
    url: `${base}${article.path}`,
    summary: descriptionOf(article),
    ...defined({
      html: article.isPaywalled ? undefined : bodyOf(revision),
      imageUrl: article.picture && `${base}${picturePathOf(article.picture.name)}`,
    }),
  }
}

/** The newest change in the feed. */
function changedAt(items: readonly Item[]): string {
  return (
    items
      .map((item) => item.revision.at)
      .toSorted()
      .at(-1) ?? ''
  )
}

function cdata(html: string): string {
  return `<![CDATA[${html.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
}

function rss(outlet: Outlet, items: readonly Item[], base: string, isFull: boolean): string {
  const spaces = [
    'xmlns:atom="http://www.w3.org/2005/Atom"',
    'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:media="http://search.yahoo.com/mrss/"',
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" ${spaces.join(' ')}>
<channel>
<title>${escaped(outlet.name)}</title>
<link>${base}/${outlet.id}/</link>
<description>${escaped(outlet.tagline)}</description>
<language>${outlet.language}</language>
<lastBuildDate>${new Date(changedAt(items)).toUTCString()}</lastBuildDate>
<atom:link href="${base}${feedPathOf(outlet)}" rel="self" type="application/rss+xml"/>
${items.map((item) => rssItem(item, isFull)).join('\n')}
</channel>
</rss>
`
}

function rssItem({ article, revision, url, summary, html, imageUrl }: Item, isFull: boolean): string {
  return `<item>
<title>${escaped(revision.title)}</title>
<link>${url}</link>
<guid isPermaLink="false">${article.id}</guid>
<pubDate>${new Date(article.publishedAt).toUTCString()}</pubDate>
${revision.step === 0 ? '' : `<atom:updated>${revision.at}</atom:updated>`}
<dc:creator>${escaped(article.byline)}</dc:creator>
<category>${escaped(article.section)}</category>
<description>${escaped(summary)}</description>
${isFull && html ? `<content:encoded>${cdata(html)}</content:encoded>` : ''}
${imageUrl ? `<media:content url="${imageUrl}" medium="image" type="image/webp"/>` : ''}
</item>`
}

function rdf(outlet: Outlet, items: readonly Item[], base: string): string {
  const spaces = [
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"',
    'xmlns="http://purl.org/rss/1.0/"',
    'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:dcterms="http://purl.org/dc/terms/"',
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF ${spaces.join(' ')}>
<channel rdf:about="${base}${feedPathOf(outlet)}">
<title>${escaped(outlet.name)}</title>
<link>${base}/${outlet.id}/</link>
<description>${escaped(outlet.tagline)}</description>
<dc:language>${outlet.language}</dc:language>
<dc:date>${changedAt(items)}</dc:date>
<items><rdf:Seq>${items.map((item) => `<rdf:li rdf:resource="${item.url}"/>`).join('')}</rdf:Seq></items>
</channel>
${items.map(rdfItem).join('\n')}
</rdf:RDF>
`
}

function rdfItem({ article, revision, url, summary, html }: Item): string {
  return `<item rdf:about="${url}">
<title>${escaped(revision.title)}</title>
<link>${url}</link>
<dc:creator>${escaped(article.byline)}</dc:creator>
<dc:date>${article.publishedAt}</dc:date>
<dcterms:modified>${revision.at}</dcterms:modified>
<description>${escaped(summary)}</description>
<content:encoded>${cdata(html ?? '')}</content:encoded>
</item>`
}

function atom(outlet: Outlet, items: readonly Item[], base: string, isFull: boolean): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xmlns:podcast="https://podcastindex.org/namespace/1.0" xml:lang="${outlet.language}">
<id>${base}/${outlet.id}/</id>
<title>${escaped(outlet.name)}</title>
<subtitle>${escaped(outlet.tagline)}</subtitle>
<link rel="self" href="${base}${feedPathOf(outlet)}"/>
<link rel="alternate" type="text/html" href="${base}/${outlet.id}/"/>
<updated>${changedAt(items)}</updated>
${items.map((item) => atomEntry(item, isFull, base)).join('\n')}
</feed>
`
}

function atomEntry({ article, revision, url, summary, html, imageUrl }: Item, isFull: boolean, base: string): string {
  const recording = recordingOf(article)
  return `<entry>
<id>tag:demo.invalid:${article.id}</id>
<title type="html">${escaped(escaped(revision.title))}</title>
<link rel="alternate" type="text/html" href="${url}"/>
<published>${article.publishedAt}</published>
<updated>${revision.at}</updated>
<author><name>${escaped(article.byline)}</name></author>
<category term="${escaped(article.section)}"/>
<summary>${escaped(summary)}</summary>
${isFull && html ? `<content type="html">${escaped(html)}</content>` : ''}
${imageUrl ? `<media:thumbnail url="${imageUrl}"/>` : ''}${
  recording
    ? `<link rel="enclosure" type="${recording.fileType}" href="${base}${recording.file}"/><podcast:transcript url="${base}${recording.transcript}" type="${recording.transcriptType}"/>`
    : ''
}
</entry>`
}

function jsonFeed(outlet: Outlet, items: readonly Item[], base: string): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: outlet.name,
    home_page_url: `${base}/${outlet.id}/`,
    feed_url: `${base}${feedPathOf(outlet)}`,
    description: outlet.tagline,
    language: outlet.language,
    items: items.map(({ article, revision, url, summary, html, imageUrl }) => ({
      id: article.id,
      url,
      title: revision.title,
      summary,
      content_html: html ?? '',
      date_published: article.publishedAt,
      date_modified: revision.at,
      authors: [{ name: article.byline }],
      tags: [article.section],
      ...defined({ image: imageUrl || undefined }),
    })),
  }
  return `${JSON.stringify(feed, null, 1)}\n`
}
