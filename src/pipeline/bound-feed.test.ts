import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FeedEntry, ParsedFeed } from '../core/entry.ts'
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
