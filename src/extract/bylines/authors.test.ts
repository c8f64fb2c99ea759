import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extract } from '../extract.ts'
import { readJsonLd } from '../facts/json-ld.ts'
import { readFacts } from '../facts/page-facts.ts'
import { parsePage } from '../markup/page-tree.ts'
import { readAuthors, splitNames } from './authors.ts'

const lines: readonly (readonly [string, readonly string[]])[] = [
  ['By Maya Okafor', ['Maya Okafor']],
  ['By Maya Okafor and Tom Reyes', ['Maya Okafor', 'Tom Reyes']],
  ['Written by: Ann Lee, Bo Ray and Cy Day', ['Ann Lee', 'Bo Ray', 'Cy Day']],
  ['Hanna Lindqvist, environment editor', ['Hanna Lindqvist']],
  ['Jane Doe Political correspondent', ['Jane Doe']],
  ['Par Odile Kermarrec et Luc Petit', ['Odile Kermarrec', 'Luc Petit']],
  ['Von Karl Meier und Eva Roth', ['Karl Meier', 'Eva Roth']],
  ['بقلم: ليلى حداد', ['ليلى حداد']],
  ['Dylan Bailey, MS, RD', ['Dylan Bailey, MS, RD']],
  ['By Ann Lee @annlee ann@example.org', ['Ann Lee']],
  ['Ann Lee 05 Nov 2025. 8 minutes read', ['Ann Lee']],
  ['Analysis by Ann Lee', ['Ann Lee']],
  ['ByAnn Lee', ['Ann Lee']],
  ['Kari Berg og Ola Lund', ['Kari Berg', 'Ola Lund']],
  ['Anna Nowak i Jan Malik', ['Anna Nowak', 'Jan Malik']],
  ['Ann Lee/Bo Ray', ['Ann Lee', 'Bo Ray']],
  ['Maria Lima e Silva', ['Maria Lima e Silva']],
  ['한지민 기자', ['한지민']],
  ['By Ann Lee, Bo Ray 2025-11-18T22:05:36Z Harbor', ['Ann Lee', 'Bo Ray']],
  ['By Ann Lee 59 Comments', ['Ann Lee']],
  ['Harbor Watch Sponsored', ['Harbor Watch']],
  ['Light On', ['Light On']],
  ['Ann Lee (alee)', ['Ann Lee']],
  ['Ann Lee (al.); Bo Ray (br)', ['Ann Lee', 'Bo Ray']],
  ['Hafenblatt 30. Juni 2025', ['Hafenblatt']],
  ['Edited by Ann Lee', []],
  ['Nachrichten', []],
  ['admin', []],
  ['Written by', []],
  ['https://facebook.com/someone', []],
  ['', []],
]

for (const [line, names] of lines) {
  test(`“${line}” names ${names.length === 0 ? 'nobody' : names.join(' and ')}`, () =>
    assert.deepEqual(splitNames(line), names))
}

function authorsOf(
  html: string,
  head: readonly string[] = [],
  titleAt = -1,
  isList = false,
  siteName?: string,
): string[] {
  const page = parsePage(html)
  const nodes = readJsonLd(page.jsonLd)
  const lines = { head, titleAt, foot: [], signing: [] }
  return readAuthors({
    node: nodes[0],
    nodes,
    facts: readFacts(page.root),
    siteName,
    url: 'https://tide.example/pier',
    lines,
    isList,
  })
}

function data(author: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', author })}</script>`
}

test('an outlet in the line of an author whose name is marked apart is no part of the name', () => {
  const html =
    '<div class="byline"><span class="author">Ann Lee</span> <span>TIDE TODAY</span></div><p class="byline">Ann Lee</p>'
  assert.deepEqual(authorsOf(html, ['Pier reopens', 'Ann Lee TIDE TODAY'], 0), ['Ann Lee'])
})

test('the line below the headline has more authors than the data, with their titles', () => {
  const printed = 'Written by Dr Ann Lee, Dr Bo Ray, Tom Reyes'
  const html = data({ '@type': 'Person', name: 'Ann Lee' })
  assert.deepEqual(authorsOf(html, ['Pier reopens', printed], 0), ['Dr Ann Lee', 'Dr Bo Ray', 'Tom Reyes'])
})

test('structured data goes before meta tags and bylines', () => {
  const html = `${data([{ name: 'Ann Lee' }, 'Bo Ray'])}<meta name=author content="Web Desk"><p class=byline>By Cy Day</p>`
  assert.deepEqual(authorsOf(html), ['Ann Lee', 'Bo Ray'])
})

test('meta tags go before bylines', () => {
  assert.deepEqual(authorsOf('<meta name=author content="Ann Lee"><p class=byline>By Cy Day</p>'), ['Ann Lee'])
})

test('an address in a meta tag is no author', () => {
  const html = '<meta property="article:author" content="https://facebook.com/post"><a rel=author>Cy Day</a>'
  assert.deepEqual(authorsOf(html), ['Cy Day'])
})

test('a person in a line near the headline goes before an organization in the data', () => {
  const html = data({ '@type': 'Organization', name: 'The Post' })
  assert.deepEqual(authorsOf(html, ['By Ann Lee', 'Share']), ['Ann Lee'])
  assert.deepEqual(authorsOf(html, ['Share']), ['The Post'])
})

test('a line below the headline completes the list of the data', () => {
  const html = `${data('Bo Ray')}<p class=byline>Ann Lee</p><p class=byline>Bo Ray</p>`
  assert.deepEqual(authorsOf(html, ['Pier opens', 'Ann Lee', 'Bo Ray', '3 May 2025'], 0), ['Ann Lee', 'Bo Ray'])
  assert.deepEqual(authorsOf(data('Ann Lee'), ['Pier opens', 'Ann Lee, Bo Ray and Cy Dahl'], 0), [
    ...['Ann Lee', 'Bo Ray', 'Cy Dahl'],
  ])
})

test('who is printed after By goes before who is nowhere on the page', () => {
  assert.deepEqual(authorsOf(data('Cy Day'), ['Pier opens', 'By Ann Lee, columnist'], 0), ['Ann Lee'])
  assert.deepEqual(authorsOf(data('Cy Day'), ['Pier opens', 'By Ann Lee', 'Cy Day'], 0), ['Cy Day'])
})

test('the names on a list are those of its entries, but who its data names made it', () => {
  assert.deepEqual(authorsOf('', ['Piers', 'By Ann Lee', '3 May 2025'], 0, true), [])
  assert.deepEqual(authorsOf(data('Bo Ray'), ['Piers', 'By Ann Lee'], 0, true), ['Bo Ray'])
})

test('a person with the name of the site is its account, an organization with it the author where nobody else is named', () => {
  const byPost = (type: string) => authorsOf(data({ '@type': type, name: 'The Post' }), [], -1, false, 'The Post')
  assert.deepEqual(byPost('Person'), [])
  assert.deepEqual(byPost('Organization'), ['The Post'])
})

test('an organization with & in its name is one', () => {
  assert.deepEqual(authorsOf(data({ '@type': 'Organization', name: 'Marsh & Sons' })), ['Marsh & Sons'])
})

test('several people in bylines away from the headline are no authors', () => {
  assert.deepEqual(authorsOf('<p class=byline>By Cy Day</p>'), ['Cy Day'])
  assert.deepEqual(authorsOf('<p class=byline>By Cy Day</p><p class=byline>By Bo Ray</p>'), [])
})

test('each author is named once', () => {
  assert.deepEqual(authorsOf(data(['Ann Lee', 'ANN LEE'])), ['Ann Lee'])
})

test('a page that names nobody has no authors', () => {
  assert.deepEqual(authorsOf('<p>By the river there is a mill.</p>'), [])
})

test('a text is signed by the bold line directly at one of its ends, not by a heading there', () => {
  const prose = 'The swing bridge over the harbour mouth reopened to traffic on Monday after two years of repair.'
  const more = 'About three hundred people stood in light rain to watch the first cars, which went across it slowly.'
  const page = (before: string, after: string) =>
    '<html><head><title>Harbour bridge reopens</title><meta property="og:site_name" content="The Tide Post"></head><body>' +
    `<article><h1>Harbour bridge reopens</h1><p>By The Tide Post</p>${before}<p>${prose} ${more}</p><p>${more} ${prose}</p>` +
    `<p>${prose} The last repair, it was said, cost fourteen million pounds.</p>${after}</article></body></html>`
  const authors = (before: string, after = '') =>
    extract({ html: page(before, after), url: 'https://tide.example/bridge' }).authors
  assert.deepEqual(authors('<p><strong>Ann Lee/Zyx Quon</strong></p>'), ['Ann Lee', 'Zyx Quon'])
  assert.deepEqual(authors('', '<p><strong>Zyx Quon</strong></p>'), ['Zyx Quon'])
  assert.deepEqual(authors('<h2><b>Zyx Quon</b></h2>'), ['The Tide Post'])
  assert.deepEqual(authors('<p>Zyx Quon</p>'), ['The Tide Post'])
})
