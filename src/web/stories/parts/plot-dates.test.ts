import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { timeTicks } from './plot-dates.ts'

const reader = exampleReader()
const between = (from: string, until: string, timeZone = 'UTC') =>
  timeTicks(Date.parse(from), Date.parse(until), { ...reader, timeZone })
const plain = (text: string) => text.replace(/\s/g, ' ')
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 16)

describe('ticks of a time axis', () => {
  it('are full hours within a day, with the day under the first and at midnight', () => {
    const ticks = between('2026-03-16T20:10:00Z', '2026-03-17T03:00:00Z')
    assert.deepEqual(
      ticks.map(({ label, under }) => plain([label, under].filter(Boolean).join(' '))),
      ['9:00 PM', '10:00 PM Mar 16', '11:00 PM', '12:00 AM Mar 17', '1:00 AM', '2:00 AM', '3:00 AM'],
    )
    assert.deepEqual(
      ticks.filter(({ isMajor }) => isMajor).map(({ label }) => plain(label)),
      ['10:00 PM', '12:00 AM', '2:00 AM'],
    )
  })

  const spans: readonly (readonly [string, string, readonly string[]])[] = [
    ['2026-03-16T10:00:00Z', '2026-03-16T10:20:00Z', ['10:00 AM', '10:05 AM', '10:10 AM', '10:15 AM', '10:20 AM']],
    ['2026-03-14T00:00:00Z', '2026-03-18T12:00:00Z', ['Mar 14', 'Mar 15', 'Mar 16', 'Mar 17', 'Mar 18']],
    ['2026-03-01T00:00:00Z', '2026-04-10T00:00:00Z', ['Mar 2', 'Mar 9', 'Mar 16', 'Mar 23', 'Mar 30', 'Apr 6']],
    ['2026-01-10T00:00:00Z', '2026-05-02T00:00:00Z', ['Feb', 'Mar', 'Apr', 'May']],
    ['2014-01-01T00:00:00Z', '2026-03-01T00:00:00Z', ['2014', '2016', '2018', '2020', '2022', '2024', '2026']],
  ]
  for (const [from, until, expected] of spans)
    it(`from ${from} to ${until} are round`, () => {
      assert.deepEqual(
        between(from, until).map(({ label }) => plain(label)),
        expected,
      )
    })

  it('say the year under a day that is not of this one', () => {
    assert.ok(between('2024-03-01T00:00:00Z', '2024-03-05T00:00:00Z').some(({ under }) => under === '2024'))
    assert.ok(between('2026-03-01T00:00:00Z', '2026-03-05T00:00:00Z').every(({ under }) => under === undefined))
  })

  it('stand on the reader’s own midnights, also where the clock is put forward', () => {
    const ticks = between('2026-03-27T12:00:00Z', '2026-03-31T12:00:00Z', 'Europe/Paris')
    assert.deepEqual(
      ticks.map(({ at }) => iso(at)),
      ['2026-03-27T23:00', '2026-03-28T23:00', '2026-03-29T22:00', '2026-03-30T22:00'],
    )
  })

  it('are none of a moment, of nothing, and never more than eight', () => {
    assert.deepEqual(between('2026-03-16T10:00:00Z', '2026-03-16T10:00:00Z'), [])
    assert.deepEqual(between('no time', '2026-03-16T10:00:00Z'), [])
    for (let length = 60_000; length < 1e14; length *= 1.7) {
      const ticks = timeTicks(1_700_000_000_000, 1_700_000_000_000 + length, reader)
      assert.ok(ticks.length <= 9, `${length}: ${ticks.length}`)
    }
  })
})
