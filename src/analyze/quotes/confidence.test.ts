import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { QuotePattern } from '../../core/quote.ts'
import {
  confidenceOf,
  type Grounds,
  gradeShare,
  indirectConfidence,
  speakerConfidence,
  withPronoun,
} from './confidence.ts'

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

const named: Omit<Grounds, 'pattern' | 'isDirect'> = { strength: 3, gap: 5, words: 9, isKnown: true, isPronoun: false }

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

  it('of the subject of the sentence before is the least', () => {
    const least = confidenceOf('previous-subject', false)
    for (const pattern of ['cue-right', 'cue-left', 'colon', 'run-on'] as const)
      assert.ok(confidenceOf(pattern, false) > least, pattern)
  })

  it('is less for a few words in the reporter’s sentence than for a whole one', () => {
    for (const pattern of ['cue-right', 'cue-left'] as const) {
      const whole = speakerConfidence({ ...named, pattern, isDirect: true })
      assert.ok(speakerConfidence({ ...named, pattern, isDirect: false, words: 2, gap: 80 }) < whole, pattern)
    }
  })

  it('is less for a verb that seldom reports, and for a speaker without a name', () => {
    const left = { ...named, pattern: 'cue-left', isDirect: false } as const
    assert.ok(speakerConfidence({ ...left, strength: 1 }) < speakerConfidence(left))
    assert.ok(speakerConfidence({ ...left, isKnown: false }) < speakerConfidence(left))
  })
})

describe('how sure a report without marks is', () => {
  it('is most for said, and more with that', () => {
    assert.ok(indirectConfidence(3, false) > indirectConfidence(2, true))
    assert.ok(indirectConfidence(2, true) > indirectConfidence(2, false))
  })

  it('follows the grade of a frame', () => {
    assert.ok(gradeShare('sure') > gradeShare('likely'))
    assert.ok(gradeShare('likely') > gradeShare('doubtful'))
  })

  it('is less for a pronoun', () => {
    assert.ok(withPronoun(0.8, true) < withPronoun(0.8, false))
  })
})
