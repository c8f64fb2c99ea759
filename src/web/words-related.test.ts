import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { interfaceLanguages } from './reader.ts'
import { relatedWords } from './words-related.ts'

/** Every phrase, those that are made of others made of letters. */
function phrasesOf(words: (typeof relatedWords)['en']): Map<string, string> {
  const { reasons, sameEventIn, storylineText, ...plain } = words
  return new Map([
    ...Object.entries(plain),
    ...Object.entries(reasons),
    ['sameEventIn', sameEventIn('x')],
    ['storylineText', storylineText('3', 'x', 'y', '2')],
  ])
}

describe('the words around related stories', () => {
  const english = phrasesOf(relatedWords.en)
  for (const { code } of interfaceLanguages)
    it(`in ${code} are all there, without space or markup at the ends, and no English left over`, () => {
      const phrases = phrasesOf(relatedWords[code])
      assert.deepEqual([...phrases.keys()], [...english.keys()])
      for (const [name, value] of phrases) {
        assert.ok(value.length > 0 && value === value.trim(), name)
        assert.doesNotMatch(value, /[<>]|&\w+;|undefined/, name)
        if (code !== 'en') assert.notEqual(value, english.get(name), name)
      }
    })
})
