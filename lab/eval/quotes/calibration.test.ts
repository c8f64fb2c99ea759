import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { calibrationOf, type Stated } from './calibration.ts'

/** So many statements of one confidence, of which so many were right. */
const stated = (confidence: number, all: number, right: number): Stated[] =>
  Array.from({ length: all }, (_, i) => ({ confidence, isRight: i < right }))

const round = (figures: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, Math.round(figure * 1000) / 1000]))

describe('calibrationOf', () => {
  it('is 1 when every tenth is right as often as it says', () => {
    assert.deepEqual(round(calibrationOf([...stated(0.95, 100, 95), ...stated(0.75, 40, 30)])), {
      calibration: 1,
      calibration_mean: 1,
    })
  })

  it('is as bad as its worst tenth; the mean weighs them by what they hold', () => {
    assert.deepEqual(round(calibrationOf([...stated(0.9, 300, 270), ...stated(0.7, 100, 50)])), {
      calibration: 0.8,
      calibration_mean: 0.95,
    })
  })

  it('says nothing of a tenth with few', () => {
    assert.deepEqual(calibrationOf(stated(0.9, 29, 0)), {})
  })

  it('counts certainty in the last tenth', () => {
    assert.equal(calibrationOf(stated(1, 30, 30)).calibration, 1)
  })
})
