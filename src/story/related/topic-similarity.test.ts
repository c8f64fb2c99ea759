import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { topicSimilarity } from './related.ts'
import { relationSummary, unrelated } from './relation-fixture.ts'
import { storySimilarities } from './similarity.ts'

const storm = relationSummary({ id: 'storm', words: 'storm harbor wind boats' })
const between = relationSummary({ id: 'between', words: 'storm wind flood river' })
const flood = relationSummary({ id: 'flood', words: 'flood river road bus' })
const likeness = storySimilarities([storm, between, flood, ...unrelated])
const broad = topicSimilarity(likeness)

describe('broadLikeness', () => {
  it('lets stories meet that share no word, through one that shares with both', () => {
    assert.equal(likeness.of(0, 2), 0)
    assert.ok(broad(0, 2) > 0.2)
  })

  it('is 1 for a story and itself, 0 for what has nothing in common, and the same from both sides', () => {
    assert.ok(Math.abs(broad(0, 0) - 1) < 1e-9)
    assert.equal(broad(0, 3), 0)
    assert.ok(Math.abs(broad(0, 2) - broad(2, 0)) < 1e-9)
  })

  it('takes stories without words', () => {
    assert.equal(topicSimilarity(storySimilarities([{ terms: [] }, storm]))(0, 1), 0)
  })
})
