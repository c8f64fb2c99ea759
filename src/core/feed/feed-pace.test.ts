import assert from 'node:assert/strict'
import { test } from 'node:test'
import { afterSkipped, isSkipped } from './feed-pace.ts'

const ms = (iso: string) => Date.parse(iso)
const iso = (at: number) => new Date(at).toISOString()

test('a moment in a named hour moves to the start of the first free one, others stay to the millisecond', () => {
  const asks = { skipHours: [23, 0, 1] }
  assert.equal(iso(afterSkipped(ms('2026-03-01T23:00:00Z'), asks)), '2026-03-02T02:00:00.000Z')
  assert.equal(iso(afterSkipped(ms('2026-03-01T22:59:59.999Z'), asks)), '2026-03-01T22:59:59.999Z')
  assert.equal(iso(afterSkipped(ms('2026-03-02T02:00:00Z'), asks)), '2026-03-02T02:00:00.000Z')
})

test('days and hours count together', () => {
  const asks = { skipDays: [0, 6], skipHours: [0] }
  assert.equal(iso(afterSkipped(ms('2026-02-28T10:00:00Z'), asks)), '2026-03-02T01:00:00.000Z')
  assert.equal(isSkipped(ms('2026-03-02T00:30:00Z'), asks), true)
  assert.equal(isSkipped(ms('2026-03-02T01:00:00Z'), asks), false)
})

test('who names every hour or every day names none', () => {
  for (const asks of [
    { skipDays: [0, 1, 2, 3, 4, 5, 6] },
    { skipHours: Array.from({ length: 24 }, (_, hour) => hour) },
  ]) {
    assert.equal(afterSkipped(1000, asks), 1000)
    assert.equal(isSkipped(1000, asks), false)
  }
})
