import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moment } from './input.ts'

test('a moment is a day or a time, in UTC where no zone is given', () => {
  for (const [given, taken] of [
    ['2025-08-19', '2025-08-19T00:00:00.000Z'],
    ['2025-08-19T14:05', '2025-08-19T14:05:00.000Z'],
    ['2025-08-19T14:05Z', '2025-08-19T14:05:00.000Z'],
    ['2025-08-19T14:05:30.5+02:00', '2025-08-19T12:05:30.500Z'],
  ])
    assert.equal(moment.safeParse(given).data, taken)
  for (const given of ['', 'yesterday', '2025-08', '2025-13-45', '2025-08-19T25:00Z', '2025-08-19T14:05<'])
    assert.equal(moment.safeParse(given).success, false, given)
})
