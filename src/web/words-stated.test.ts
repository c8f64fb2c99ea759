import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { interfaceLanguages } from './reader.ts'
import { statedWords } from './words-stated.ts'

describe('the words around what an article states', () => {
  for (const { code } of interfaceLanguages)
    it(`in ${code} are all there, without space or markup, and no English left over`, () => {
      assert.deepEqual(Object.keys(statedWords[code]), Object.keys(statedWords.en))
      for (const [name, value] of Object.entries(statedWords[code])) {
        assert.ok(value.length > 0 && value === value.trim(), name)
        assert.doesNotMatch(value, /[<>]|&\w+;|undefined/, name)
        if (code !== 'en') assert.notEqual(value, statedWords.en[name as keyof typeof statedWords.en], name)
      }
    })
})
