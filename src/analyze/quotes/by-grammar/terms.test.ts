import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { saidBy } from '../../test-document.ts'

/** The first quotation is nobody's speech. */
const isNobodys = (...paragraphs: string[]): void =>
  assert.equal(saidBy(...paragraphs)[0]?.[1], undefined, paragraphs.join(' '))
const isOf = (speaker: string, ...paragraphs: string[]): void =>
  assert.equal(saidBy(...paragraphs)[0]?.[1], speaker, paragraphs.join(' '))

describe('a term', () => {
  it('follows a word that says so', () => {
    isNobodys('Jane Roe said the so-called “old guard” had lost.')
    isNobodys('Jane Roe said it was known as “the long bridge”.')
    isNobodys('Jane Roe said self-styled “river keepers” had come.')
    isNobodys('Jane Roe told us of a class called “silver pilots”.')
    isNobodys('Jane Roe said an event billed as “a night of stars” was off.')
  })

  it('is somebody’s when somebody calls it that', () => {
    isOf('Jane Roe', 'Jane Roe called “the long bridge” a waste of money.')
    isOf('Jane Roe', 'Jane Roe called the plan “a waste”.')
    isOf('Jane Roe', 'Jane Roe said they dubbed “the long bridge” too early.')
  })

  it('is a nickname', () => {
    isNobodys('Jane Roe said that Thaddeus “Tad” Brill was late.')
    isNobodys('It was late, said Thaddeus “Tad” Brill.')
  })

  it('stands in brackets, while the verb does not', () => {
    isNobodys('Jane Roe said the pumps (“the twins” to the crew) were old.')
  })

  it('stands far from a weak verb', () => {
    isNobodys('Jane Roe welcomed the new rules for all boats on the river and under the “ghost bridge” in Marl.')
  })
})

describe('the title of a work', () => {
  it('follows the kind of work, or its owner', () => {
    isNobodys('Jane Roe said the film “The Long Bridge” was dull.')
    isNobodys('Jane Roe said in her memoir, “A River of One’s Own,” that it rained.')
    isNobodys('Jane Roe said so on NBC’s “Morning River” twice.')
  })

  it('follows who made it', () => {
    isNobodys('It rained, said Jane Roe, author of “Bridges We Burned,” a history of Marl.')
    isNobodys('Jane Roe, a host of “River and Road,” said it rained.')
  })

  it('is a name in capitals in the middle of a sentence', () => {
    isNobodys('Jane Roe wanted to join “Marl Tonight” in May.')
    isNobodys('Jane Roe said people danced to “Bridge Over the Marl” all night.')
  })

  it('is that of a law', () => {
    isNobodys('Jane Roe spoke at an event to introduce the “Clean Rivers Act of 2017” on Monday.')
    isOf('Jane Roe', 'Jane Roe called the bill the “Bankers Protection Act” on Monday.')
  })

  it('is speech when it is set off, or what somebody is called', () => {
    isOf('Jane Roe', 'Jane Roe said: “Go Home Now.”')
    isOf('Jane Roe', 'Jane Roe called him a “Little Napoleon” on Monday.')
  })
})

describe('left-over markup', () => {
  it('is nobody’s', () => {
    isNobodys('Jane Roe said <post id="7479869">hello there.')
  })
})
