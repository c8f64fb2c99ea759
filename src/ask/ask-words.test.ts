import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { askWords, bareArabic, formsOf, stemOf } from './ask-words.ts'
import { isMisspelling, letterDistance } from './word-match.ts'

test('words are folded, and stand where they stand', () => {
  const text = 'The U.S. paid £10,000 to Zoë’s café.'
  const words = askWords(text)
  assert.deepEqual(
    words.map((word) => word.text),
    ['the', 'us', 'paid', '10000', 'to', 'zoe', 'cafe'],
  )
  for (const { start, end } of words) assert.match(text.slice(start, end), /^[\p{L}\p{N}].*[\p{L}\p{N}]$/u)
})

test('irregular forms have one stem', () => {
  for (const [a, b] of [
    ['won', 'win'],
    ['bought', 'buy'],
    ['women', 'woman'],
    ['died', 'dying'],
  ] as const)
    assert.equal(stemOf(a), stemOf(b))
})

test('forms of a word are looked for with it', () => {
  assert.ok(formsOf('resigned').includes('resign'))
  assert.ok(formsOf('win').includes('won'))
  assert.ok(formsOf('الجسر').includes('والجسر'))
  assert.ok(formsOf('والجسر').includes('الجسر'))
})

test('an Arabic word is the same after a conjunction and a preposition', () => {
  assert.equal(bareArabic('وبموجب'), bareArabic('بموجب'))
  assert.notEqual(bareArabic('والده'), bareArabic('ده'))
})

test('a slip of the pen is nearly the same, another short word is not', () => {
  assert.ok(isMisspelling('zelenksy', 'zelensky'))
  assert.ok(isMisspelling('naismth', 'naismith'))
  assert.ok(!isMisspelling('cat', 'car'))
  assert.ok(!isMisspelling('ferry', 'merry'))
})

test('distance is symmetric, and 0 only for the same', () => {
  const word = fc.string({ minLength: 0, maxLength: 8, unit: fc.constantFrom('a', 'b', 'c') })
  fc.assert(
    fc.property(word, word, (a, b) => {
      assert.equal(letterDistance(a, b, 9), letterDistance(b, a, 9))
      assert.equal(letterDistance(a, b, 9) === 0, a === b)
    }),
  )
})
