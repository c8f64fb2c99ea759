import { annotate } from '../../../src/analyze/annotate.ts'
import { readQuestion } from '../../../src/ask/read-question.ts'
import { plainComment } from '../../../src/core/comment.ts'
import { mayFetch, readRobots } from '../../../src/core/feed/robots.ts'
import { asId } from '../../../src/core/ids.ts'
import { parseComment } from '../../../src/discuss/parse-comment.ts'
import { extract } from '../../../src/extract/extract.ts'
import { sanitizeHtml } from '../../../src/extract/markup/sanitize.ts'
import { discoverFeeds } from '../../../src/feeds/discover.ts'
import { readNewsletter } from '../../../src/feeds/newsletters/read-newsletter.ts'
import { parseOpml } from '../../../src/feeds/opml/opml.ts'
import { readSitemap } from '../../../src/feeds/read-sitemap.ts'
import { parseFeed } from '../../../src/feeds/reading/parse-feed.ts'
import { readTranscript } from '../../../src/feeds/reading/read-transcript.ts'
import { readPath } from '../../../src/greader/read-path.ts'
import { hubLinks } from '../../../src/http/fetch-result.ts'
import { parseSearch } from '../../../src/operations/search/search-language.ts'
import { readImport } from '../../../src/pipeline/imports/read-import.ts'
import { parseSearchQuery } from '../../../src/store/search/search-query.ts'
import { safePath } from '../../../src/web/safe-path.ts'

/** Where text from outside comes in, and the most characters of one field that come in there. */
export type Entrance = { readonly name: string; readonly most: number; take(text: string): unknown }

const url = 'https://e.example/a'
const sentence = '<p>The ferry runs again on Monday, the harbor master said, after two weeks in the yard.</p>'.repeat(6)
const bytes = (text: string) => new TextEncoder().encode(text)
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const page = (head: string, body: string) =>
  `<!doctype html><html><head>${head}</head><body><article>${body}</article></body></html>`
const item = (fields: string) =>
  bytes(`<rss version="2.0"><channel><title>T</title><item>${fields}</item></channel></rss>`)

/** Most characters of a field of a feed or a page that are tried; no sentence or line comes near. */
const FIELD = 100_000

export const entrances: readonly Entrance[] = [
  {
    name: 'feed: title, author, date',
    most: FIELD,
    take: (text) =>
      parseFeed(
        item(`<title>${escaped(text)}</title><author>${escaped(text)}</author><pubDate>${escaped(text)}</pubDate>`),
        { url },
      ),
  },
  {
    name: 'feed: markup',
    most: FIELD,
    take: (text) => parseFeed(item(`<description>${escaped(text)}</description>`), { url }),
  },
  {
    name: 'feed: not well formed',
    most: FIELD,
    take: (text) => parseFeed(bytes(`<rss><channel><item>${text}`), { url }),
  },
  { name: 'markup to be made safe', most: FIELD, take: (text) => sanitizeHtml(text, url) },
  {
    name: 'page: a paragraph',
    most: FIELD,
    take: (text) => extract({ html: page('', `${sentence}<p>${escaped(text)}</p>${sentence}`), url }),
  },
  {
    name: 'page: preformatted',
    most: FIELD,
    take: (text) => extract({ html: page('', `${sentence}<pre>${escaped(text)}</pre>${sentence}`), url }),
  },
  {
    name: 'page: markup',
    most: FIELD,
    take: (text) => extract({ html: page('', `${sentence}${text}${sentence}`), url }),
  },
  {
    name: 'page: title, byline, dates',
    most: FIELD,
    take: (text) =>
      extract({
        html: page(
          `<title>${escaped(text)}</title><meta name="author" content="${escaped(text)}"><meta property="article:published_time" content="${escaped(text)}">`,
          `<h1>${escaped(text)}</h1><p class="byline">${escaped(text)}</p><time>${escaped(text)}</time>${sentence}`,
        ),
        url,
      }),
  },
  {
    name: 'page: caption, credit',
    most: FIELD,
    take: (text) =>
      extract({
        html: page(
          '',
          `<figure><img src="/a.jpg" alt="${escaped(text)}"><figcaption>${escaped(text)}<span class="credit">${escaped(text)}</span></figcaption></figure>${sentence}`,
        ),
        url,
      }),
  },
  ...['en', 'fr', 'de', 'es', 'ar'].map((language) => ({
    name: `text: all that is found in it (${language})`,
    most: 20_000,
    take: (text: string) => annotated(text, language),
  })),
  {
    name: 'words of a recording',
    most: FIELD,
    take: (text) => [readTranscript(`a\n${text}`), readTranscript(`WEBVTT\n\n00:01.000 --> 00:02.000\n${text}`)],
  },
  {
    name: 'list of pages',
    most: FIELD,
    take: (text) => readSitemap(bytes(`<urlset>${text}`), 'text/xml', '2026-01-01'),
  },
  {
    name: 'what a site asks of programs',
    most: FIELD,
    take: (text) => mayFetch(readRobots(`User-agent: *\nDisallow: ${text}`, 'twosource'), url),
  },
  {
    name: 'page a feed is looked for in',
    most: FIELD,
    take: (text) =>
      discoverFeeds(
        `<a href="/x.rss">${text}</a><link rel="alternate" type="application/rss+xml" title="${text}" href="/y">`,
        url,
      ),
  },
  {
    name: 'list of subscriptions',
    most: FIELD,
    take: (text) =>
      parseOpml(`<opml><body><outline text="${escaped(text)}" xmlUrl="https://e.example/f"/>${text}</body></opml>`),
  },
  {
    name: 'file of links or articles',
    most: FIELD,
    take: (text) => [
      readImport(bytes(`title,url\n${text}`), 'a'),
      readImport(bytes(`<!DOCTYPE NETSCAPE-Bookmark-file-1><DL>${text}`), 'a'),
      readImport(bytes(text), 'a'),
    ],
  },
  {
    name: 'letter',
    most: FIELD,
    take: (text) =>
      readNewsletter(
        bytes(
          `Subject: ${text.slice(0, 20_000).replaceAll('\n', ' ')}\r\nList-Unsubscribe: ${text.slice(0, 20_000).replaceAll('\n', ' ')}\r\n\r\n${text}`,
        ),
        '2026-03-10T09:00:00.000Z',
      ),
  },
  { name: 'comment', most: 10_000, take: (text) => parseComment(plainComment(text)) },
  {
    name: 'search or question',
    most: 500,
    take: (text) => [parseSearchQuery(parseSearch(text).text), readQuestion(text)],
  },
  {
    name: 'path, Link field',
    most: 16_000,
    take: (text) => [safePath(`/${text}`), readPath(`/${text}`), hubLinks(`rel=hub ${text}`, new URL(url))],
  },
]

function annotated(text: string, language: string): unknown {
  const blocks = [{ start: 0, end: text.length, kind: 'paragraph' as const }]
  return annotate({
    id: asId('d'),
    articleId: asId('a'),
    title: 'T',
    text,
    blocks,
    language,
    publishedAt: '2026-03-10T09:00:00.000Z',
  })
}
