import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { interfaceLanguages } from './reader.ts'
import { changeWords } from './words-changes.ts'

describe('the words around what changes', () => {
  for (const { code } of interfaceLanguages)
    it(`in ${code} are all there, without space or markup, and no English left over`, () => {
      const english = textsOf(changeWords.en)
      const texts = textsOf(changeWords[code])
      assert.deepEqual([...texts.keys()], [...english.keys()])
      for (const [name, value] of texts) {
        assert.ok(value.length > 0 && value === value.trim(), name)
        assert.doesNotMatch(value, /[<>]|&\w+;|undefined/, name)
        if (code !== 'en') assert.notEqual(value, english.get(name), name)
      }
    })

  it('say why a story stands where it does', () => {
    const { place, newInHours } = changeWords.en
    assert.equal(
      place('5 independent reports', '20 min ago', newInHours(3, 3)),
      '5 independent reports, the newest 20 min ago, 3 new ones in the last 3 hours',
    )
    assert.equal(place('1 independent report', '2 hr ago', undefined), '1 independent report, the newest 2 hr ago')
  })
})

/** Every text by its name; what takes arguments is asked with letters. */
function textsOf(words: object): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(words).flatMap(([name, value]): [string, string][] => {
      if (typeof value === 'function') return [[name, String(value('a', 'b', 'c'))]]
      return typeof value === 'string'
        ? [[name, value]]
        : [...textsOf(value)].map(([key, text]) => [`${name}.${key}`, text])
    }),
  )
}
