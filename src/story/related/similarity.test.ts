import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { relationSummary, unrelated } from './relation-fixture.ts'
import { storySimilarities } from './similarity.ts'

const storm = relationSummary({ id: 'storm', title: 'Storm closes quay', words: 'wind boats council' })
const quay = relationSummary({ id: 'quay', title: 'Quay reopens after storm', words: 'boats return council' })
const likeness = storySimilarities([storm, quay, ...unrelated])

describe('likenessAmong', () => {
  it('is 1 for the same words, 0 for none in common, and the same from both sides', () => {
    assert.ok(Math.abs(likeness.of(0, 0) - 1) < 1e-9)
    assert.equal(likeness.of(0, 2), 0)
    assert.equal(likeness.of(0, 1), likeness.of(1, 0))
    assert.ok(likeness.of(0, 1) > 0.3 && likeness.of(0, 1) < 1)
  })

  it('compares one story with all at once, itself left out', () => {
    const row = likeness.row(0)
    assert.equal(row[0], 0)
    assert.ok(Math.abs((row[1] ?? 0) - likeness.of(0, 1)) < 1e-9)
  })

  it('compares titles alone', () => {
    assert.ok(likeness.ofTitles(0, 1) > 0)
    assert.equal(likeness.ofTitles(0, 2), 0)
  })

  it('counts a word less the more stories use it', () => {
    const common = Array.from({ length: 30 }, (_, i) => relationSummary({ id: `c${i}`, words: `council extra${i}` }))
    const alike = storySimilarities([storm, quay, ...common])
    assert.equal(alike.sharedWords(0, 1).at(-1), 'council')
  })

  it('compares words from elsewhere with some stories', () => {
    const wind = likeness.find('wind')
    assert.ok(wind !== undefined && likeness.rarityOf(wind) > 0)
    assert.equal(likeness.find('unheard-of'), undefined)
    const given = { stems: [wind, wind], weights: [1, 0.5] }
    const [first, second, third] = likeness.withWords(given, [0, 1, 2])
    assert.deepEqual(likeness.withWords({ stems: [wind], weights: [1] }, [0]), Float64Array.of(first ?? 0))
    assert.ok(first && first > 0)
    assert.deepEqual([second, third], [0, 0])
    assert.ok(Math.abs(likeness.of(0, 0) - 1) < 1e-9, 'a comparison leaves nothing behind')
  })

  it('takes stories without words and an empty list', () => {
    const none = relationSummary({ id: '', words: '' })
    assert.equal(storySimilarities([{ ...none, terms: [] }, storm]).of(0, 1), 0)
    assert.equal(storySimilarities([]).of(0, 1), 0)
  })
})
