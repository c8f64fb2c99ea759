import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { feedOfSitemap, newestParts, readSitemap, sitemapsInRobots } from './read-sitemap.ts'

const since = '2026-03-01T00:00:00.000Z'
const read = (xml: string, from = since) => readSitemap(new TextEncoder().encode(xml), 'application/xml', from)
const pagesOf = (xml: string, from = since) => {
  const sitemap = read(xml, from)
  assert.ok(sitemap?.kind === 'pages', JSON.stringify(sitemap))
  return sitemap
}
const news = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>https://paper.example/a?x=1&amp;y=2</loc><lastmod>2026-03-03</lastmod>
<image:image><image:loc>https://paper.example/p.jpg</image:loc><image:title>Not the title</image:title></image:image>
<news:news><news:publication><news:name>The Varn Paper</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2026-03-02T08:30:00+01:00</news:publication_date><news:title>Trams &amp; ships: a &quot;new&quot; day</news:title>
<news:keywords>trams, harbor, </news:keywords></news:news></url>
<url><loc>https://paper.example/b</loc><n:news xmlns:n="x"><n:publication_date>2026-03-04</n:publication_date><n:title><![CDATA[Bread & <b>butter</b>]]></n:title></n:news></url>
<url><loc>https://paper.example/old</loc><news:news><news:publication_date>2026-02-01</news:publication_date><news:title>Old</news:title></news:news></url>
</urlset>`

describe('a news sitemap', () => {
  test('has entries with title, time, language, picture and keywords, the newest first', () => {
    const { entries, publication } = pagesOf(news)
    assert.equal(publication, 'The Varn Paper')
    assert.deepEqual(entries, [
      {
        key: 'https://paper.example/b',
        url: 'https://paper.example/b',
        title: 'Bread & butter',
        publishedAt: '2026-03-04T00:00:00.000Z',
        authors: [],
        categories: [],
        enclosures: [],
      },
      {
        key: 'https://paper.example/a?x=1&y=2',
        url: 'https://paper.example/a?x=1&y=2',
        title: 'Trams & ships: a "new" day',
        publishedAt: '2026-03-02T07:30:00.000Z',
        authors: [],
        categories: ['trams', 'harbor'],
        enclosures: [],
        language: 'en',
        imageUrl: 'https://paper.example/p.jpg',
      },
    ])
  })

  test('is a feed under the name of its publication', () => {
    const feed = feedOfSitemap(pagesOf(news), 'https://www.paper.example/sitemap_news.xml')
    assert.deepEqual(
      [feed.format, feed.title, feed.siteUrl, feed.language],
      ['sitemap', 'The Varn Paper', 'https://www.paper.example/', 'en'],
    )
    assert.equal(
      feedOfSitemap({ kind: 'pages', entries: [] }, 'https://www.paper.example/s.xml').title,
      'paper.example',
    )
  })
})

describe('a plain sitemap', () => {
  test('has entries without a title for what changed lately; what has no date is left out', () => {
    const { entries } = pagesOf(
      '<urlset><url><loc>https://p.example/a</loc><lastmod>2026-03-02T10:00:00Z</lastmod></url><url><loc>https://p.example/b</loc></url><url><loc>https://p.example/</loc><lastmod>2026-03-02</lastmod></url><url><loc>ftp://p.example/c</loc><lastmod>2026-03-02</lastmod></url></urlset>',
    )
    assert.deepEqual(
      entries.map(({ url, title }) => [url, title]),
      [['https://p.example/a', '']],
    )
  })

  test('of any size is read up to fifty thousand addresses, and gives the newest thousand', () => {
    const urls = Array.from(
      { length: 60_000 },
      (_, at) => `<url><loc>https://p.example/${at}</loc><lastmod>2026-03-02T10:00:00Z</lastmod></url>`,
    )
    assert.equal(pagesOf(`<urlset>${urls.join('')}</urlset>`).entries.length, 1_000)
  })

  test('cut short keeps what is whole', () => {
    for (let at = 400; at < news.length; at += 7) assert.ok(pagesOf(news.slice(0, at)).entries.length <= 2)
    assert.equal(pagesOf(news.slice(0, news.indexOf('<url><loc>https://paper.example/old'))).entries.length, 2)
  })
})

test('an index names its parts; those for news come first, then those changed last', () => {
  const index = read(
    '<sitemapindex><sitemap><loc>https://p.example/pages.xml</loc><lastmod>2026-03-05</lastmod></sitemap><sitemap><loc>https://p.example/2026-02.xml</loc></sitemap><sitemap><loc>https://p.example/2026-03.xml</loc></sitemap><sitemap><loc>https://p.example/news-1.xml</loc><lastmod>2026-01-05</lastmod></sitemap></sitemapindex>',
  )
  assert.ok(index?.kind === 'index')
  assert.deepEqual(
    newestParts(index.parts, 3).map(({ url }) => url),
    ['https://p.example/news-1.xml', 'https://p.example/pages.xml', 'https://p.example/2026-03.xml'],
  )
})

test('what is no sitemap is none, and hostile ones end', () => {
  for (const text of ['', '<rss><channel/></rss>', '<html><body>urlset</body></html>', '{}'])
    assert.equal(read(text), undefined)
  for (const text of [
    '<url>'.repeat(200_000),
    '<url '.repeat(200_000),
    `<url>${'<news>'.repeat(100_000)}`,
    '<url><loc>'.repeat(100_000),
  ])
    assert.deepEqual(pagesOf(`<urlset>${text}`).entries, [])
})

test('robots.txt names sitemaps, those for news first', () => {
  const robots =
    'User-agent: *\nDisallow: /x\nSitemap: https://p.example/sitemap.xml\nsitemap:/news/latest.xml\nSitemap: javascript:x\n'
  assert.deepEqual(sitemapsInRobots(robots, 'https://p.example/robots.txt'), [
    'https://p.example/news/latest.xml',
    'https://p.example/sitemap.xml',
  ])
})
