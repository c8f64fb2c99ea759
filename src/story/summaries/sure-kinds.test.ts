import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type ArticleFixture, entity, storyInput } from '../story-fixture.ts'
import { readMembers } from '../story-text.ts'
import { isEarlyStatement, isSureKind } from './sure-kinds.ts'

const holm = entity('person', 'Anna Holm')
const quist = entity('person', 'Jo Quist')
const herald: ArticleFixture = {
  id: 'herald',
  text: `The council of Sandvik approved a harbor bridge.
The bridge will cost 40 million crowns.
The bridge is a shame for the town.
Mayor Anna Holm promised that the ferry would stop.
“The ferry is old,” said Captain Jo Quist.
The mayor added that the ferry would be sold.`,
  quotes: [
    { words: 'that the ferry would stop', kind: 'indirect', speaker: holm, cue: 'promised', source: 'Mayor Anna Holm' },
    { words: 'The ferry is old,', speaker: quist, cue: 'said', source: 'Captain Jo Quist' },
    { words: 'that the ferry would be sold', kind: 'indirect', speaker: holm, cue: 'added', source: 'The mayor' },
  ],
}
const [member, other] = readMembers([storyInput(herald), storyInput({ ...herald, id: 'post' })])
const at = (index: number, of = member) => of!.sentences[index]!

/** Whether a sentence of the first article is sure below its first one and these. */
function isSure(index: number, below: readonly number[] = [], isCarried = false): boolean {
  return isSureKind(at(index), member!, [at(0), ...below.map((each) => at(each))], isCarried)
}

describe('isSureKind', () => {
  it('takes the next sentence if it counts something, and not what the writer makes of the news', () => {
    assert.equal(isSure(1), true)
    assert.equal(isSure(2, [1]), false)
  })

  it('takes what the article says in its own words that somebody said, not a lone quotation or what somebody added', () => {
    assert.equal(isSure(3), true)
    assert.equal(isSure(4), false)
    assert.equal(isSure(4, [], true), true)
    assert.equal(isSure(5), false)
  })

  it('takes from another article only what several have, past its opening', () => {
    const isSureOfOther = (index: number, isCarried: boolean) =>
      isSureKind(at(index, other), other!, [at(0)], isCarried)
    assert.equal(isSureOfOther(4, true), true)
    assert.equal(isSureOfOther(4, false), false)
    assert.equal(isSureOfOther(1, true), false)
  })
})

describe('isEarlyStatement', () => {
  it('finds who said it in the sentence', () => {
    assert.deepEqual(
      [0, 3, 4, 5].map((index) => isEarlyStatement(at(index), member!)),
      [false, true, true, false],
    )
  })
})
