import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { interfaceLanguages } from './reader.ts'
import { labelWords } from './words-labels.ts'

const english = labelWords.en

describe('the words of the labels page', () => {
  for (const { code } of interfaceLanguages) {
    const entries = Object.entries(labelWords[code])

    it(`in ${code} are all there, without space around them and without markup`, () => {
      assert.deepEqual(entries.map(([name]) => name).sort(), Object.keys(english).sort())
      for (const [name, value] of entries)
        if (typeof value === 'string') {
          assert.ok(value.length > 0 && value === value.trim(), name)
          assert.doesNotMatch(value, /[<>]|&\w+;|undefined|\$\{/, name)
        }
    })

    it(`in ${code} put what they are given into the line, and tell counts apart`, () => {
      const { sure, labeled, left } = labelWords[code]
      assert.ok(sure('‹share›').includes('‹share›'))
      for (const count of [labeled, left]) {
        assert.match(count(47), /47/)
        assert.equal(new Set([1, 2, 3, 47].map(count)).size, 4)
      }
    })

    if (code !== 'en')
      it(`in ${code} are no English left over`, () => {
        for (const [name, value] of entries)
          if (typeof value === 'string') assert.notEqual(value, english[name as keyof typeof english], name)
      })
  }
})
