import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { wordsNotIn } from './diff-words.ts'

const differing = (base: string, text: string) => wordsNotIn(base, text).map(({ start, end }) => text.slice(start, end))

describe('wordsNotIn', () => {
  it('finds nothing between equal texts, or texts that differ in case and punctuation alone', () => {
    assert.deepEqual(differing('A real sense of unity.', 'a real sense of unity,'), [])
  })

  it('finds a word put in another’s place', () => {
    assert.deepEqual(differing('a real sense of unity', 'a real feeling of unity'), ['feeling'])
  })

  it('joins neighboring words into one span', () => {
    assert.deepEqual(differing('we will go', 'we will certainly not go'), ['certainly not'])
  })

  it('finds nothing in a text that only leaves words out', () => {
    assert.deepEqual(differing('we will certainly go home', 'we will go'), [])
  })

  it('takes both apostrophes for one', () => {
    assert.deepEqual(differing("I don't know", 'I don’t know'), [])
  })

  it('reads letters of any script', () => {
    assert.deepEqual(differing('نتيجة جيدة للجميع', 'نتيجة ممتازة للجميع'), ['ممتازة'])
  })

  it('marks everything against an empty text, and nothing in one', () => {
    assert.deepEqual(differing('', 'all new'), ['all new'])
    assert.deepEqual(differing('all gone', ''), [])
  })

  it('gives up on texts too long to compare on a page', () => {
    assert.deepEqual(wordsNotIn('word '.repeat(500), 'other '.repeat(500)), [])
  })

  it('returns spans in order, within the text, none touching another', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 20 }).map((list) => list.join(' '))
    fc.assert(
      fc.property(words, words, (base, text) => {
        let last = -1
        for (const { start, end } of wordsNotIn(base, text)) {
          assert.ok(start > last && end > start && end <= text.length)
          last = end
        }
      }),
    )
  })
})
