import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { rankDates } from './build-timeline.ts'

const date = (value: string) => ({ kind: 'date', value }) as const

describe('rankDates', () => {
  it('counts each report that names a day once, and a little for those published on it', () => {
    const scores = rankDates([
      { day: '2025-08-18', times: [date('2025-08-15'), date('2025-08-15'), date('2025-08-18')] },
      { day: '2025-08-19', times: [date('2025-08-15'), { kind: 'time', value: '2025-08-19T13:00' }] },
    ])
    assert.deepEqual(
      [...scores].sort(([, a], [, b]) => b - a),
      [
        ['2025-08-15', 2],
        ['2025-08-18', 1.25],
        ['2025-08-19', 1.25],
      ],
    )
  })

  it('counts a day more the longer it is still named, but none from before the story', () => {
    const scores = rankDates([
      { day: '2025-08-18', times: [date('2025-08-18'), date('2024-01-02')] },
      { day: '2025-08-19', times: [date('2025-08-19'), date('2025-08-18')] },
      { day: '2025-09-20', times: [date('2025-08-18'), date('2025-09-19'), date('2024-01-02')] },
    ])
    const weight = (day: string) => Math.round((scores.get(day) ?? 0) * 10) / 10
    assert.deepEqual(
      ['2025-08-18', '2025-08-19', '2025-09-19', '2024-01-02'].map(weight),
      [1 + 0.25 + 1.7 + 4.5, 1.25, 1.7, 2].map((value) => Math.round(value * 10) / 10),
    )
  })

  it('ranks no month, year or length of time', () => {
    const scores = rankDates([
      { day: '2025-08-18', times: [date('2025-08'), date('2014'), { kind: 'duration', value: 'P3D' }] },
    ])
    assert.deepEqual([...scores.keys()], ['2025-08-18'])
  })
})
