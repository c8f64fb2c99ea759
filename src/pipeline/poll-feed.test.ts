import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fetched } from '../core/fetched.ts'
import { asId, type FeedId, type SourceId } from '../core/ids.ts'
import type { PollTarget } from '../store/store.ts'
import { decidePoll } from './poll-feed.ts'

const at = new Date('2026-03-01T12:00:00Z')
const target: PollTarget = {
  feedId: asId<FeedId>('f1'),
  sourceId: asId<SourceId>('s1'),
  url: 'https://example.org/feed.xml',
  title: 'Example',
  validators: {},
  intervalMinutes: 60,
  errorCount: 0,
  movedSightings: 0,
  intake: 'feed',
}
const xml =
  '<rss version="2.0"><channel><title>Example</title><item><guid>1</guid><title>One</title><description>&lt;p&gt;First &amp;amp; last&lt;/p&gt;</description></item><item><guid>1</guid><title>One</title><description>&lt;p&gt;First &amp;amp; last&lt;/p&gt;</description></item></channel></rss>'
const ok = (body: string, more: Partial<Extract<Fetched, { kind: 'ok' }>> = {}): Fetched => ({
  kind: 'ok',
  url: target.url,
  status: 200,
  body: new TextEncoder().encode(body),
  contentType: 'application/rss+xml',
  validators: { etag: 'W/"odd"' },
  ...more,
})
const poll = (fetched: Fetched, over: Partial<PollTarget> = {}) => decidePoll({ ...target, ...over }, fetched, at, 60)

test('a feed that answers gives its entries with plain text for search, each once', () => {
  const { result, nextPollAt } = poll(ok(xml))
  assert.ok(result.kind === 'parsed')
  assert.equal(result.entries.length, 1)
  assert.equal(result.entries[0]?.text().trim(), 'First & last')
  assert.deepEqual(result.validators, { etag: 'W/"odd"' })
  assert.equal(nextPollAt, '2026-03-01T13:00:00.000Z')
})

test('the same bytes again are not parsed', () => {
  const first = poll(ok(xml)).result
  assert.ok(first.kind === 'parsed')
  assert.equal(poll(ok(xml), { bodyHash: first.bodyHash }).result.kind, 'unchanged')
})

test('304 keeps the validators unless the server sends new ones', () => {
  assert.deepEqual(poll({ kind: 'not-modified', validators: {} }).result, { kind: 'unchanged' })
  assert.deepEqual(poll({ kind: 'not-modified', validators: { etag: '"2"' } }).result, {
    kind: 'unchanged',
    validators: { etag: '"2"' },
  })
})

test('a page instead of a feed is a failure in words, and nothing else changes', () => {
  const { result } = poll(ok('<!doctype html><html><body>Hello</body></html>', { contentType: 'text/html' }))
  assert.ok(result.kind === 'failed')
  assert.equal(result.reason, 'not-a-feed:html')
  assert.equal(result.isStopped, false)
  assert.ok(result.message.length > 20)
})

test('a feed cut short keeps the entries it holds', () => {
  const { result } = poll(ok(xml.slice(0, xml.lastIndexOf('<item>'))))
  assert.ok(result.kind === 'parsed')
  assert.equal(result.entries.length, 1)
})

test('gone once is tried again, gone twice stops', () => {
  const once = poll({ kind: 'gone', status: 410 }).result
  const twice = poll({ kind: 'gone', status: 410 }, { errorCount: 1 }).result
  assert.ok(once.kind === 'failed' && !once.isStopped)
  assert.ok(twice.kind === 'failed' && twice.isStopped)
})

test('a permanent move is followed for good after three polls in a row', () => {
  const moved = ok(xml, { movedTo: 'https://example.org/new.xml' })
  assert.deepEqual([poll(moved).movedSightings, poll(moved).newUrl], [1, undefined])
  assert.equal(
    poll(moved, { movedTo: 'https://example.org/new.xml', movedSightings: 2 }).newUrl,
    'https://example.org/new.xml',
  )
  assert.equal(poll(moved, { movedTo: 'https://example.org/other.xml', movedSightings: 2 }).movedSightings, 1)
  assert.equal(poll(ok(xml), { movedTo: 'https://example.org/new.xml', movedSightings: 2 }).movedSightings, 0)
})
