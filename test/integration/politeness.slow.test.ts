import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crashPolls } from '../personas/crashes.ts'
import { type FeedLog, type HostLog, judgeRequest, noFaults, noteAnswer } from '../personas/feed-log.ts'
import { simulate } from '../personas/simulate.ts'
import { HOUR_MS, START_MS } from '../personas/timetable.ts'

test('servers of every kind find nothing wrong with ten days of polling, and no entry is lost or kept twice', async (t) => {
  const { polls, personas } = await simulate({ feeds: 108, days: 10, stepMinutes: 90 })
  t.diagnostic(`${polls} polls`)
  assert.ok(polls > 2000)
  for (const { name, entries, notModified: _, requests, what: _what, feeds: _feeds, ...faults } of personas) {
    assert.ok(requests > 4 && entries > 30, `${name}: ${requests} requests, ${entries} entries`)
    for (const [fault, count] of Object.entries(faults)) assert.equal(count, 0, `${name}: ${fault}`)
  }
})

test('processes killed while they poll ask nobody twice', async () => {
  const { killed, early, requests } = await crashPolls(4)
  assert.ok(killed >= 3 && requests > 15)
  assert.equal(early, 0)
})

/** One feed that was read whole at the start, asked again after so long. */
function judged(
  afterMs: number,
  more: { readonly headers?: Record<string, string>; readonly leaveSeconds?: number } = {},
) {
  const persona = { name: '', what: '', answer: () => ({ status: 200, isGood: true }), skipDays: [3] }
  const log: FeedLog = {
    persona,
    posting: { feed: 1, window: 10, everyMinutes: 60 },
    faults: noFaults(),
    served: new Set(),
    requests: 0,
    held: new Map(),
    notBeforeMs: 0,
    hopAtMs: Number.NaN,
    afterEnd: 0,
  }
  const host: HostLog = { open: 1, pausedUntilMs: 0, pausedAtMs: 0, starts: [] }
  const request = { atMs: START_MS, place: 'old', method: 'GET', headers: {} }
  noteAnswer(log, host, request, {
    status: 200,
    headers: { etag: 'W/"1"' },
    isGood: true,
    ...(more.leaveSeconds === undefined ? {} : { leaveSeconds: more.leaveSeconds }),
  })
  const headers = more.headers ?? { 'if-none-match': 'W/"1"' }
  judgeRequest(log, host, { ...request, atMs: START_MS + afterMs, headers })
  const { early, unconditional, wrongValidators, impolite } = log.faults
  return { early, unconditional, wrongValidators, impolite }
}

test('the judge sees what is wrong', () => {
  const fine = { early: 0, unconditional: 0, wrongValidators: 0, impolite: 0 }
  assert.deepEqual(judged(HOUR_MS), fine)
  assert.deepEqual(judged(HOUR_MS - 1), { ...fine, early: 1 })
  assert.deepEqual(judged(2 * HOUR_MS, { leaveSeconds: 7201 }), { ...fine, early: 1 })
  assert.deepEqual(judged(2 * 24 * HOUR_MS), { ...fine, early: 1 }, 'on a day to leave out')
  assert.deepEqual(judged(HOUR_MS, { headers: {} }), { ...fine, unconditional: 1 })
  assert.deepEqual(judged(HOUR_MS, { headers: { 'if-none-match': '"1"' } }), { ...fine, wrongValidators: 1 })
  assert.deepEqual(judged(HOUR_MS, { headers: { 'if-none-match': 'W/"1"', referer: 'x' } }), { ...fine, impolite: 1 })
})
