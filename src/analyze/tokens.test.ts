import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { tokenize } from './tokens.ts'

const words = (text: string): string[] => tokenize(text).map((token) => token.text)

describe('tokenize', () => {
  it('cuts clitics off as the Penn Treebank does', () => {
    assert.deepEqual(words("It isn't Roe's; they're gone"), [
      'It',
      'is',
      "n't",
      'Roe',
      "'s",
      ';',
      'they',
      "'re",
      'gone',
    ])
    assert.deepEqual(words('He cannot, we’ve'), ['He', 'can', 'not', ',', 'we', '’ve'])
  })

  it('keeps numbers, money, dates and addresses whole', () => {
    assert.deepEqual(words('£1,200.50 on the 3rd, 12%'), ['£1,200.50', 'on', 'the', '3rd', ',', '12%'])
    assert.deepEqual(words('see https://a.example/b?c=1 now'), ['see', 'https://a.example/b?c=1', 'now'])
    assert.deepEqual(words('U.S. p.m.'), ['U.S.', 'p.m.'])
  })

  it('keeps hyphens and apostrophes within words', () => {
    assert.deepEqual(words("Jean-Noël O'Hara three-way"), ['Jean-Noël', "O'Hara", 'three-way'])
  })

  it('keeps a double mark typed as two signs together', () => {
    assert.deepEqual(words("''No,'' she said"), ["''", 'No', ',', "''", 'she', 'said'])
  })

  it('adds the base to offsets', () => {
    assert.deepEqual(tokenize('a b', 10), [
      { text: 'a', start: 10, end: 11 },
      { text: 'b', start: 12, end: 13 },
    ])
  })

  it('points at its words in any text, in order, and loses only white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        let last = 0
        for (const { text: word, start, end } of tokenize(text)) {
          assert.equal(text.slice(start, end), word)
          assert.ok(start >= last && /^\s*$/u.test(text.slice(last, start)))
          last = end
        }
        assert.match(text.slice(last), /^\s*$/u)
      }),
    )
  })
})
