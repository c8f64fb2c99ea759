import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { coverageBins } from './plot-coverage.ts'

const at = (publishedAt: string, kind: 'own' | 'copies' | 'unknown' = 'own') => ({ publishedAt, kind })

describe('coverageBins', () => {
  it('has nothing to show without articles', () => {
    assert.deepEqual(coverageBins([]), [])
  })

  it('puts one article in one bin', () => {
    assert.deepEqual(coverageBins([at('2026-03-16T22:10:00Z')]), [
      { from: '2026-03-16T22:00:00.000Z', own: 1, copies: 0, unknown: 0 },
    ])
  })

  it('counts own reporting and copies apart, in quarter hours for a short time', () => {
    const bins = coverageBins([
      at('2026-03-16T22:10:00Z'),
      at('2026-03-16T22:12:00Z', 'copies'),
      at('2026-03-16T22:50:00Z', 'copies'),
      at('2026-03-16T22:51:00Z', 'unknown'),
    ])
    assert.deepEqual(
      bins.map(({ own, copies, unknown }) => [own, copies, unknown]),
      [
        [1, 1, 0],
        [0, 0, 0],
        [0, 0, 0],
        [0, 1, 1],
      ],
    )
  })

  it('takes longer stretches for a longer time, never more than 32', () => {
    const bins = coverageBins([at('2026-03-01T00:00:00Z'), at('2026-03-31T00:00:00Z')])
    assert.ok(bins.length <= 32)
    assert.equal(bins[0]?.from, '2026-03-01T00:00:00.000Z')
    assert.equal(Date.parse(bins[1]!.from) - Date.parse(bins[0]!.from), 86_400_000)
  })

  it('leaves out an article without a readable time', () => {
    assert.equal(coverageBins([at('yesterday'), at('2026-03-16T22:10:00Z')]).length, 1)
  })

  it('counts every dated article exactly once', () => {
    const dates = fc.array(
      fc.record({
        ms: fc.integer({ min: 0, max: 4_000_000_000_000 }),
        kind: fc.constantFrom('own' as const, 'copies' as const, 'unknown' as const),
      }),
      {
        minLength: 1,
        maxLength: 60,
      },
    )
    fc.assert(
      fc.property(dates, (list) => {
        const bins = coverageBins(list.map(({ ms, kind }) => ({ publishedAt: new Date(ms).toISOString(), kind })))
        assert.ok(bins.length <= 32)
        assert.equal(
          bins.reduce((sum, { own, copies, unknown }) => sum + own + copies + unknown, 0),
          list.length,
        )
      }),
    )
  })
})
