import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { timeDecay } from './adjust-similarity.ts'

const hours = (count: number) => count * 3_600_000

describe('timeDecay', () => {
  it('takes next to nothing off after a minute and leaves 0.75 for each day', () => {
    assert.ok(timeDecay(hours(1 / 60)) > 0.999)
    assert.ok(Math.abs(timeDecay(hours(24)) - 0.75) < 1e-9)
    assert.ok(Math.abs(timeDecay(hours(48)) - 0.75 ** 2) < 1e-9)
  })
  it('takes the very same time for a stamp, which tells as little as half a day between', () => {
    assert.equal(timeDecay(0), timeDecay(hours(12)))
  })
  it('takes a gap that is not a number as none, so that a text without a time can still be placed', () => {
    assert.equal(timeDecay(Date.parse('') - Date.parse('2025-08-19')), 1)
  })
  it('is the same both ways, never rises with the gap and stays between 0 and 1', () => {
    const gap = fc.integer({ min: 1, max: hours(24 * 400) })
    fc.assert(
      fc.property(gap, gap, (a, b) => {
        const [near, far] = [timeDecay(Math.min(a, b)), timeDecay(-Math.max(a, b))]
        assert.equal(timeDecay(a), timeDecay(-a))
        assert.ok(far <= near && far >= 0 && near <= 1)
      }),
    )
  })
})
