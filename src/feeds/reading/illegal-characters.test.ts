import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { withoutIllegalCharacters } from './parse-feed-text.ts'

describe('of characters', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['plain — “text”', 'plain — “text”'],
    ['a\tb\nc\r\nd', 'a\tb\nc\r\nd'],
    ['he\u0008llo\u0000', 'hello'],
    ['a\u000bb\u000cc', 'a b c'],
    ['don\u0092t \u0093x\u0094 \u0085', 'don’t “x” …'],
    ['\u0081', '\u0081'],
  ]
  for (const [text, legal] of cases)
    test(`${JSON.stringify(text)} leaves ${JSON.stringify(legal)}`, () =>
      assert.equal(withoutIllegalCharacters(text), legal))

  test('nothing is left that XML forbids, and nothing else is lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const legal = withoutIllegalCharacters(text)
        assert.equal(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(legal), false)
        assert.equal(withoutIllegalCharacters(legal), legal)
        assert.equal(legal.length, text.replace(/[\u0000-\u0008\u000e-\u001f]/g, '').length)
      }),
    )
  })
})
