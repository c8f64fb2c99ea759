import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'

type Compare = (a: string, b: string) => readonly [readonly string[], readonly string[]]
// The client scripts are plain JavaScript, checked by a project of their own.
const { differingWords }: { differingWords: Compare } = await import(
  new URL('./client/differing-words.js', import.meta.url).href
)
const marked = (pieces: readonly string[]) => pieces.filter((_, index) => index % 2 === 1)

describe('differingWords', () => {
  it('finds the words that the other wording has not, with what stands between them', () => {
    const [a, b] = differingWords('We will not pay a toll.', 'We shall never pay, a toll!')
    assert.deepEqual(a, ['We ', 'will not', ' pay a toll.'])
    assert.deepEqual(b, ['We ', 'shall never', ' pay, a toll!'])
  })

  it('takes case, punctuation and the form of an apostrophe for no difference', () => {
    assert.deepEqual(differingWords("I don't — Think so.", 'I don’t think so'), [
      ["I don't — Think so."],
      ['I don’t think so'],
    ])
  })

  it('marks what is only at an end, and all of what has nothing in common', () => {
    assert.deepEqual(differingWords('a b', 'a b c')[1], ['a b ', 'c', ''])
    assert.deepEqual(differingWords('x y', 'a b')[0], ['', 'x y', ''])
    assert.deepEqual(differingWords('', 'a'), [[''], ['', 'a', '']])
  })

  it('loses no letter, and marks nothing in two that are the same', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', 'd', ', ', '. '), { maxLength: 12 })
      .map((parts) => parts.join(' '))
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [left, right] = differingWords(a, b)
        assert.equal(left.join(''), a)
        assert.equal(right.join(''), b)
        if (a === b) assert.deepEqual([marked(left), marked(right)], [[], []])
      }),
    )
  })

  it('marks nothing in texts too long to compare', () => {
    const long = 'word '.repeat(401)
    assert.deepEqual(differingWords(long, 'word'), [[long], ['word']])
  })
})
