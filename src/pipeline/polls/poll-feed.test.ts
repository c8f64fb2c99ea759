import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pollTarget as target } from '../../../test/poll-target.ts'
import type { FetchResult } from '../../core/fetch-result.ts'
import type { PollTarget } from '../../store/store.ts'
import { decidePoll, withoutValidators } from './poll-feed.ts'

const at = new Date('2026-03-01T12:00:00Z')
const xml =
  '<rss version="2.0"><channel><title>Example</title><item><guid>1</guid><title>One</title><description>&lt;p&gt;First &amp;amp; last&lt;/p&gt;</description></item><item><guid>1</guid><title>One</title><description>&lt;p&gt;First &amp;amp; last&lt;/p&gt;</description></item></channel></rss>'
const ok = (body: string, more: Partial<Extract<FetchResult, { kind: 'ok' }>> = {}): FetchResult => ({
  kind: 'ok',
  url: target.url,
  status: 200,
  body: new TextEncoder().encode(body),
  contentType: 'application/rss+xml',
  validators: { etag: 'W/"odd"' },
  ...more,
})
const poll = (fetched: FetchResult, over: Partial<PollTarget> = {}) => {
  const decided = decidePoll({ ...target, ...over }, fetched, at, { pollMinutes: 60 })
  assert.ok(decided)
  return decided
}

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

test('an answer without news hands on its validators as they are: the new ones of a 304, none of an answer that has none', () => {
  assert.deepEqual(poll({ kind: 'not-modified', validators: { etag: '"2"' } }).result, {
    kind: 'unchanged',
    validators: { etag: '"2"' },
  })
  const first = poll(ok(xml)).result
  assert.ok(first.kind === 'parsed')
  const again = poll(ok(xml, { validators: {} }), { bodyHash: first.bodyHash, validators: { etag: '"1"' } })
  assert.deepEqual(again.result, { kind: 'unchanged', validators: {} })
})

test('a feed that is said to be as it was for more than 30 days comes whole once', () => {
  const unchanged: FetchResult = { kind: 'not-modified', validators: { etag: '"1"' } }
  const day = 86_400_000
  const isWholeAfter = (pace: PollTarget['pace'] | undefined, days: number) =>
    withoutValidators({ pace: pace ?? {} }, new Date(at.getTime() + days * day))
  for (const { pace } of [poll(ok(xml)), poll(unchanged)]) {
    assert.equal(pace?.wholeAt, at.toISOString())
    assert.equal(isWholeAfter(pace, 30), false)
    assert.equal(isWholeAfter(pace, 31), true)
  }
  assert.equal(isWholeAfter({}, 31), false, 'of what was kept before this was noted nothing is known')
  const before = { wholeAt: '2026-02-03T12:00:00.000Z' }
  assert.equal(poll(unchanged, { pace: before }).pace?.wholeAt, before.wholeAt)
  const { bodyHash } = poll(ok(xml)).result as { readonly bodyHash: string }
  assert.equal(poll(ok(xml), { bodyHash, pace: before }).pace?.wholeAt, at.toISOString())
  const today = { wholeAt: '2026-03-01T02:00:00.000Z' }
  assert.equal(poll(ok(xml), { bodyHash, pace: today }).pace?.wholeAt, today.wholeAt)
})

test('an address that no database holds is not moved to', () => {
  const movedTo = `https://example.org/${'a'.repeat(2_000)}`
  for (const fetched of [ok(xml, { movedTo }), { kind: 'not-modified', validators: {}, movedTo } as const]) {
    const outcome = poll(fetched, { movedTo, movedSightings: 2 })
    assert.equal(outcome.newUrl, undefined)
    assert.equal(outcome.movedSightings, 0)
  }
})

const asking = (asks: string) => xml.replace('<item>', `${asks}<item>`)

test('what a document asks for holds on while nothing changes', () => {
  const { pace, nextPollAt, why } = poll(ok(asking('<ttl>180</ttl>')))
  assert.deepEqual([nextPollAt, why], ['2026-03-01T15:00:00.000Z', 'asked'])
  const later = poll({ kind: 'not-modified', validators: {} }, { pace: pace! })
  assert.deepEqual([later.nextPollAt, later.why, later.pace?.ttlMinutes], ['2026-03-01T15:00:00.000Z', 'asked', 180])
  const fresh = poll(ok(xml, { maxAgeSeconds: 7201 }))
  assert.equal(poll({ kind: 'not-modified', validators: {} }, { pace: fresh.pace! }).nextPollAt, fresh.nextPollAt)
  assert.ok(fresh.nextPollAt >= '2026-03-01T14:00:01.000Z', 'not a second sooner')
})

test('hours and days that a feed names are left out', () => {
  const hours = poll(ok(asking('<skipHours><hour>13</hour><hour>14</hour></skipHours>')))
  assert.deepEqual([hours.nextPollAt, hours.why], ['2026-03-01T15:00:00.000Z', 'skipped'])
  const days = poll(ok(asking('<skipDays><day>Sunday</day><day>monday</day></skipDays>')))
  assert.equal(days.nextPollAt, '2026-03-03T00:00:00.000Z')
  const failing = poll({ kind: 'server-error', status: 500 }, { pace: hours.pace! })
  assert.equal(failing.nextPollAt, '2026-03-01T15:00:00.000Z')
})

test('validators go back to the address they came from', () => {
  const redirected = poll(ok(xml, { url: 'https://cdn.example/feed.xml' }))
  assert.equal(redirected.pace?.heldFrom, 'https://cdn.example/feed.xml')
  const still = poll({ kind: 'not-modified', validators: {} }, { pace: redirected.pace! })
  assert.equal(still.pace?.heldFrom, 'https://cdn.example/feed.xml')
  assert.equal(poll(ok(xml)).pace?.heldFrom, undefined)
})

test('the same bytes sent whole are asked for half as often each time, up to half a day', () => {
  const first = poll(ok(xml)).result
  assert.ok(first.kind === 'parsed')
  const minutes = [60, 120, 400, 720].map(
    (intervalMinutes) => poll(ok(xml), { bodyHash: first.bodyHash, intervalMinutes }).intervalMinutes,
  )
  assert.deepEqual(minutes, [120, 240, 720, 720])
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

test('a feed that says it is gone is given up when it has said so three times, a day apart, with no answer between', () => {
  const once = poll({ kind: 'gone', status: 410 }, { errorCount: 5 })
  assert.ok(once.result.kind === 'failed' && !once.result.isStopped)
  assert.deepEqual([once.nextPollAt, once.why], ['2026-03-02T12:00:00.000Z', 'gone'])
  const twice = poll({ kind: 'gone', status: 410 }, { pace: once.pace! })
  assert.ok(twice.result.kind === 'failed' && !twice.result.isStopped)
  const thrice = poll({ kind: 'gone', status: 410 }, { pace: twice.pace! })
  assert.ok(thrice.result.kind === 'failed' && thrice.result.isStopped)
  assert.equal(poll({ kind: 'not-modified', validators: {} }, { pace: twice.pace! }).pace?.goneCount, undefined)
})

test('a page that is no feed is heeded in how long it stays fresh, and in nothing else', () => {
  const page = ok('<!doctype html><html><body>Sign in</body></html>', { maxAgeSeconds: 20_000 })
  const outcome = poll(page, { movedTo: 'https://example.org/new.xml', movedSightings: 2 })
  assert.ok(outcome.nextPollAt >= '2026-03-01T17:33:20.000Z')
  assert.deepEqual([outcome.pace, outcome.movedSightings], [{ failingSince: '2026-03-01T12:00:00.000Z' }, 2])
})

test('the beginning of failures is kept through them, and forgotten with the first answer', () => {
  const since = '2026-02-20T12:00:00.000Z'
  const failing = { errorCount: 4, pace: { gapMinutes: 60, failingSince: since } }
  assert.equal(poll({ kind: 'not-found', status: 404 }, failing).pace?.failingSince, since)
  assert.equal(poll(ok('<html><body>Sign in</body></html>'), failing).pace?.failingSince, since)
  assert.equal(poll({ kind: 'server-error', status: 500 }).pace?.failingSince, '2026-03-01T12:00:00.000Z')
  assert.equal(poll({ kind: 'not-modified', validators: {} }, failing).pace?.failingSince, undefined)
  assert.equal(poll(ok(xml), failing).pace?.failingSince, undefined)
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
  const same = { kind: 'not-modified', validators: {}, movedTo: 'https://example.org/new.xml' } as const
  assert.equal(
    poll(same, { movedTo: 'https://example.org/new.xml', movedSightings: 2 }).newUrl,
    'https://example.org/new.xml',
    'an answer without news is a sighting, too',
  )
})
