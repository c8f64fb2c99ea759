import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asId } from '../../core/ids.ts'
import { poolOf } from '../story-pool.ts'
import { relate } from './related.ts'
import { relationSummary, type SummaryFixture, unrelated } from './relation-fixture.ts'
import type { RelationSummary } from './relation-summary.ts'

const matter = {
  people: ['Anna Lindqvist'],
  places: ['Sandvik'],
  title: 'Council debates harbor bridge',
  words: 'Lindqvist Sandvik ferry plan cost opposition ledger',
}
const story = relationSummary({
  id: 'story',
  ...matter,
  title: 'Council approves harbor bridge',
  words: 'Lindqvist Sandvik vote ferry cost mayor ledger',
})
const related = (...candidates: RelationSummary[]) =>
  relate(poolOf([story, ...candidates, ...unrelated]), asId('story'))
const reasons = (...candidates: SummaryFixture[]) =>
  related(...candidates.map(relationSummary)).map(({ id, reason }) => [id, reason])

describe('relate', () => {
  it('says that an earlier story on the matter leads to this one, and a later one follows', () => {
    assert.deepEqual(reasons({ id: 'before', day: 7, ...matter }), [['before', 'leads to']])
    assert.deepEqual(reasons({ id: 'after', day: 12, ...matter }), [['after', 'follows']])
  })

  it('gives the names and words that both have', () => {
    const [relation] = related(relationSummary({ id: 'before', day: 7, ...matter }))
    assert.deepEqual(relation?.sharedNames, ['Anna Lindqvist', 'Sandvik'])
    assert.ok(relation?.sharedWords.includes('harbor'))
    assert.ok(!relation?.sharedWords.some((word) => /lindqvist|sandvik/i.test(word)))
  })

  it('does not order stories that begin together', () => {
    assert.deepEqual(reasons({ id: 'beside', hour: 12, ...matter, title: 'Ferry owners fight harbor bridge' }), [
      ['beside', 'same matter'],
    ])
  })

  it('calls a story part of a much bigger one that spans it', () => {
    assert.deepEqual(reasons({ id: 'big', day: 6, lastDay: 14, articles: 20, ...matter }), [['big', 'part of']])
  })

  it('names the same people where the matter is another', () => {
    assert.deepEqual(reasons({ id: 'other', people: ['Anna Lindqvist'], words: 'school fire roof' }), [
      ['other', 'same people'],
    ])
  })

  it('names the same place when words are shared too', () => {
    assert.deepEqual(reasons({ id: 'other', places: ['Sandvik'], words: 'Sandvik ferry storm boat' }), [
      ['other', 'same place'],
    ])
    assert.deepEqual(reasons({ id: 'other', places: ['Sandvik'], words: 'football cup final' }), [])
  })

  it('gives nothing rather than filler, and nothing of another language', () => {
    assert.deepEqual(reasons(), [])
    assert.deepEqual(reasons({ id: 'french', day: 7, language: 'fr', ...matter }), [])
  })

  it('never shows a near copy: the same event told on the same day, or a story that holds our text', () => {
    assert.deepEqual(
      reasons({
        id: 'twin',
        hour: 15,
        ...matter,
        title: story.title,
        words: 'Lindqvist Sandvik vote ferry cost mayor ledger',
      }),
      [],
    )
    assert.deepEqual(reasons({ id: 'copy', day: 12, ...matter, copies: ['story'] }), [])
  })

  it('does not relate by a name that is everywhere', () => {
    const everywhere = Array.from({ length: 10 }, (_, i) => ({
      id: `s${i}`,
      people: ['Anna Lindqvist'],
      words: `alpha${i} beta${i}`,
    }))
    assert.deepEqual(reasons(...everywhere), [])
  })

  it('shows one story of each sub-topic', () => {
    const people = ['Anna Lindqvist', 'Olof Berg']
    const asked = relationSummary({ id: 'story', people, words: 'bridge vote' })
    const fires = ['fire', 'again'].map((id) => relationSummary({ id, people, words: 'fire roof pupils alarm' }))
    const dog = relationSummary({ id: 'dog', people, words: 'dog rescue well' })
    const found = relate(poolOf([asked, ...fires, dog, ...unrelated]), asId('story'))
    assert.deepEqual(
      found.map(({ id }) => id),
      ['fire', 'dog'],
    )
  })

  it('never relates a story to itself and keeps to six, three of one matter', () => {
    const many = Array.from({ length: 9 }, (_, i) =>
      relationSummary({
        id: `m${i}`,
        people: ['Anna Lindqvist', 'Olof Berg'],
        words: `thing${i} other${i} more${i}`,
      }),
    )
    const far = Array.from({ length: 900 }, (_, i) => relationSummary({ id: `far${i}`, people: [`X${i} Y${i}`] }))
    const asked = relationSummary({ id: 'story', people: ['Anna Lindqvist', 'Olof Berg'], words: 'bridge vote' })
    const found = relate(poolOf([asked, ...many, ...far]), asId('story'))
    assert.equal(found.length, 6)
    assert.ok(found.every(({ id }) => id !== 'story'))
  })

  it('throws when the story is not in the pool', () => {
    assert.throws(() => relate(poolOf(unrelated), asId('story')), /not in the pool/)
  })
})
