import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { interfaceLanguages } from './reader.ts'
import { choiceWords } from './words-choices.ts'

/** Every word of an object of words, by its path; what takes a count or a time is given one. */
function wordsIn(words: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(words).flatMap(([name, value]): readonly (readonly [string, string])[] => {
    if (typeof value === 'string') return [[path + name, value]]
    if (typeof value === 'function') return [[path + name, (value as (given: string) => string)('‹given›')]]
    return wordsIn(value as object, `${path}${name}.`)
  })
}

describe('the words around where articles belong', () => {
  const english = new Map(wordsIn(choiceWords.en))
  for (const { code } of interfaceLanguages)
    it(`in ${code} are all there, without space or markup, and no English left over`, () => {
      const entries = wordsIn(choiceWords[code])
      assert.deepEqual(entries.map(([name]) => name).sort(), [...english.keys()].sort())
      for (const [name, value] of entries) {
        assert.ok(value.length > 0 && value === value.trim(), name)
        assert.doesNotMatch(value, /[<>]|&\w+;|undefined/, name)
        assert.equal(value.includes('‹given›'), english.get(name)?.includes('‹given›'), name)
        if (code !== 'en') assert.notEqual(value, english.get(name), name)
      }
    })
})
