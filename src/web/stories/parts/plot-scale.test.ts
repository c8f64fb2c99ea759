import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { placeLabels, scaleOf } from './plot-scale.ts'

describe('a scale', () => {
  it('maps its ends to the ends of the drawing, and what lies outside outside', () => {
    const scale = scaleOf(10, 20, 0.1, 0.9)
    assert.deepEqual([10, 15, 20].map(scale), [0.1, 0.5, 0.9])
    assert.ok(scale(25) > 1)
  })

  it('puts a single value in the middle', () => {
    assert.equal(scaleOf(5, 5)(5), 0.5)
    assert.equal(scaleOf(Number.NaN, Number.NaN)(1), 0.5)
  })
})

describe('labels', () => {
  const at = (at: number, width: number) => ({ at, width })

  it('that do not touch share a row', () => {
    const placed = placeLabels([at(0.2, 0.2), at(0.7, 0.2)])
    assert.deepEqual(placed, [
      { row: 0, anchor: 'middle', isCrossing: false },
      { row: 0, anchor: 'middle', isCrossing: false },
    ])
  })

  it('that would cover each other go to rows of their own', () => {
    const placed = placeLabels(
      [0.6, 0.3, 0.1].map((place) => at(place, 0.4)),
      { anchor: 'start' },
    )
    assert.deepEqual(
      placed.map(({ row }) => row),
      [0, 1, 2],
    )
    assert.ok(placed.every(({ isCrossing }) => !isCrossing))
  })

  it('are told when a line must cross one', () => {
    const placed = placeLabels([0.4, 0.45].map((place) => at(place, 0.3)))
    assert.deepEqual(
      placed.map(({ isCrossing }) => isCrossing),
      [false, true],
    )
  })

  it('grow away from the edges', () => {
    const anchors = placeLabels([0.01, 0.99].map((place) => at(place, 0.3))).map(({ anchor }) => anchor)
    assert.deepEqual(anchors, ['start', 'end'])
    assert.deepEqual(placeLabels([at(0.9, 0.3)], { anchor: 'start' })[0]?.anchor, 'end')
  })
})
