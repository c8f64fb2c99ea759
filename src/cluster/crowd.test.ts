import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isFaint, similarityFactor } from './adjust-similarity.ts'

describe('crowd', () => {
  it('takes nothing from a text in ordinary company and ever more from one in a crowd', () => {
    assert.equal(similarityFactor(0, 500), 1)
    assert.equal(similarityFactor(12, 500), 1)
    let last = 1
    for (let neighbors = 13; neighbors < 5000; neighbors += 7) {
      const likeness = similarityFactor(neighbors, 500)
      assert.ok(likeness < last && likeness > 0.2, `${neighbors}: ${likeness}`)
      last = likeness
    }
  })
  it('is no more crowded in a window ten times as large with ten times the neighbors', () => {
    assert.equal(similarityFactor(400, 40_000), similarityFactor(40, 4000))
    assert.equal(similarityFactor(120, 40_000), 1)
    assert.equal(similarityFactor(40, 300), similarityFactor(40, 4000))
  })

  it('counts the faintly alike and neither strangers nor those of the same event', () => {
    assert.deepEqual([0.02, 0.06, 0.1, 0.14, 0.3].map(isFaint), [false, true, true, true, false])
  })
})
