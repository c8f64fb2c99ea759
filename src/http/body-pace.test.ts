import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bytePace } from './body-pace.ts'

test('a pace lets the first bytes pass, and no more on the average than it allows', () => {
  let now = 0
  const pace = bytePace(1_000, 4_000, () => now)
  assert.equal(pace.take(4_000), 0)
  let taken = 0
  while (now < 60_000) {
    now += pace.take(500)
    taken += 500
  }
  assert.ok(taken >= 60_000 && taken <= 61_000, `${taken} bytes`)
})

test('what was not used is there again, but never more than the first bytes', () => {
  let now = 0
  const pace = bytePace(1_000, 4_000, () => now)
  pace.take(4_000)
  now += 100_000
  assert.equal(pace.take(4_000), 0)
  assert.equal(pace.take(1_000), 1_000)
})

test('a wait is never so short that it costs more than it saves', () => {
  const pace = bytePace(1_000_000, 0, () => 0)
  assert.equal(pace.take(1), 25)
})
