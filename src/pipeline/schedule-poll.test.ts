import assert from 'node:assert/strict'
import { test } from 'node:test'
import { explainFailure, type Failure, minutesAfterAnswer, minutesAfterFailure } from './schedule-poll.ts'

const pace = { intervalMinutes: 60, defaultMinutes: 60, errorCount: 1, isUnchanged: false, jitter: 0.5 }

test('a feed that answered is asked again at the default pace', () => {
  assert.equal(minutesAfterAnswer(pace), 60)
})

test('a feed is never asked sooner than it asks, and at least once a day', () => {
  assert.equal(minutesAfterAnswer({ ...pace, ttlMinutes: 180 }), 180)
  assert.equal(minutesAfterAnswer({ ...pace, maxAgeSeconds: 7200 }), 120)
  assert.equal(minutesAfterAnswer({ ...pace, ttlMinutes: 100_000 }), 1440)
})

test('a feed that brings nothing new is asked more slowly, up to six hours, and at the default pace again once it does', () => {
  assert.equal(minutesAfterAnswer({ ...pace, isUnchanged: true }), 75)
  assert.equal(minutesAfterAnswer({ ...pace, intervalMinutes: 1000, isUnchanged: true }), 360)
  assert.equal(minutesAfterAnswer({ ...pace, intervalMinutes: 360 }), 60)
})

test('errors double the pause up to a day, spread by jitter', () => {
  const failure: Failure = { kind: 'server-error', status: 500 }
  const after = (errorCount: number, jitter = 0.5) => minutesAfterFailure(failure, { ...pace, errorCount, jitter })
  assert.deepEqual(
    [1, 2, 3, 20].map((count) => after(count)),
    [60, 120, 240, 1440],
  )
  assert.ok(after(3, 0) < after(3, 1))
})

test('Retry-After is honored for as long as a week, and without it a busy server gets an hour, then more', () => {
  const busy = (retryAfterSeconds?: number): Failure => ({
    kind: 'busy',
    status: 429,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  })
  assert.equal(minutesAfterFailure(busy(7200), pace), 120)
  assert.equal(minutesAfterFailure(busy(86_400 * 30), pace), 7 * 1440)
  assert.equal(minutesAfterFailure(busy(), pace), 60)
  assert.equal(minutesAfterFailure(busy(), { ...pace, errorCount: 3 }), 240)
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
    { kind: 'bad-encoding', reason: 'bad gzip' },
  ]
  const texts = failures.map(explainFailure)
  assert.equal(new Set(texts).size, failures.length)
  for (const text of texts) assert.match(text, /^[A-Z0-9].{20,}/)
  assert.match(
    explainFailure({ kind: 'refused-address', host: '10.0.0.1', reason: 'it is a private address' }),
    /TWOSOURCE_ALLOW_PRIVATE/,
  )
})
