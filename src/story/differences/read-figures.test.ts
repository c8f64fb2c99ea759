import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type ArticleFixture, storyInput } from '../story-fixture.ts'
import { readMembers } from '../story-text.ts'
import { readFigures } from './read-figures.ts'

function figures(text: string, fixture: Partial<ArticleFixture> = {}) {
  return readMembers([storyInput({ id: 'a', text, ...fixture })])
    .flatMap(readFigures)
    .map(({ unit, value, isRough }) => [unit, value, ...(isRough ? ['rough'] : [])])
}

describe('readFigures', () => {
  it('reads tolls before and after the event', () => {
    assert.deepEqual(figures('The flood killed at least 12 people.'), [['people killed', 12, 'rough']])
    assert.deepEqual(figures('Twelve people were killed in the flood.'), [['people killed', 12]])
    assert.deepEqual(figures('The flood left 1,200 people injured.'), [['people injured', 1200]])
    assert.deepEqual(figures('The death toll rose to 34.'), [['people killed', 34]])
    assert.deepEqual(figures('Three children are missing.'), [['children missing', 3]])
  })

  it('reads compound number words, round thousands and what people are known to be', () => {
    assert.deepEqual(figures('Forty-seven people were killed.'), [['people killed', 47]])
    assert.deepEqual(figures('The storm injured 2,000 people.'), [['people injured', 2000]])
    assert.deepEqual(figures('Eight people are known to be hurt.'), [['people injured', 8]])
    assert.deepEqual(figures('Eight people are to be evacuated.'), [])
  })

  it('reads nothing that its sentence denies, asks, fears or invents', () => {
    for (const text of [
      'Police denied that 12 people had been killed.',
      'It is not true that 12 people were killed.',
      'An earlier report that 12 people were killed was wrong.',
      'A rumour said 12 people were killed.',
      'Were 12 people killed?',
      '12 people were feared dead.',
      'In a drill, 12 people were killed.',
    ])
      assert.deepEqual(figures(text), [], text)
  })

  it('counts the part, not the whole', () => {
    assert.deepEqual(figures('Three of 12 people were injured.'), [])
    assert.deepEqual(figures('Two of the 12 people killed were children.'), [['people killed', 12]])
  })

  it('does not take an age for a count', () => {
    assert.deepEqual(figures('A woman aged 70 died in hospital.'), [])
  })

  it('reads people who were moved and cases of a disease, also next to what was a day earlier', () => {
    assert.deepEqual(figures('The number of people moved from their homes rose to 5,800.'), [
      ['people evacuated', 5800],
    ])
    assert.deepEqual(figures('There are now 31 confirmed cases of measles, eight more than a day earlier.'), [
      ['cases of measles', 31],
    ])
  })

  it('tells two counts of one sentence apart', () => {
    assert.deepEqual(figures('The blast killed 12 people and injured 30.'), [
      ['people killed', 12],
      ['people injured', 30],
    ])
  })

  it('reads sums with their currency and what they are for', () => {
    assert.deepEqual(figures('Leaders agreed a $61bn aid package.'), [['$ aid package', 61e9]])
    assert.deepEqual(figures('The bank faces a fine of about £1.5 million, or a £2 million fine.'), [['£ fine', 2e6]])
  })

  it('reads magnitudes', () => {
    assert.deepEqual(figures('A 7.1-magnitude quake hit the coast.'), [['magnitude', 7.1]])
    assert.deepEqual(figures('A quake of magnitude 6.9 hit the coast.'), [['magnitude', 6.9]])
  })

  it('does not take years, lengths and bare numbers for figures', () => {
    assert.deepEqual(figures('In 2014 the bridge was 300 metres long and had 12 arches.'), [])
    assert.deepEqual(figures('The council has 12 members, and a dead tree was removed.'), [])
  })

  it('leaves out sentences about another time', () => {
    const text = 'A flood in 1997 killed 54 people.'
    assert.deepEqual(figures(text, { times: [['in 1997', '1997']] }), [])
    assert.deepEqual(figures('A flood on Monday killed 54 people.', { times: [['on Monday', '2025-03-03']] }), [
      ['people killed', 54],
    ])
  })

  it('takes no part of a breakdown, and no number of the verb before', () => {
    assert.deepEqual(figures('The quake left 35 people dead in Sandvik, 11 in Kelby and 17 in Norvik.'), [])
    assert.deepEqual(
      figures('The attackers killed at least seven and wounded 48 people.').filter(
        ([unit]) => unit === 'people injured',
      ),
      [['people injured', 48]],
    )
  })

  it('never throws, whatever the text', () => {
    const piece = fc.constantFrom(
      '12',
      'killed',
      '$',
      '3.5',
      'billion',
      'people',
      'toll',
      'to',
      ',',
      '.',
      '-magnitude',
      '0',
      '٣',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        for (const [, value] of figures(pieces.join(' '))) assert.ok(Number.isFinite(value))
      }),
    )
  })
})
