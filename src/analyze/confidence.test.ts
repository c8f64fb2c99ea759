import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { QuotePattern } from '../core/quote.ts'
import { confidenceOf } from './confidence.ts'

const patterns: readonly QuotePattern[] = [
  'cue-right',
  'run-on',
  'continued',
  'colon',
  'cue-left',
  'previous-subject',
  'pronoun',
  'none',
]

describe('how sure a speaker is', () => {
  it('falls from the verb beside the words to the subject of another sentence', () => {
    const shares = (['cue-right', 'colon', 'cue-left', 'previous-subject', 'none'] as const).map((pattern) =>
      confidenceOf(pattern, false),
    )
    assert.deepEqual(
      shares,
      [...shares].sort((a, b) => b - a),
    )
  })

  it('is never greater for a pronoun', () => {
    for (const pattern of patterns) assert.ok(confidenceOf(pattern, true) <= confidenceOf(pattern, false), pattern)
  })

  it('is nothing when nobody speaks', () => {
    assert.equal(confidenceOf('none', false), 0)
  })

  it('of the subject of the sentence before is below what the page calls sure', () => {
    assert.ok(confidenceOf('previous-subject', false) < 0.6)
  })
})
