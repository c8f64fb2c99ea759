import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { hasBegun, plusDays } from './day-periods.ts'

describe('a day', () => {
  it('has begun once it has a quarter of the stories of the day before, or at noon', () => {
    const night = '2026-03-17T00:20:00.000Z'
    assert.equal(hasBegun(1, 11, night), false)
    assert.equal(hasBegun(3, 11, night), true)
    assert.equal(hasBegun(1, 0, night), true)
    assert.equal(hasBegun(1, 11, '2026-03-17T12:00:00.000Z'), true)
    assert.equal(hasBegun(0, 0, '2026-03-17T13:00:00.000Z'), false)
  })

  it('is followed by the next one over the ends of months and years', () => {
    assert.equal(plusDays('2026-12-31', 1), '2027-01-01')
    assert.equal(plusDays('2026-03-01', -1), '2026-02-28')
  })
})
