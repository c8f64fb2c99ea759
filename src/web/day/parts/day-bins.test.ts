import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { dayBins } from './day-bins.ts'

const at = (ms: number) => new Date(ms).toISOString().slice(0, 10)
const days = (...list: readonly string[]) => list.map((day) => ({ day }))

describe('dayBins', () => {
  it('is one for each day of a short time, those without anything among them', () => {
    const bins = dayBins(days('2026-03-12', '2026-03-09', '2026-03-09'))
    assert.deepEqual(
      bins.map(({ from, items }) => [at(from), items.length]),
      [
        ['2026-03-09', 2],
        ['2026-03-10', 0],
        ['2026-03-11', 0],
        ['2026-03-12', 1],
      ],
    )
  })

  it('is one for each week from Monday on when the time is longer', () => {
    const bins = dayBins(days('2026-01-01', '2026-03-12'))
    assert.deepEqual([at(bins[0]!.from), bins.length, at(bins.at(-1)!.from)], ['2025-12-29', 11, '2026-03-09'])
    assert.ok(bins.every(({ from, until }) => until - from === 7 * 86_400_000))
    assert.equal(bins.at(-1)?.items.length, 1)
  })

  it('never is more than a drawing holds, and loses nothing', () => {
    const all = days('1999-05-01', '2005-01-01', '2026-03-12')
    const bins = dayBins(all)
    assert.ok(bins.length <= 33, String(bins.length))
    assert.equal(bins.flatMap(({ items }) => items).length, 3)
  })

  it('leaves out what is no day', () => {
    assert.deepEqual(dayBins(days('never', '')), [])
    assert.equal(dayBins(days('2026-03-12', 'x')).length, 1)
  })
})
