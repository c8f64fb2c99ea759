import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentOf, quotesOf, wordsOf } from '../../test-document.ts'

/** What is reported without marks; nothing where it is only spoken of. */
function reported(text: string): (string | undefined)[] {
  const doc = documentOf([text])
  return quotesOf(doc)
    .filter(({ kind, isTopic, confidence }) => kind === 'indirect' && !isTopic && confidence >= 0.55)
    .map(({ span }) => wordsOf(doc, span))
}

describe('what somebody made, had or did', () => {
  it('is no statement', () => {
    assert.deepEqual(reported('Jane Roe wrote a long post describing how the bridge had fallen.'), [])
    assert.deepEqual(reported('Jane Roe tweeted a photo of a bridge that was painted red.'), [])
    assert.deepEqual(reported('Jane Roe reported the theft to the police, and the firm closed the bridge.'), [])
    assert.deepEqual(reported('Jane Roe claimed an open seat that had been held by the union.'), [])
    assert.deepEqual(reported('When Jane Roe concluded her remarks, members of the council stood up and clapped.'), [])
    assert.deepEqual(reported('Jane Roe tweeted what appears to be a threat to the council.'), [])
    assert.deepEqual(reported('Jane Roe, who argued the case for the bridge, declined to comment.'), [])
  })

  it('is a statement with a verb of its own', () => {
    assert.deepEqual(reported('Jane Roe noted the bridge was old.'), ['the bridge was old'])
    assert.equal(reported('The union confirmed Thursday evening that it had left the bridge.').length, 1)
    assert.deepEqual(reported('Jane Roe argued the toll, the highest of all, was fair.'), [
      'the toll, the highest of all, was fair',
    ])
    assert.deepEqual(reported('Jane Roe reported Thursday the number of cars soared to a record.'), [
      'Thursday the number of cars soared to a record',
    ])
  })

  it('is none where it points at words elsewhere', () => {
    assert.deepEqual(reported('Jane Roe looked on as Tom Poe said those words, left in a hurry after the vote.'), [])
    assert.deepEqual(
      reported('The note misreads what Jane Roe said about the bridge, giving readers a wrong idea.'),
      [],
    )
  })

  it('is none in a deal or a look', () => {
    assert.deepEqual(reported('Jane Roe agreed to halt new tolls for ninety days.'), [])
    assert.deepEqual(reported('Jane Roe showed no sign of fear as the verdict was read.'), [])
  })
})

describe('what somebody said who is told of in passing', () => {
  it('ends with its clause', () => {
    assert.deepEqual(reported('Jane Roe, who said she would leave in July, was the only guard of the bridge.'), [
      'she would leave in July',
    ])
  })

  it('ends where a clause in front ends', () => {
    assert.deepEqual(reported('When Jane Roe noted that the bridge was old, the mayor left for the town hall.'), [
      'that the bridge was old',
    ])
  })
})

describe('what was not said', () => {
  it('is left out', () => {
    assert.deepEqual(reported('Jane Roe was asking a question at the hearing when a guard took her badge.'), [])
    assert.deepEqual(reported('Jane Roe declined to discuss why more time might be needed.'), [])
  })
})
