import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asId } from '../../core/ids.ts'
import { proposeMerges } from './propose-merges.ts'
import { relationSummary, unrelated } from './relation-fixture.ts'

const bridge = {
  title: 'Council approves harbor bridge',
  words: 'vote ferry cost ledger opposition',
  people: ['Anna Lindqvist'],
}
const ours = relationSummary({ id: 'ours', ...bridge })

describe('proposeMerges', () => {
  it('proposes stories of one day that are very much alike, with what they share', () => {
    const twin = relationSummary({ id: 'twin', hour: 15, ...bridge, words: 'vote ferry cost ledger mayor' })
    const [proposal, ...rest] = proposeMerges([ours, twin, ...unrelated])
    assert.deepEqual(rest, [])
    assert.deepEqual([proposal?.a, proposal?.b], ['ours', 'twin'])
    assert.deepEqual(proposal?.reason.sharedNames, ['Anna Lindqvist'])
    assert.ok(proposal?.reason.sharedWords.includes('harbor'))
  })

  it('proposes a story that holds a copy of one of our texts, whatever its words', () => {
    const copy = relationSummary({ id: 'copy', day: 20, words: 'quite another', copies: ['ours'] })
    assert.deepEqual(
      proposeMerges([ours, copy, ...unrelated]).map(({ a, b, reason }) => [a, b, reason.score]),
      [['ours', 'copy', 1]],
    )
  })

  it('proposes none of another day or language, and none that shares a few words only', () => {
    const later = relationSummary({ id: 'later', day: 13, ...bridge })
    const french = relationSummary({ id: 'french', language: 'fr', ...bridge })
    const other = relationSummary({
      id: 'other',
      title: 'Council rejects school roof',
      words: 'vote cost',
      people: ['Anna Lindqvist'],
    })
    assert.deepEqual(proposeMerges([ours, later, french, other, ...unrelated]), [])
  })

  it('names the pairs of one story only when asked', () => {
    const twin = relationSummary({ id: 'twin', ...bridge })
    const a = relationSummary({ id: 'a', title: 'Flood closes northern road', words: 'river rain bus detour' })
    const b = relationSummary({ id: 'b', title: 'Flood closes northern road', words: 'river rain bus detour' })
    const all = [ours, twin, a, b, ...unrelated]
    assert.equal(proposeMerges(all).length, 2)
    assert.deepEqual(
      proposeMerges(all, asId('twin')).map(({ a, b }) => [a, b]),
      [['twin', 'ours']],
    )
  })
})
