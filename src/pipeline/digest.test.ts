import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textOf } from '../core/document.ts'
import type { FeedEntry } from '../core/entry.ts'
import { type ArticleId, asId } from '../core/ids.ts'
import { type DigestInput, digest } from './digest.ts'

const entry: FeedEntry = {
  key: 'bridge-1',
  url: 'https://outlet.example/news/bridge',
  title: 'Harbor bridge to open again on Monday',
  publishedAt: '2026-03-10T08:00:00Z',
  authors: [],
  categories: [],
  enclosures: [],
  summaryHtml: '<p>The harbor bridge opens again on Monday, the harbor master said.</p>',
}

const paragraphs = [
  'The harbor bridge will open again on Monday, six weeks after a barge struck one of its piers in thick fog.',
  '“We have tested the new bearings under twice the load,” said Ada Marlowe, the harbor master, on Tuesday.',
  'Buses will cross first, and lorries from Thursday if nothing moves that should not move.',
  'The repair cost four million crowns, which the owner of the barge has promised to pay by the end of the year.',
]

const pageOf = (head = '', body = paragraphs.map((text) => `<p>${text}</p>`).join('')) =>
  `<!doctype html><html lang="en"><head><title>Harbor bridge to open again on Monday</title>${head}</head><body><article><h1>Harbor bridge to open again on Monday</h1>${body}</article></body></html>`

const fromPage = (html: string, url: string, more: Partial<DigestInput> = {}) =>
  digest({
    entry,
    source: { kind: 'page', body: new TextEncoder().encode(html), contentType: 'text/html; charset=utf-8', url },
    fallbackKey: 'f1 bridge-1',
    fetchedAt: '2026-03-10T09:00:00Z',
    ...more,
  })
const canonical = (href: string) => `<link rel="canonical" href="${href}">`

test('a page gives its text in blocks, annotated, with fingerprints and a vector', () => {
  const { document, annotations, fingerprints, vector, url, publishedAt } = fromPage(pageOf(), entry.url ?? '')
  assert.deepEqual(
    document.blocks.map((block) => textOf(document, block)),
    paragraphs,
  )
  assert.equal(document.title, entry.title)
  assert.equal(document.language, 'en')
  assert.equal(url, entry.url)
  assert.equal(publishedAt, entry.publishedAt)
  assert.ok((annotations.sentences?.items.length ?? 0) >= paragraphs.length)
  assert.equal(annotations.quotes?.items.find(({ kind }) => kind === 'direct')?.speaker?.name, 'Ada Marlowe')
  assert.ok(fingerprints.length > 0)
  assert.equal(vector.features.length, vector.weights.length)
})

test('a time of the feed that is yet to come is none, with a page and without', () => {
  const late = { ...entry, publishedAt: '2090-03-10T08:00:00Z', updatedAt: '9999-12-31T23:59:59Z' }
  const fetchedAt = '2026-03-10T09:00:00Z'
  const read = [
    fromPage(pageOf(), entry.url ?? '', { entry: late }),
    digest({ entry: late, source: { kind: 'feed', reason: 'No page.' }, fallbackKey: 'f1 bridge-1', fetchedAt }),
  ]
  for (const { publishedAt, document, extraction } of read) {
    assert.equal(publishedAt, fetchedAt)
    assert.equal(document.publishedAt, fetchedAt)
    assert.equal(extraction.updatedAt, undefined)
  }
  const soon = { ...entry, publishedAt: '2026-03-11T09:00:00Z' }
  assert.equal(fromPage(pageOf(), entry.url ?? '', { entry: soon }).publishedAt, soon.publishedAt)
})

test('the same page is the same article and the same document; another word makes another document of the same article', () => {
  const first = fromPage(pageOf(), entry.url ?? '')
  const again = fromPage(pageOf(), entry.url ?? '')
  const edited = fromPage(
    pageOf('', `<p>${paragraphs.join('</p><p>').replace('four million', 'five million')}</p>`),
    entry.url ?? '',
  )
  assert.deepEqual([again.articleId, again.document.id], [first.articleId, first.document.id])
  assert.equal(edited.articleId, first.articleId)
  assert.notEqual(edited.document.id, first.document.id)
})

test('the canonical address on the article’s own host names it, so that its variants are one article', () => {
  const head = canonical('https://outlet.example/news/bridge')
  const amp = fromPage(pageOf(head), 'https://outlet.example/amp/news/bridge?page=all')
  assert.equal(amp.url, 'https://outlet.example/news/bridge')
  assert.equal(amp.articleId, fromPage(pageOf(), 'https://outlet.example/news/bridge').articleId)
})

test('a copy whose canonical address is on another host stays an article of its own', () => {
  const copy = fromPage(pageOf(canonical('https://agency.example/wire/bridge')), 'https://local.example/bridge')
  assert.equal(copy.url, 'https://local.example/bridge')
})

test('a canonical address that is only the front page is not believed', () => {
  const page = fromPage(pageOf(canonical('https://outlet.example/')), 'https://outlet.example/news/bridge')
  assert.equal(page.url, 'https://outlet.example/news/bridge')
})

test('what only says where the reader came from is no part of the address, what names the article is', () => {
  const plain = fromPage(pageOf(), 'https://outlet.example/read?id=7')
  const tracked = fromPage(
    pageOf(),
    'https://outlet.example/read?utm_source=rss&id=7&utm_medium=feed&fbclid=abc&at_campaign=x&ref=home#comments',
  )
  assert.equal(tracked.url, 'https://outlet.example/read?id=7')
  assert.equal(tracked.articleId, plain.articleId)
  assert.notEqual(fromPage(pageOf(), 'https://outlet.example/read?id=8').articleId, plain.articleId)
})

test('a page with nothing to read falls back to the text of the feed and says why', () => {
  const { document, extraction } = fromPage(
    '<!doctype html><html><head><title></title></head><body></body></html>',
    entry.url ?? '',
  )
  assert.match(document.text, /opens again on Monday/)
  assert.notEqual(extraction.completeness.kind, 'complete')
  assert.ok('reason' in extraction.completeness && extraction.completeness.reason.length > 10)
})

test('without a page the feed’s text is the article, labeled with the reason', () => {
  const { document, extraction, url } = digest({
    entry,
    source: { kind: 'feed', reason: 'Fetching pages is switched off.' },
    fallbackKey: 'f1 bridge-1',
    fetchedAt: '2026-03-10T09:00:00Z',
  })
  assert.equal(document.text, 'The harbor bridge opens again on Monday, the harbor master said.')
  assert.ok('reason' in extraction.completeness)
  assert.match(extraction.completeness.reason, /switched off/)
  assert.equal(url, entry.url)
})

test('an article without any address is named by its feed and key, and dated when it was fetched', () => {
  const { url: _, publishedAt: __, ...bare } = entry
  const input: DigestInput = {
    entry: bare,
    source: { kind: 'feed', reason: 'The entry has no address of its own.' },
    fallbackKey: 'f1 bridge-1',
    fetchedAt: '2026-03-10T09:00:00Z',
  }
  const one = digest(input)
  assert.equal(one.url, '')
  assert.equal(one.publishedAt, '2026-03-10T09:00:00Z')
  assert.equal(digest(input).articleId, one.articleId)
  assert.notEqual(digest({ ...input, fallbackKey: 'f2 bridge-1' }).articleId, one.articleId)
})

test('a revision stays the article it revises, wherever its page has gone', () => {
  const articleId = asId<ArticleId>('known')
  const moved = fromPage(pageOf(), 'https://outlet.example/elsewhere', { articleId })
  assert.equal(moved.articleId, articleId)
  assert.equal(moved.document.articleId, articleId)
  assert.equal(moved.url, 'https://outlet.example/elsewhere')
})

test('text that was extracted before is taken as it is', () => {
  const { extraction } = fromPage(pageOf(), entry.url ?? '')
  const given = digest({
    entry,
    source: { kind: 'extraction', extraction, url: '' },
    fallbackKey: 'import bridge',
    fetchedAt: '2026-03-10T09:00:00Z',
  })
  assert.equal(given.document.text, extraction.text)
  assert.equal(given.extraction, extraction)
})

test('an address that is none is kept as the feed gave it', () => {
  const odd = digest({
    entry: { ...entry, url: 'urn:isbn:0451450523' },
    source: { kind: 'feed', reason: 'It is no web address.' },
    fallbackKey: 'f1 bridge-1',
    fetchedAt: '2026-03-10T09:00:00Z',
  })
  assert.equal(odd.url, 'urn:isbn:0451450523')
})

test('a page that says it shows only a part leaves the article to a feed that has all of it', () => {
  const body = `<p>${paragraphs[0]}</p><p>${paragraphs[1]}</p><div>Subscribe to continue reading this article.</div>`
  const walled = pageOf(canonical('https://outlet.example/news/bridge'), body)
  const all = [...paragraphs, ...paragraphs.map((text) => text.replace('bridge', 'old bridge'))]
  const withAll = { ...entry, contentHtml: all.map((text) => `<p>${text}</p>`).join('') }
  const textsOf = ({ document }: ReturnType<typeof digest>) => document.blocks.map((block) => textOf(document, block))
  const cut = fromPage(walled, entry.url ?? '')
  assert.notEqual(cut.extraction.completeness.kind, 'complete')
  assert.deepEqual(textsOf(cut), paragraphs.slice(0, 2))
  const whole = fromPage(walled, entry.url ?? '', { entry: withAll })
  assert.deepEqual(textsOf(whole), all)
  assert.equal(whole.articleId, cut.articleId)
  const { completeness } = whole.extraction
  assert.equal(completeness.kind, 'feed-only')
  assert.match('reason' in completeness ? completeness.reason : '', /^The page has less of the text than the feed/)
  // A page with everything stays, and a feed that has only a little more is none that has all of it.
  const read = fromPage(pageOf(), entry.url ?? '', { entry: withAll })
  assert.deepEqual(textsOf(read), paragraphs)
  const teaser = { ...entry, contentHtml: `<p>${paragraphs[0]}</p><p>${paragraphs[1]}</p><p>Buses cross first.</p>` }
  assert.deepEqual(textsOf(fromPage(walled, entry.url ?? '', { entry: teaser })), paragraphs.slice(0, 2))
})
