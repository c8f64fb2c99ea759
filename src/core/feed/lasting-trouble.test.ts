import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FeedPace } from './feed-pace.ts'
import { lastingTrouble, type TroubledFeed } from './lasting-trouble.ts'

const at = '2026-03-17T12:00:00.000Z'
const daysAgo = (days: number) => new Date(Date.parse(at) - days * 86_400_000).toISOString()
const days = (count: number) => count * 24 * 60

const fine: TroubledFeed = { intake: 'feed', isStopped: false, pace: {}, lastPolledAt: at, lastOkAt: at }
const failing = (pace: FeedPace, given: Partial<TroubledFeed> = {}): TroubledFeed => ({
  ...fine,
  lastOkAt: daysAgo(30),
  lastError: { reason: 'not-found' },
  pace,
  ...given,
})
const posting = (median: number, longest: number, newest: number): TroubledFeed => ({
  ...fine,
  pace: { medianGapMinutes: days(median), longestGapMinutes: days(longest), newestAt: daysAgo(newest) },
})

test('a feed that failed for a week is in lasting trouble; one that failed for less, or answers, is not', () => {
  assert.deepEqual(lastingTrouble(failing({ failingSince: daysAgo(7) }), at), { kind: 'failing', since: daysAgo(7) })
  assert.equal(lastingTrouble(failing({ failingSince: daysAgo(6.9) }), at), undefined)
  assert.equal(lastingTrouble(fine, at), undefined)
})

test('a server that was off for a month does not blame the feed that failed its first poll since', () => {
  assert.equal(lastingTrouble(failing({ failingSince: at }), at), undefined)
  assert.equal(lastingTrouble(failing({}), at), undefined, 'failures of before the update have no beginning')
})

test('a stopped feed is failing since it was stopped', () => {
  const stopped = failing({}, { isStopped: true, lastPolledAt: daysAgo(40) })
  assert.deepEqual(lastingTrouble(stopped, at), { kind: 'failing', since: daysAgo(40) })
  assert.equal(lastingTrouble({ ...stopped, lastPolledAt: daysAgo(2) }, at), undefined)
})

test('a silence is judged by the rhythm of the feed: its longest gap, its usual gap, and two weeks at least', () => {
  assert.equal(lastingTrouble(posting(1, 3, 13.9), at), undefined, 'a vacation')
  assert.deepEqual(lastingTrouble(posting(1, 3, 14), at), { kind: 'silent', since: daysAgo(14) })
  assert.equal(lastingTrouble(posting(1, 20, 39), at), undefined, 'it was silent for long before')
  assert.equal(lastingTrouble(posting(1, 20, 41), at)?.kind, 'silent')
  assert.equal(lastingTrouble(posting(30, 35, 200), at), undefined, 'a monthly one')
  assert.equal(lastingTrouble(posting(30, 35, 241), at)?.kind, 'silent')
})

test('nothing is said of a silence that is not certain', () => {
  const silent = posting(1, 2, 60)
  assert.equal(lastingTrouble({ ...silent, pace: { newestAt: daysAgo(60) } }, at), undefined, 'no rhythm is known')
  assert.equal(lastingTrouble({ ...silent, lastArrivalAt: daysAgo(3) }, at), undefined, 'something arrived since')
  assert.equal(lastingTrouble({ ...silent, lastOkAt: daysAgo(55) }, at), undefined, 'this server was off')
  assert.equal(lastingTrouble({ ...silent, intake: 'mail' }, at), undefined, 'a newsletter')
})
