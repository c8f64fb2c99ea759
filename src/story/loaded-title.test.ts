import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { WordChoice } from '../core/coverage.ts'
import { asId } from '../core/ids.ts'
import { loadOf } from './choose-headline.ts'

const plain = 'Council of Halvik approves bridge toll'

describe('loadOf', () => {
  it('is nothing for a plain headline', () => {
    assert.equal(loadOf(plain, []), 0)
    assert.equal(loadOf('NATO and WHO meet in Orsund', []), 0)
    assert.equal(loadOf('Tove Arend, who led Halvik council, dies', []), 0)
    assert.equal(loadOf('Meeting on Halvik bridge toll ends without a vote', []), 0)
    assert.equal(loadOf('Toll approved just after vote in Halvik', []), 0)
  })

  for (const title of [
    'Will the bridge toll ruin us?',
    'Here’s why the bridge costs money now',
    'You won’t believe what the bridge costs',
    '7 things to know about the bridge toll',
    'OPINION: Halvik council approves bridge toll',
    'Halvik council’s bridge toll, explained',
    'Bridge toll: why Halvik pays',
    'Councilors in the harbor: a promise kept',
    'Five takeaways from the vote on the bridge',
    'Bridge, Tove Arend, Toll vote, Harbor, Halvik council',
    'Your guide to the bridge toll of Halvik',
    'Social media reacts to the toll on the bridge of Halvik',
    'Winners and losers of the vote on the Halvik bridge',
    'Meet the councilors who want a toll on the bridge',
    'Analysis: Halvik council approves bridge toll',
    'Fact-checking the Halvik council on the toll',
    'Council approves bridge toll. Drivers may revolt',
    'Council actually approves bridge toll',
    'The council of Halvik has approved a toll on the bridge.',
    'The council just approved a toll',
    'Bridge toll approved at last!',
    'COUNCIL APPROVES bridge toll',
    'Council approves ‘robbery’ on the bridge',
    'Pourquoi le pont va coûter cher',
    'لماذا ارتفعت رسوم الجسر في هالفيك',
  ])
    it(`weighs: ${title}`, () => {
      assert.ok(loadOf(title, []) >= 0.1)
    })

  it('weighs the word of the few', () => {
    const use = (outlet: string) => ({
      outlet,
      documentId: asId<never>(outlet),
      title: 'x',
      span: { start: 0, end: 1 },
    })
    const choice: WordChoice = {
      words: [
        { word: 'toll', uses: [use('a'), use('b')] },
        { word: 'levy', uses: [use('c')] },
      ],
    }
    assert.equal(loadOf(plain, [choice]), 0)
    assert.ok(loadOf('Council of Halvik approves bridge levy', [choice]) > 0)
  })
})
