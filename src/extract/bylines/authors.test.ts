import assert from 'node:assert/strict'
import { test } from 'node:test'
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
  ['admin', []],
  ['Written by', []],
  ['https://facebook.com/someone', []],
  ['', []],
]

for (const [line, names] of lines) {
  test(`“${line}” names ${names.length === 0 ? 'nobody' : names.join(' and ')}`, () =>
    assert.deepEqual(splitNames(line), names))
}

function authorsOf(html: string, head: readonly string[] = []): string[] {
  const page = parsePage(html)
  const nodes = readJsonLd(page.jsonLd)
  const lines = { head, titleAt: -1, foot: [] }
  return readAuthors({
    node: nodes[0],
    nodes,
    facts: readFacts(page.root),
    siteName: undefined,
    url: 'https://tide.example/pier',
    lines,
  })
}

function data(author: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', author })}</script>`
}

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

test('each author is named once', () => {
  assert.deepEqual(authorsOf(data(['Ann Lee', 'ANN LEE'])), ['Ann Lee'])
})

test('a page that names nobody has no authors', () => {
  assert.deepEqual(authorsOf('<p>By the river there is a mill.</p>'), [])
})
