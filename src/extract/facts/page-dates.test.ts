import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parsePage } from '../markup/page-tree.ts'
import { readJsonLd } from './json-ld.ts'
import { type PageDates, readDates } from './page-dates.ts'
import { readFacts } from './page-facts.ts'

type More = { url?: string; feedPublishedAt?: string; fetchedAt?: string; nearby?: readonly string[] }

function datesOf(html: string, more: More = {}): PageDates {
  const page = parsePage(html)
  const nodes = readJsonLd(page.jsonLd)
  return readDates({
    node: nodes.find(({ types }) => types.includes('NewsArticle')),
    nodes,
    facts: readFacts(page.root),
    url: more.url ?? 'https://e.example/a',
    lines: { head: more.nearby ?? [], titleAt: -1, foot: [], signing: [] },
    feedPublishedAt: more.feedPublishedAt,
    fetchedAt: more.fetchedAt,
  })
}

const data =
  '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-08-18T07:30:00+01:00","dateModified":"2025-08-18T09:00:00+01:00"}</script>'

test('structured data gives both dates with their zone', () => {
  assert.deepEqual(datesOf(data), {
    publishedAt: '2025-08-18T07:30:00+01:00',
    updatedAt: '2025-08-18T09:00:00+01:00',
  })
})

test('structured data goes before meta tags', () => {
  const html = `${data}<meta property="article:published_time" content="2020-01-01T00:00:00Z">`
  assert.equal(datesOf(html).publishedAt, '2025-08-18T07:30:00+01:00')
})

test('meta tags go before time elements', () => {
  const html =
    '<meta property="article:published_time" content="2025-01-02T03:04:05Z"><time datetime="2024-01-01">x</time>'
  assert.equal(datesOf(html).publishedAt, '2025-01-02T03:04:05Z')
})

test('a time element marked as published is found, one marked as updated is the update', () => {
  const html =
    '<time class="updated" datetime="2025-03-02T10:00Z">x</time><time itemprop="datePublished" datetime="2025-03-01T10:00Z">y</time>'
  assert.deepEqual(datesOf(html), { publishedAt: '2025-03-01T10:00:00Z', updatedAt: '2025-03-02T10:00:00Z' })
})

test('an update that is not later than the publication is no update', () => {
  const html = '<meta name="date" content="2025-03-02"><meta property="article:modified_time" content="2025-03-01">'
  assert.equal(datesOf(html).updatedAt, undefined)
})

test('the address gives the day when nothing else does', () => {
  assert.equal(datesOf('<p>x', { url: 'https://e.example/2025/09/04/a' }).publishedAt, '2025-09-04T12:00:00+00:00')
  assert.equal(datesOf('<p>x', { url: 'https://e.example/news-20250904-a' }).publishedAt, '2025-09-04T12:00:00+00:00')
})

test('a line near the headline gives the date, and one that says updated the update', () => {
  const nearby = ['By Ann Lee', 'Published 4 May 2025, 10:00 GMT', 'Updated 5 May 2025, 11:00 GMT']
  assert.deepEqual(datesOf('<p>x', { nearby }), {
    publishedAt: '2025-05-04T10:00:00Z',
    updatedAt: '2025-05-05T11:00:00Z',
  })
})

test('the date of the feed serves when the page has none', () => {
  assert.equal(datesOf('<p>x', { feedPublishedAt: '2025-05-04T10:00:00Z' }).publishedAt, '2025-05-04T10:00:00Z')
})

test('both dates of a page are read in one zone', () => {
  const html =
    '<meta property="article:published_time" content="2025-08-18 13:00"><meta property="article:modified_time" content="2025-08-18 15:00">'
  assert.deepEqual(datesOf(html, { feedPublishedAt: '2025-08-18T07:30:00Z' }), {
    publishedAt: '2025-08-18T13:00:00+05:30',
    updatedAt: '2025-08-18T15:00:00+05:30',
  })
})

test('a date later than the fetch is refused, and the next taken', () => {
  const html = '<meta property="article:published_time" content="2031-01-01T00:00:00Z">'
  const more = { fetchedAt: '2025-05-05T00:00:00Z', nearby: ['4 May 2025'] }
  assert.equal(datesOf(html, more).publishedAt, '2025-05-04T12:00:00+00:00')
})

test('the dates of other articles are none of its own', () => {
  const teasers =
    '<time class="published" datetime="2024-01-02">2 Jan</time><time class="published" datetime="2023-01-02">2 Jan</time>'
  assert.deepEqual(datesOf(teasers), {})
})

test('a page that tells only when it was updated was published then at the latest', () => {
  assert.deepEqual(datesOf('<p>x', { nearby: ['Updated 5 May 2025'] }), { publishedAt: '2025-05-05T12:00:00+00:00' })
  const fed = { nearby: ['Updated 5 May 2025'], feedPublishedAt: '2025-05-01T10:00:00Z' }
  assert.deepEqual(datesOf('<p>x', fed), {
    publishedAt: '2025-05-01T10:00:00Z',
    updatedAt: '2025-05-05T12:00:00+00:00',
  })
})

test('a page without any date has none', () => assert.deepEqual(datesOf('<p>x</p>'), {}))
