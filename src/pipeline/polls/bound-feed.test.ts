import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FeedEntry, ParsedFeed } from '../../core/entry.ts'
import { boundFeed } from './bound-feed.ts'

const entry = (key: string): FeedEntry => ({ key, title: key, authors: [], categories: [], enclosures: [] })
const feed = (entries: readonly FeedEntry[]): ParsedFeed => ({ format: 'rss', title: 'T', entries, isTruncated: false })

test('an ordinary feed is taken as it is', () => {
  const given = feed([entry('1'), { ...entry('2'), contentHtml: '<p>x</p>' }])
  assert.deepEqual(boundFeed(given), given)
})

test('of entries, titles and texts without end the beginning is taken, and bounding again changes nothing', () => {
  const long = { ...entry('1'), title: '😀'.repeat(2000), contentHtml: 'x'.repeat(2_100_000) }
  const bound = boundFeed(feed([long, ...Array.from({ length: 2500 }, (_, index) => entry(`n${index}`))]))
  assert.equal(bound.entries.length, 2000)
  assert.equal(bound.entries[0]!.title.length, 2000)
  assert.ok(bound.entries[0]!.title.isWellFormed())
  assert.equal(bound.entries[0]!.contentHtml!.length, 2_000_000)
  assert.deepEqual(boundFeed(bound), bound)
})

test('names without end are cut, lists end, and what is too long for an address is none', () => {
  const long = `https://x.example/${'a'.repeat(4_000)}`
  const many = Array.from({ length: 300 }, (_, index) => `${index}`)
  const given: FeedEntry = {
    ...entry('1'),
    url: long,
    imageUrl: long,
    commentsUrl: 'https://x.example/1#comments',
    rights: 'r'.repeat(3_000),
    authors: many.map((name) => ({ name: `${name} ${'😀'.repeat(300)}`, url: long })),
    categories: many.map((name) => `${name} ${'c'.repeat(900)}`),
    enclosures: [{ url: long }, ...many.map((name) => ({ url: `https://x.example/${name}`, type: 't'.repeat(900) }))],
    related: [{ url: 'https://x.example/2', title: 't'.repeat(900) }, { url: long }],
    origin: { title: 'o'.repeat(900), url: long },
  }
  const bound = boundFeed({ ...feed([given]), siteUrl: long, iconUrl: long })
  const [one] = bound.entries
  assert.ok(one)
  assert.ok(!('siteUrl' in bound) && !('iconUrl' in bound) && !('url' in one) && !('imageUrl' in one))
  assert.equal(one.commentsUrl, given.commentsUrl)
  assert.equal(one.rights?.length, 2_000)
  assert.deepEqual([one.authors.length, one.categories.length, one.enclosures.length], [200, 200, 200])
  assert.deepEqual(Object.keys(one.authors[0]!), ['name'])
  assert.ok(one.authors.every(({ name }) => name.length <= 500 && name.isWellFormed()))
  assert.ok(one.categories.every((name) => name.length <= 500))
  assert.equal(one.enclosures[0]?.url, 'https://x.example/0')
  assert.deepEqual(
    one.related?.map(({ title }) => title?.length),
    [500],
  )
  assert.equal(one.origin?.title.length, 500)
  assert.deepEqual(boundFeed(bound), bound)
})
