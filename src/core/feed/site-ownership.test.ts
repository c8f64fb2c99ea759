import assert from 'node:assert/strict'
import { test } from 'node:test'
import { feedOwnsPage, feedOwnsSite } from './site-ownership.ts'

const cases: readonly (readonly [feed: string, page: string, isOwn: boolean])[] = [
  ['https://outlet.example/feed', 'https://www.outlet.example/a', true],
  ['https://feeds.outlet.example/all', 'https://outlet.example/a', true],
  ['https://rss.outlet.example/all', 'https://sport.outlet.example/a', true],
  ['https://somebody.pages.example/feed', 'https://pages.example/a', false],
  ['https://somebody.pages.example/feed', 'https://other.pages.example/a', false],
  ['https://outlet.example/feed', 'https://notoutlet.example/a', false],
  ['https://outlet.example:8443/feed', 'https://outlet.example/a', false],
  ['https://rss.com/shows/1', 'https://outlet.com/a', false],
  ['https://feeds.co.uk/1', 'https://outlet.co.uk/a', false],
  ['https://rss.blogspot.com/feed', 'https://other.blogspot.com/a', false],
  ['import:outlet', 'https://outlet.example/a', false],
  ['import:outlet', '', false],
  ['https://outlet.example/feed', '', false],
]

for (const [feed, page, isOwn] of cases)
  test(`${feed} is ${isOwn ? '' : 'not '}of the house of ${page}`, () => assert.equal(feedOwnsPage(feed, page), isOwn))

test('a feed speaks for another host of its owner, and for nobody else', () => {
  assert.ok(feedOwnsSite('https://feeds.bbci.co.uk/news/rss.xml', 'https://www.bbc.co.uk/news'))
  assert.ok(!feedOwnsPage('https://feeds.bbci.co.uk/news/rss.xml', 'https://www.bbc.co.uk/news'))
  assert.ok(!feedOwnsSite('https://feeds.example.net/outlet', 'https://outlet.example/'))
})
