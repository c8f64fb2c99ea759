import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asId, type FeedId } from '../../core/ids.ts'
import type { PollOutcome } from '../../store/store.ts'
import { relyOnHub } from './poll-feed.ts'

const outcome: PollOutcome = {
  feedId: asId<FeedId>('1'),
  at: '2026-03-01T12:00:00.000Z',
  nextPollAt: '2026-03-01T13:00:00.000Z',
  intervalMinutes: 60,
  result: { kind: 'unchanged' },
}
const until = '2026-03-09T12:00:00.000Z'

test('a feed whose hub tells of news is asked once a day, and when it would be is kept', () => {
  const { nextPollAt, pollAt, intervalMinutes } = relyOnHub(until, outcome)
  assert.deepEqual([nextPollAt, pollAt, intervalMinutes], ['2026-03-02T12:00:00.000Z', outcome.nextPollAt, 60])
})

test('it is not asked on a day on which it wants to be left alone', () => {
  // March 2, 2026 is a Monday.
  const { nextPollAt } = relyOnHub(until, { ...outcome, pace: { skipDays: [1] } })
  assert.equal(nextPollAt, '2026-03-03T00:00:00.000Z')
})

test('a feed that asks for more rest, cannot be read or has no hub is asked as ever', () => {
  const later = { ...outcome, nextPollAt: '2026-03-05T12:00:00.000Z' }
  const failed = { ...outcome, result: { kind: 'failed', reason: 'x', message: 'x', isStopped: false } } as const
  assert.equal(relyOnHub(until, later), later)
  assert.equal(relyOnHub(until, failed), failed)
  assert.equal(relyOnHub(undefined, outcome), outcome)
})
