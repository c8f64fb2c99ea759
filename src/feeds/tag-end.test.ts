import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { isLetter, tagEnd } from './tag-end.ts'

describe('the end of a tag', () => {
  /** The tag up to the end that was found, in XML and in HTML. */
  const cases: readonly (readonly [string, string, string])[] = [
    ['a>b', 'a', 'a'],
    ['a b="c">d', 'a b="c"', 'a b="c"'],
    ['a b="c>d">e', 'a b="c>d"', 'a b="c>d"'],
    ["a b='c>d'>e", "a b='c>d'", "a b='c>d'"],
    ['a b="it\'s">c', 'a b="it\'s"', 'a b="it\'s"'],
    ['a it\'s>"', "a it's", "a it's"],
    ['a b=c"d>e', 'a b=c"d', 'a b=c"d'],
    ['a <b>', 'a ', 'a '],
    ['a b="c>d', 'a b="c', 'a b="c'],
    ['a b="c><d e="f">', 'a b="c', 'a b="c><d e="f"'],
    ['a b="1 < 2">c', 'a b="1 < 2"', 'a b="1 < 2"'],
    ['a b="</a>">c', 'a b="', 'a b="</a>"'],
    ['a\nb=\t"x>y"\n>', 'a\nb=\t"x>y"\n', 'a\nb=\t"x>y"\n'],
    ['a', 'a', 'a'],
    ['', '', ''],
  ]
  for (const [text, xml, html] of cases)
    test(`of ${JSON.stringify(text)} is behind ${JSON.stringify(xml)}`, () => {
      assert.equal(text.slice(0, tagEnd(text, 0, 'xml')), xml)
      assert.equal(text.slice(0, tagEnd(text, 0, 'html')), html)
    })

  test('is at a bracket or at the end of the text, and never before where one looks', () => {
    const pieces = fc.constantFrom('<', '>', '"', "'", '=', ' ', 'a', '/')
    fc.assert(
      fc.property(fc.array(pieces), fc.nat({ max: 5 }), fc.constantFrom('xml', 'html'), (parts, from, syntax) => {
        const text = parts.join('')
        const end = tagEnd(text, Math.min(from, text.length), syntax)
        assert.ok(end >= Math.min(from, text.length) && end <= text.length)
        if (end < text.length) assert.match(text[end]!, /[<>]/)
      }),
    )
  })

  test('is the first bracket where nothing is quoted', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '=', '/', '>', '<') }), (text) => {
        const bracket = text.search(/[<>]/)
        assert.equal(tagEnd(text, 0, 'html'), bracket < 0 ? text.length : bracket)
      }),
    )
  })
})

test('letters are those of ASCII, and nothing beside them', () => {
  for (let unit = 0; unit < 1024; unit++)
    assert.equal(isLetter(unit), /^[a-z]$/i.test(String.fromCharCode(unit)) && unit < 128, `U+${unit.toString(16)}`)
  assert.equal(isLetter(Number.NaN), false)
})
