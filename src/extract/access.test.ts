import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAccess } from './access.ts'
import { articleNode, readJsonLd } from './facts/json-ld.ts'
import { readFacts } from './facts/page-facts.ts'
import { parsePage } from './markup/page-tree.ts'

function accessOf(html: string): string | undefined {
  const page = parsePage(html)
  return readAccess({
    node: articleNode(readJsonLd(page.jsonLd), ['https://e.example/a']),
    facts: readFacts(page.root),
  })
}

function data(fields: object): string {
  const article = { '@type': 'NewsArticle', headline: 'Harbour reopens', ...fields }
  return `<script type="application/ld+json">${JSON.stringify(article)}</script>`
}

const pages: readonly (readonly [string, string, string | undefined])[] = [
  ['says nothing', '<p>text', undefined],
  ['says nothing of itself in its data', data({}), undefined],
  ['is free in its data', data({ isAccessibleForFree: true }), 'free'],
  ['is free in words', data({ isAccessibleForFree: 'True' }), 'free'],
  ['is not free in its data', data({ isAccessibleForFree: false }), 'locked'],
  ['is not free, as an address', data({ isAccessibleForFree: 'http://schema.org/False' }), 'locked'],
  [
    'has a part that is not free',
    data({ hasPart: { '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: '.wall' } }),
    'locked',
  ],
  ['has a tier', '<meta property="article:content_tier" content="metered">', 'metered'],
  [
    'has a tier finer than its data',
    `${data({ isAccessibleForFree: false })}<meta property="article:content_tier" content="metered">`,
    'metered',
  ],
  ['has a locked tier', '<meta property="article:content_tier" content="locked">', 'locked'],
  ['is marked as walled', '<meta name="paywall" content="true">', 'locked'],
  ['is marked as not walled', '<meta name="paywall" content="false">', undefined],
  ['is for subscribers', '<meta name="access-level" content="subscribers">', 'locked'],
  ['is marked in its markup', '<meta itemprop="isAccessibleForFree" content="false">', 'locked'],
  ['has a tier that means nothing', '<meta property="article:content_tier" content="purple">', undefined],
  ['has nonsense in its data', data({ isAccessibleForFree: { a: [1] }, hasPart: [null, 3, 'x'] }), undefined],
]

for (const [how, html, access] of pages)
  test(`a page that ${how} is ${access ?? 'unknown'}`, () => assert.equal(accessOf(html), access))
