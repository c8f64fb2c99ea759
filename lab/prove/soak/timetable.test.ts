import assert from 'node:assert/strict'
import { test } from 'node:test'
import { timetable } from './timetable.ts'

const hour = { minutes: 60, seed: 1, killMinutes: 60, hasServer: true }
const count = (kind: string, all: ReturnType<typeof timetable>) => all.filter((each) => each.kind === kind).length

test('an hour has a kill each minute, and the rest by turns', () => {
  const all = timetable(hour)
  assert.deepEqual([count('kill', all), count('jump', all), count('restart', all)], [60, 30, 15])
  assert.deepEqual(all, timetable(hour))
  assert.ok(all.every(({ atSeconds }, index) => atSeconds >= (all[index - 1]?.atSeconds ?? 0) && atSeconds < 3600))
})

test('no process is started while the database is away', () => {
  const minute = (at: number) => at - Math.floor(at / 60) * 60
  for (const { kind, atSeconds } of timetable(hour)) if (kind === 'kill') assert.ok(minute(atSeconds) <= 21)
  for (const { kind, atSeconds } of timetable(hour)) if (kind === 'restart') assert.ok(minute(atSeconds) >= 42)
})

test('a short one has one of each', () => {
  const all = timetable({ ...hour, minutes: 0.3, killMinutes: 1 })
  assert.deepEqual(
    all.map(({ kind }) => kind),
    ['kill', 'jump', 'restart'],
  )
  assert.ok(all.every(({ atSeconds }) => atSeconds < 18))
  assert.equal(count('restart', timetable({ ...hour, hasServer: false })), 0)
})
