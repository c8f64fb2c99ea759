import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { compileGold } from './compile-gold.ts'
import type { Miss } from './score-marks.ts'
import { scoreTitles } from './score-titles.ts'

describe('speakers behind titles', () => {
  it('count by their exact names, and none by a title', () => {
    const articles = compileGold(
      '=== a 2025-06-10\nA=Jane Roe\n"{A:I go,}" {cA:said} {sA:Gov. Jane Roe}.\n=== b 2025-06-10\nA=\n"{A:I go,}" {sA:the governor} {cA:said}.\n',
    )
    assert.deepEqual(scoreTitles(articles), { named_speaker: 1, title_alone_unnamed: 1 })
  })

  it('miss a name given in part', () => {
    const misses: Miss[] = []
    scoreTitles(compileGold('=== a 2025-06-10\nA=Jane Ann Roe\n"{A:I go,}" {sA:Jane Roe} {cA:said}.\n'), misses)
    assert.deepEqual(
      misses.map(({ wanted, ours }) => [wanted, ours]),
      [['Jane Ann Roe', 'Jane Roe']],
    )
  })
})
