import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DAY_ONLY, isDayOnly } from './day-only.ts'

test('a time tells whether more than its day is known', () => {
  for (const at of ['2026-03-10', `2026-03-10${DAY_ONLY}`, '2026-03-10T00:00:00Z', '2026-03-10T00:00+02:00'])
    assert.ok(isDayOnly(at), at)
  for (const at of ['2026-03-10T12:00:00Z', '2026-03-10T12:00:01+00:00', '2026-03-10T00:01:00Z'])
    assert.ok(!isDayOnly(at), at)
})
