import assert from 'node:assert/strict'
import { test } from 'node:test'
import { afterAnswer, afterFailure, explainFailure, type Failure } from './schedule-poll.ts'

const atMs = Date.parse('2026-03-01T12:00:00Z')
const pace = { atMs, intervalMinutes: 60, defaultMinutes: 60, capMinutes: 1440, isUnchanged: false }
const minutes = (more: Partial<Parameters<typeof afterAnswer>[0]>) => afterAnswer({ ...pace, ...more }).minutes

test('a feed that answered is asked again at the default pace', () => {
  assert.deepEqual(afterAnswer(pace), { minutes: 60, why: 'usual' })
})

test('a feed is never asked sooner than it asks, up to the cap', () => {
  assert.deepEqual(afterAnswer({ ...pace, ttlMinutes: 180 }), { minutes: 180, why: 'asked' })
  assert.equal(minutes({ freshSeconds: 7200 }), 120)
  assert.equal(minutes({ freshSeconds: 7201 }), 121, 'rounded up, never down')
  assert.equal(minutes({ ttlMinutes: 100_000 }), 1440)
  assert.equal(minutes({ ttlMinutes: 100_000, capMinutes: 7 * 1440 }), 7 * 1440)
})

test('a feed whose rhythm is not known is asked more slowly while it brings nothing, up to six hours', () => {
  assert.deepEqual(afterAnswer({ ...pace, isUnchanged: true }), { minutes: 75, why: 'quiet' })
  assert.equal(minutes({ intervalMinutes: 1000, isUnchanged: true }), 360)
  assert.equal(minutes({ intervalMinutes: 360 }), 60)
})

test('a known rhythm decides in place of that', () => {
  assert.deepEqual(afterAnswer({ ...pace, rhythmMinutes: 720, isUnchanged: true }), { minutes: 720, why: 'rhythm' })
  assert.equal(minutes({ rhythmMinutes: 60, intervalMinutes: 360, isUnchanged: true }), 60)
})

const failing = { atMs, defaultMinutes: 60, errorCount: 1, jitter: 0.5, goodAt: '2026-03-01T10:00:00Z' }

test('errors double the pause up to a day, spread by jitter, never below the default pace', () => {
  const failure: Failure = { kind: 'server-error', status: 500 }
  const after = (errorCount: number, jitter = 0.5) => afterFailure(failure, { ...failing, errorCount, jitter }).minutes
  assert.deepEqual(
    [1, 2, 3, 20].map((count) => after(count)),
    [60, 120, 240, 1440],
  )
  assert.ok(after(3, 0) < after(3, 1))
  assert.equal(after(1, 0), 60)
  assert.equal(after(20, 1), 1440)
})

test('where there has been nothing for days it is looked once a week', () => {
  const lost = { ...failing, errorCount: 6, goodAt: '2026-02-25T10:00:00Z' }
  for (const failure of [
    { kind: 'not-found', status: 404 },
    { kind: 'network-error', reason: 'The name is not known (DNS)', isUnknownName: true },
  ] as const) {
    assert.deepEqual(afterFailure(failure, lost), { minutes: 7 * 1440, why: 'missing' })
    assert.equal(afterFailure(failure, { ...lost, goodAt: failing.goodAt }).why, 'failing')
    assert.equal(
      afterFailure(failure, { ...lost, errorCount: 1 }).why,
      'failing',
      'not by the first look after a pause',
    )
  }
  assert.equal(afterFailure({ kind: 'network-error', reason: 'refused' }, lost).why, 'failing')
})

test('a proxy that is away is not held against the feeds behind it', () => {
  const pace = { defaultMinutes: 60, atMs: 0, errorCount: 9, goodAt: new Date(0).toISOString(), jitter: 1 }
  const next = (why: 'unreachable' | 'failed') => afterFailure({ kind: 'proxy-error', why, reason: '' }, pace).minutes
  assert.equal(next('unreachable'), 60)
  assert.equal(next('failed'), 24 * 60)
})

test('every way a request can end is explained in a sentence', () => {
  const failures: readonly Failure[] = [
    { kind: 'gone', status: 410 },
    { kind: 'not-found', status: 404 },
    { kind: 'forbidden', status: 403 },
    { kind: 'busy', status: 503, retryAfterSeconds: 120 },
    { kind: 'server-error', status: 502 },
    { kind: 'client-error', status: 418 },
    { kind: 'too-large', limitBytes: 16 * 2 ** 20 },
    { kind: 'timeout', afterMs: 30_000 },
    { kind: 'refused-address', host: '10.0.0.1', reason: 'it is a private address' },
    { kind: 'bad-url', reason: 'no host' },
    { kind: 'too-many-redirects', hops: 6 },
    { kind: 'network-error', reason: 'ECONNREFUSED' },
    { kind: 'network-error', reason: 'ENOTFOUND', isUnknownName: true },
    { kind: 'bad-encoding', reason: 'bad gzip' },
    { kind: 'proxy-error', why: 'unreachable', reason: 'The proxy p:1 cannot be reached' },
  ]
  for (const isTriedAgain of [true, false]) {
    const texts = failures.map((failure) => explainFailure(failure, isTriedAgain))
    assert.equal(new Set(texts).size, failures.length)
    for (const text of texts) assert.match(text, /^[A-Z0-9].{20,}/)
    if (!isTriedAgain) for (const text of texts) assert.doesNotMatch(text, /tried|no longer|Unsubscribe/)
  }
  assert.match(
    explainFailure({ kind: 'refused-address', host: '10.0.0.1', reason: 'it is a private address' }),
    /TWOSOURCE_ALLOW_PRIVATE/,
  )
})
