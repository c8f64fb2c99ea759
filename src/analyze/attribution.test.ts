import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { saidBy } from './test-document.ts'

/** Who says the first quotation of a text. */
const speaker = (...paragraphs: string[]): string | undefined => saidBy(...paragraphs)[0]?.[1]

describe('the verb of a quotation', () => {
  it('stands after it, in either order', () => {
    assert.equal(speaker('“We go at dawn,” Jane Roe said.'), 'Jane Roe')
    assert.equal(speaker('“We go at dawn,” said Jane Roe.'), 'Jane Roe')
  })

  it('stands before it, with a comma, a colon or that', () => {
    assert.equal(speaker('Jane Roe said, “We go at dawn.”'), 'Jane Roe')
    assert.equal(speaker('Jane Roe said: “We go at dawn.”'), 'Jane Roe')
    assert.equal(speaker('Jane Roe said that they would “go at dawn”.'), 'Jane Roe')
  })

  it('stands behind words about the speaker', () => {
    assert.equal(speaker('“We go at dawn,” Jane Roe, a baker from Marl, said.'), 'Jane Roe')
    assert.equal(speaker('Jane Roe, who sells bread, said: “We go at dawn.”'), 'Jane Roe')
  })

  it('stands between two halves', () => {
    assert.deepEqual(saidBy('“We go,” Jane Roe said, “at dawn.”'), [
      ['We go,', 'Jane Roe'],
      ['at dawn.', 'Jane Roe'],
    ])
  })

  it('may be told to somebody, who is not the speaker', () => {
    assert.equal(speaker('“We go at dawn,” Jane Roe told Tom Poe.'), 'Jane Roe')
    assert.equal(speaker('Jane Roe told Tom Poe: “We go at dawn.”'), 'Jane Roe')
  })

  it('may be according to', () => {
    assert.equal(speaker('The plan is “sound”, according to Jane Roe.'), 'Jane Roe')
  })

  it('may share its subject with a verb before', () => {
    assert.equal(speaker('Jane Roe rejected the plan and said: “We go at dawn.”'), 'Jane Roe')
    assert.equal(speaker('Jane Roe rejected the plan, adding: “We go at dawn.”'), 'Jane Roe')
  })

  it('may be inside what somebody else reports', () => {
    assert.equal(speaker('Jane Roe said she had called it “a bad idea”.'), 'Jane Roe')
  })
})

describe('words between marks are nobody’s', () => {
  it('when they are a term', () => {
    assert.equal(speaker('They built a so-called “ghost bridge” in Marl.'), undefined)
    assert.equal(speaker('It is known as “the ghost bridge” in Marl.'), undefined)
  })

  it('when they are the title of a work', () => {
    assert.equal(speaker('Tom Poe starred in the film “The Long Bridge” in May.'), undefined)
  })
})

describe('a speech goes on', () => {
  it('over paragraphs that each begin with a mark', () => {
    assert.deepEqual(saidBy('Jane Roe said: “We go at dawn.', '“It is cold.', '“It is time.”'), [
      ['We go at dawn.', 'Jane Roe'],
      ['It is cold.', 'Jane Roe'],
      ['It is time.', 'Jane Roe'],
    ])
  })

  it('in the same paragraph, without a verb of its own', () => {
    assert.deepEqual(
      saidBy('“We go at dawn,” Jane Roe said. “It is cold.”').map(([, by]) => by),
      ['Jane Roe', 'Jane Roe'],
    )
  })

  it('of the one speaking now, not of the one before', () => {
    assert.deepEqual(
      saidBy('“We go,” Jane Roe said.', '“I stay,” Tom Poe said. “It is cold.”').map(([, by]) => by),
      ['Jane Roe', 'Tom Poe', 'Tom Poe'],
    )
  })
})
