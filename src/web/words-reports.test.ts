import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { interfaceLanguages } from './reader.ts'
import { reportWords } from './words-reports.ts'

const flat = (code: 'en' | 'fr' | 'ar') => {
  const { because, ...rest } = reportWords[code]
  return Object.entries({ ...rest, ...because })
}

describe('the words around how reports are counted', () => {
  for (const { code } of interfaceLanguages)
    it(`in ${code} are all there, without space or markup, and no English left over`, () => {
      const english = new Map(flat('en'))
      assert.deepEqual(
        flat(code).map(([name]) => name),
        [...english.keys()],
      )
      for (const [name, value] of flat(code)) {
        assert.ok(value.length > 0 && value === value.trim(), name)
        assert.doesNotMatch(value, /[<>]|&\w+;|undefined/, name)
        if (code !== 'en') assert.notEqual(value, english.get(name), name)
      }
    })
})
