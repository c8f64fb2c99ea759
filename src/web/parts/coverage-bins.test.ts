import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { coverageBins } from './coverage-bins.ts'

const at = (publishedAt: string, isOwn = true) => ({ publishedAt, isOwn })

describe('coverageBins', () => {
  it('has nothing to show without articles', () => {
    assert.deepEqual(coverageBins([]), [])
  })

  it('puts one article in one bin', () => {
    assert.deepEqual(coverageBins([at('2026-03-16T22:10:00Z')]), [
      { from: '2026-03-16T22:00:00.000Z', own: 1, copies: 0 },
    ])
  })

  it('counts own reporting and copies apart, in quarter hours for a short time', () => {
    const bins = coverageBins([
      at('2026-03-16T22:10:00Z'),
      at('2026-03-16T22:12:00Z', false),
      at('2026-03-16T22:50:00Z', false),
    ])
    assert.deepEqual(
      bins.map(({ own, copies }) => [own, copies]),
      [
        [1, 1],
        [0, 0],
        [0, 0],
        [0, 1],
      ],
    )
  })

  it('takes longer stretches for a longer time, never more than 48', () => {
    const bins = coverageBins([at('2026-03-01T00:00:00Z'), at('2026-03-31T00:00:00Z')])
    assert.ok(bins.length <= 48)
    assert.equal(bins[0]?.from, '2026-03-01T00:00:00.000Z')
    assert.equal(Date.parse(bins[1]!.from) - Date.parse(bins[0]!.from), 86_400_000)
  })

  it('leaves out an article without a readable time', () => {
    assert.equal(coverageBins([at('yesterday'), at('2026-03-16T22:10:00Z')]).length, 1)
  })

  it('counts every dated article exactly once', () => {
    const dates = fc.array(fc.record({ ms: fc.integer({ min: 0, max: 4_000_000_000_000 }), isOwn: fc.boolean() }), {
      minLength: 1,
      maxLength: 60,
    })
    fc.assert(
      fc.property(dates, (list) => {
        const bins = coverageBins(list.map(({ ms, isOwn }) => ({ publishedAt: new Date(ms).toISOString(), isOwn })))
        assert.ok(bins.length <= 48)
        assert.equal(
          bins.reduce((sum, { own, copies }) => sum + own + copies, 0),
          list.length,
        )
      }),
    )
  })
})
