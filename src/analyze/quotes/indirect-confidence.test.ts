import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { withPronoun } from './confidence.ts'
import { gradeShare, indirectConfidence } from './indirect-confidence.ts'

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
