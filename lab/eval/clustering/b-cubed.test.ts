import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { scoreClustering } from './b-cubed.ts'

const isNear = (a: number, b: number) => Math.abs(a - b) < 1e-9

describe('scoreClustering', () => {
  it('gives one to a clustering equal to gold, whatever the labels', () => {
    const figures = scoreClustering(['a', 'a', 'b'], ['x', 'x', 'y'])
    assert.ok(isNear(figures.b3F1, 1) && isNear(figures.pairF1, 1) && isNear(figures.ari, 1))
  })
  it('takes precision from putting all together and recall from keeping all apart', () => {
    const together = scoreClustering(['a', 'a', 'b', 'b'], ['x', 'x', 'x', 'x'])
    assert.ok(isNear(together.b3Precision, 0.5) && isNear(together.b3Recall, 1))
    const apart = scoreClustering(['a', 'a', 'b', 'b'], ['1', '2', '3', '4'])
    assert.ok(isNear(apart.b3Precision, 1) && isNear(apart.b3Recall, 0.5))
    assert.equal(apart.pairF1, 0)
  })
  it('agrees with the example worked by hand', () => {
    // Gold {1,2,3} {4,5}, predicted {1,2} {3,4,5}: precision (1+1+1/3+2/3+2/3)/5, recall (2/3+2/3+1/3+1+1)/5.
    const figures = scoreClustering(['a', 'a', 'a', 'b', 'b'], ['x', 'x', 'y', 'y', 'y'])
    assert.ok(isNear(figures.b3Precision, 11 / 15))
    assert.ok(isNear(figures.b3Recall, 11 / 15))
    assert.ok(isNear(figures.pairF1, 0.5))
    // 2 pairs in common, 4·4/10 expected, 4 at most: (2 − 1.6) / (4 − 1.6).
    assert.ok(isNear(figures.ari, 1 / 6))
  })
  it('refuses lists of different length', () => {
    assert.throws(() => scoreClustering(['a'], []), /1 gold labels, 0 predicted/)
  })
})
