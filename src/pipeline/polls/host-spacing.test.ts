import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asId, type FeedId, type SourceId } from '../../core/ids.ts'
import { hostPauses } from '../../http/host-pauses.ts'
import type { PollTarget } from '../../store/store.ts'
import { hostSpacing, usualSpacing } from './host-spacing.ts'
import { postpone } from './poll-loop.ts'

const at = new Date('2026-03-01T12:00:00Z')
const target = (id: number, more: Partial<PollTarget> = {}): PollTarget => ({
  feedId: asId<FeedId>(`f${id}`),
  sourceId: asId<SourceId>('s1'),
  url: `https://one.example/${id}.xml`,
  title: 'Example',
  validators: {},
  intervalMinutes: 60,
  errorCount: 0,
  movedSightings: 0,
  intake: 'feed',
  pace: {},
  goodAt: at.toISOString(),
  subscribers: 1,
  ...more,
})

test('four feeds of a host start together, the others a second apart; other hosts do not wait for them', () => {
  const spacing = hostSpacing(usualSpacing)
  const turns = Array.from({ length: 7 }, () => spacing.turnAt('one.example', 0, false))
  assert.deepEqual(turns, [0, 0, 0, 0, 1000, 2000, 3000])
  assert.equal(spacing.turnAt('two.example', 0, false), 0)
  assert.equal(spacing.turnAt('one.example', 9000, false), 9000, 'the bucket fills again')
  for (let n = 0; n < 20; n++)
    assert.equal(spacing.turnAt('127.0.0.1:8080', 0, false), 0, 'this machine is its owner’s')
})

test('who comes late to a turn is not too close to the next one, nor loses the turn', () => {
  const spacing = hostSpacing(usualSpacing)
  for (let n = 0; n < 6; n++) spacing.turnAt('one.example', 0, false)
  assert.equal(spacing.turnAt('one.example', 1700, true), 1700)
  assert.equal(spacing.turnAt('one.example', 1800, true), 2000)
  assert.equal(spacing.turnAt('one.example', 2000, true), 2000)
})

test('however the requests come, a fifth one is never within a second', () => {
  const spacing = hostSpacing(usualSpacing)
  const starts: number[] = []
  for (let at = 0; at < 60_000; at += 137) if (spacing.turnAt('one.example', at, at % 2 === 0) === at) starts.push(at)
  assert.ok(starts.length > 50)
  for (let index = 4; index < starts.length; index++) assert.ok(starts[index]! - starts[index - 4]! >= 1000)
})

test('feeds beyond the first four of a host are put back by seconds, and start at once when their turn has come', () => {
  const spacing = hostSpacing(usualSpacing)
  const back = postpone(
    { spacing },
    [1, 2, 3, 4, 5, 6].map((id) => target(id)),
    at,
  )
  assert.deepEqual(
    back.map(({ feedId, until, why }) => [feedId, until, why]),
    [
      ['f5', '2026-03-01T12:00:01.000Z', 'turn'],
      ['f6', '2026-03-01T12:00:02.000Z', 'turn'],
    ],
  )
  assert.deepEqual(postpone({ spacing }, [target(5, { why: 'turn' })], new Date(back[0]!.until)), [])
})

test('a pause holds for all feeds of the host, for who asks by hand as well; skipped hours only for the clock', () => {
  const pauses = hostPauses(() => at)
  pauses.record('one.example', { kind: 'busy', status: 429, retryAfterSeconds: 7200 })
  const [held] = postpone({ pauses }, [target(1, { why: 'by-hand' })], at)
  assert.deepEqual([held?.until, held?.why], ['2026-03-01T14:00:00.000Z', 'host-paused'])
  const pace = { skipHours: [12] }
  assert.equal(postpone({}, [target(1, { pace })], at)[0]?.until, '2026-03-01T13:00:00.000Z')
  assert.deepEqual(postpone({}, [target(1, { pace, why: 'by-hand' })], at), [])
})
