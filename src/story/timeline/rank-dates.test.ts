import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { rankDates } from './build-timeline.ts'

const date = (value: string) => ({ kind: 'date', value }) as const

describe('rankDates', () => {
  it('counts each report that names a day once, and a little for those published on it', () => {
    const scores = rankDates([
      { day: '2025-08-18', times: [date('2025-08-15'), date('2025-08-15'), date('2025-08-18')] },
      { day: '2025-08-19', times: [date('2025-08-15'), { kind: 'time', value: '2025-08-18T13:00' }] },
    ])
    assert.deepEqual(
      [...scores].sort(([, a], [, b]) => b - a),
      [
        ['2025-08-18', 2.25],
        ['2025-08-15', 2],
        ['2025-08-19', 0.25],
      ],
    )
  })

  it('ranks no month, year or length of time', () => {
    const scores = rankDates([
      { day: '2025-08-18', times: [date('2025-08'), date('2014'), { kind: 'duration', value: 'P3D' }] },
    ])
    assert.deepEqual([...scores.keys()], ['2025-08-18'])
  })
})
