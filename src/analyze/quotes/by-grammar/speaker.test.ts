import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentOf, quotesOf, saidBy } from '../../test-document.ts'

const speakers = (...paragraphs: string[]): (string | undefined)[] => saidBy(...paragraphs).map(([, by]) => by)
const named = (...paragraphs: string[]): (string | undefined)[] =>
  quotesOf(documentOf(paragraphs)).map(({ speaker }) => speaker?.name)

describe('a name beside the speaker', () => {
  it('is not who speaks', () => {
    assert.deepEqual(speakers('Jane Roe left. “She is a friend,” said Roe ally Tom Poe.'), ['Tom Poe'])
    assert.equal(
      named('Jane Roe won. Tom Poe, a Roe superdelegate, said: “It is not possible.”').includes('Jane Roe'),
      false,
    )
  })

  it('is what a work is called', () => {
    assert.deepEqual(named('According to the documentary Get Me Tom Poe, the bridge was never safe.'), [undefined])
    assert.deepEqual(named('According to documentary maker Tom Poe, the bridge was never safe.'), ['Tom Poe'])
  })

  it('is where something happened', () => {
    const text = 'Turnout fell most in seats where Labour are strong, suggesting that many had stayed at home.'
    assert.deepEqual(named(text), [undefined])
  })
})

describe('words of somebody else', () => {
  it('are not of who remembers them', () => {
    assert.deepEqual(named('“I cannot believe it,” Tom Poe recalled his wife saying.'), [undefined])
    assert.deepEqual(speakers('“I cannot believe it,” Tom Poe recalled.'), ['Tom Poe'])
  })

  it('are not of the paper that has their post', () => {
    const text = 'According to the Associated Press, the deleted tweet of the manager read: “Fight for the bridge.”'
    assert.deepEqual(named(text), [undefined])
  })

  it('are not of who signs below a paragraph that says who spoke', () => {
    const text = ['“It is shut,” Jane Roe said. “We have lost the only bridge that we had.”', '– Tom Poe', 'It rained.']
    assert.deepEqual(speakers(...text), ['Jane Roe', 'Jane Roe'])
    assert.deepEqual(speakers('“We have lost the only bridge that we had.”', '– Tom Poe'), ['Tom Poe'])
  })

  it('are of who speaks after a clause in front', () => {
    const text = 'When Tom Poe suggested that the town would sue, Jane Roe fired back: “They are going to lose.”'
    assert.notEqual(speakers(text)[0], 'Tom Poe')
    assert.deepEqual(speakers('Jane Roe wrote after Tom Poe argued that “the town would be lost by noon.”'), [
      'Tom Poe',
    ])
  })

  it('are not of who answers them', () => {
    const text = ['Tom Poe wrote to Jane Roe of a visit “at the request of the mayor.” Jane Roe replied, “Good news.”']
    assert.deepEqual(speakers(...text).at(-1), 'Jane Roe')
    assert.notEqual(speakers(...text)[0], 'Jane Roe')
  })

  it('are not of who was asked them', () => {
    const text = ['“We have more to do for the bridge,” Jane Roe said.', '“Is all well with you?” Tom Poe was asked.']
    assert.notEqual(speakers(...text)[1], 'Jane Roe')
  })

  it('are not of whom they tell of', () => {
    const [first] = named('Tom Poe was glad. Ada Roe came. Tom Poe is “not a man for bridges at all,” he said.')
    assert.notEqual(first, 'Tom Poe')
    assert.equal(named('Tom Poe asked him to attend, he told the council.')[0], undefined)
  })
})

describe('a name in another clause', () => {
  it('is not who speaks', () => {
    assert.notEqual(
      named('Carl Poe, whose father, the Rev. Tom Poe, built it, said that the bridge was old.')[0],
      'Tom Poe',
    )
    const text =
      'Jane Roe spoke of the bill, which has hit obstacles with Sen. Tom Poe, R-Maine, saying that it is a pill.'
    assert.notEqual(named(text)[0], 'Jane Roe')
  })

  it('is not whom a pronoun means', () => {
    const before = 'Earlier this year, when doubts arose over what Carl Roe had told the town, Tom Poe stood by him.'
    assert.deepEqual(speakers(before, '“He has been fair,” he said.'), ['Tom Poe'])
  })
})
