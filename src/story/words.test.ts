import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { containment, contentStems, dice, sharedCount, wordsOf } from './words.ts'

describe('wordsOf', () => {
  it('gives each word in lower case with its place in the text', () => {
    const words = wordsOf('The Mayor left.')
    assert.deepEqual(
      words.map(({ text, span }) => [text, span.start, span.end]),
      [
        ['the', 0, 3],
        ['mayor', 4, 9],
        ['left', 10, 14],
      ],
    )
  })

  it('takes the possessive off but keeps contractions whole', () => {
    assert.deepEqual(
      wordsOf("Ukraine's allies don't agree, the city’s mayor said").map((word) => word.text),
      ['ukraine', 'allies', "don't", 'agree', 'the', 'city', 'mayor', 'said'],
    )
  })

  it('reads a number with thousands separators as one number', () => {
    assert.deepEqual(
      wordsOf('20,000 of 1.5 million').map((word) => word.text),
      ['20000', 'of', '1.5', 'million'],
    )
  })

  it('keeps hyphenated words whole', () => {
    assert.deepEqual(
      wordsOf('a three-way meeting').map((word) => word.text),
      ['a', 'three-way', 'meeting'],
    )
  })

  it('reads Arabic words and takes the article off their stems', () => {
    const words = wordsOf('قال الرئيس إن الحرب انتهت')
    assert.equal(words.length, 5)
    assert.equal(words[1]?.stem, 'رئيس')
    assert.equal(words[2]?.isStop, true)
  })

  it('cuts scripts without spaces into pairs of characters', () => {
    assert.deepEqual(
      wordsOf('東京都').map((word) => word.text),
      ['東京', '京都'],
    )
  })

  it('never gives a span that is not the word, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        let last = 0
        for (const { span } of wordsOf(text)) {
          assert.ok(span.start < span.end && span.end <= text.length)
          assert.ok(span.start >= last - 1)
          last = span.end
        }
      }),
    )
  })
})

describe('likeness of sets of stems', () => {
  const stems = (text: string) => contentStems(wordsOf(text))

  it('leaves function words out', () => {
    assert.deepEqual([...stems('He said that the talks were over')], ['talk'])
  })

  it('is one for the same words in another order', () => {
    assert.equal(dice(stems('leaders meet in Paris'), stems('in Paris leaders meet')), 1)
  })

  it('tells containment from equality', () => {
    const short = stems('security guarantees')
    const long = stems('Europe offers Ukraine security guarantees')
    assert.equal(containment(short, long), 1)
    assert.ok(dice(short, long) < 0.7)
    assert.equal(sharedCount(short, long), 2)
  })

  it('is zero for nothing', () => {
    assert.equal(containment(new Set(), new Set()), 0)
    assert.equal(dice(new Set(), new Set()), 0)
  })
})
