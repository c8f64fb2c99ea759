import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readJsonLd } from './facts/json-ld.ts'
import { readFacts } from './facts/page-facts.ts'
import { parsePage } from './markup/page-tree.ts'
import { readTitle, type Title } from './title.ts'

function titleOf(html: string, more: { siteName?: string; url?: string; feedTitle?: string } = {}): Title {
  const page = parsePage(html)
  return readTitle({
    node: readJsonLd(page.jsonLd)[0],
    facts: readFacts(page.root),
    siteName: more.siteName,
    url: more.url ?? 'https://www.tidewater.example/a',
    feedTitle: more.feedTitle,
  })
}

const tags: readonly (readonly [string, string, string | undefined])[] = [
  ['Harbour reopens | The Tidewater Post', 'Harbour reopens', 'The Tidewater Post'],
  ['Harbour reopens - Tidewater', 'Harbour reopens', undefined],
  ['Harbour reopens – BBC News', 'Harbour reopens', 'BBC News'],
  ['Tidewater Post: Harbour reopens', 'Harbour reopens', 'Tidewater Post'],
  ['The Tidewater Post | Harbour reopens', 'Harbour reopens', 'Tidewater Post'],
  ['Harbour reopens | Local | Tidewater Post', 'Harbour reopens | Local', 'Tidewater Post'],
  ['Harbour reopens after repair | Local', 'Harbour reopens after repair', undefined],
  ['Rates: what the bank said - and what it did not', 'Rates: what the bank said - and what it did not', 'Ledger'],
  ['Self-made: a life in wool', 'Self-made: a life in wool', 'Ledger'],
]

for (const [tag, title, siteName] of tags) {
  test(`the title tag “${tag}” gives “${title}”`, () =>
    assert.equal(titleOf(`<title>${tag}</title>`, siteName === undefined ? {} : { siteName }).title, title))
}

test('the heading that the other titles agree with is the headline', () => {
  const html =
    '<title>Harbour bridge reopens after repair - Post</title><h1>The Post</h1><h1>Harbour bridge reopens after repair</h1>'
  assert.equal(titleOf(html, { siteName: 'Post' }).title, 'Harbour bridge reopens after repair')
})

const headings: readonly (readonly [heading: string, title: string, headline: string])[] = [
  ['Opinion | Harbour reopens after repair', 'Harbour reopens after repair', 'Harbour reopens after repair'],
  ['Live: Harbour reopens after repair', 'Harbour reopens after repair', 'Harbour reopens after repair'],
  ['Local. Harbour reopens after repair', 'Harbour reopens after repair', 'Harbour reopens after repair'],
  ['Title:Harbour reopens after repair', 'Harbour reopens after repair', 'Harbour reopens after repair'],
  ['Opinion | Harbour reopens', 'Opinion | Harbour reopens', 'Opinion | Harbour reopens'],
  ['Two years on: Harbour reopens', 'Harbour reopens', 'Two years on: Harbour reopens'],
  ['The best harbour reopens', 'Best harbour reopens', 'The best harbour reopens'],
  ['Harbour reopens today – Tidewater', 'Harbour reopens today', 'Harbour reopens today'],
  ['Harbour reopens today | or not', 'Harbour reopens today | or not', 'Harbour reopens today | or not'],
]

for (const [heading, title, headline] of headings)
  test(`the heading “${heading}” of a page titled “${title}” gives “${headline}”`, () =>
    assert.equal(
      titleOf(`<title>${title}</title><h1>${heading}</h1>`, { url: 'https://www.tidewater.example/local/a' }).title,
      headline,
    ))

test('one word that two other titles leave out is no part of the headline', () => {
  const html = '<title>Harbour reopens after repair</title><h1>Culture : Harbour reopens after repair</h1>'
  const open = '<meta property="og:title" content="Harbour reopens after repair">'
  assert.equal(titleOf(html).title, 'Culture : Harbour reopens after repair')
  assert.equal(titleOf(`${open}${html}`).title, 'Harbour reopens after repair')
})

test('the structured data serves when no heading agrees', () => {
  const html =
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Rain &amp; wind"}</script><h1>Weather</h1>'
  assert.equal(titleOf(html).title, 'Rain & wind')
})

test('the feed gives the title of a page that has none', () => {
  assert.equal(titleOf('<p>text</p>', { feedTitle: 'From the feed' }).title, 'From the feed')
})

test('every form of the headline has its key, so that none stays in the text', () => {
  const { keys } = titleOf('<title>Harbour reopens | Post</title><h1>Harbour reopens!</h1>', { siteName: 'Post' })
  assert.ok(keys.has('harbour reopens'))
  assert.ok(keys.has('harbour reopens post'))
})

test('a page with no title anywhere has an empty one', () => {
  assert.equal(titleOf('<p>text</p>').title, '')
})

for (const mark of ['::', '»', '·', '|'])
  test(`a heading that says what stands before “${mark}” is the headline, and the rest the site’s name`, () => {
    const { title, keys } = titleOf(`<title>Harbour reopens ${mark} Old Echo</title><h2>Harbour reopens</h2>`)
    assert.equal(title, 'Harbour reopens')
    assert.ok(keys.has('harbour reopens'))
  })

test('the name of the page’s feed is the site’s name', () => {
  const feed = '<link rel="alternate" type="application/rss+xml" title="Old Echo" href="/rss">'
  assert.equal(titleOf(`<title>Harbour reopens :: Old Echo</title>${feed}`).title, 'Harbour reopens')
})

test('what readers see above the text goes before a title made for search engines', () => {
  const html =
    '<title>Best Harbour Ferries 2025 | Post</title><meta property="og:title" content="Best Harbour Ferries 2025"><h1>The seven ferries of the harbour we like best</h1>'
  assert.equal(titleOf(html, { siteName: 'Post' }).title, 'The seven ferries of the harbour we like best')
})

test('the headline in a news page’s data goes before a heading that says something else', () => {
  const html =
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour council votes for ferries"}</script><h1>Ferries: harbour council has its vote at last</h1>'
  assert.equal(titleOf(html).title, 'Harbour council votes for ferries')
})

test('what stands behind a bar before the site’s name goes with it, a dash in the headline stays', () => {
  const tags = { siteName: 'Tide Post' }
  assert.equal(
    titleOf('<title>What the harbour council said | Ferries | Tide Post</title>', tags).title,
    'What the harbour council said',
  )
  assert.equal(
    titleOf('<title>Storms and the pier – a history – Tide Post</title>', tags).title,
    'Storms and the pier – a history',
  )
})

test('a heading that is the name of the site is no headline', () => {
  assert.equal(
    titleOf('<title>Lessons Learned: The lean ferry</title><h1>Lessons Learned</h1>', { siteName: 'Lessons Learned' })
      .title,
    'The lean ferry',
  )
})

/** A page with a first-level heading, and with titles in its head. */
function headed(h1: string, open: string, data?: string): string {
  const script = data
    ? `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: data })}</script>`
    : ''
  return titleOf(
    `<html><head><meta property="og:title" content="${open}">${script}</head><body><h1>${h1}</h1></body></html>`,
  ).title
}

test('a headline that ran together with its kicker is read where it has spaces', () => {
  const title = 'The harbour has it: Town of the longest quays'
  assert.equal(headed('<span>The harbour has it</span><span>Town of the longest quays</span>', title), title)
})
