import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { countWords } from './words.ts'

test('words are counted without a pattern as with one', () => {
  const unit = fc.constantFrom(...' \n.,-_’“”—aZ9éßжЩسلم،हिन्दी٣²½\u0301\u2028한')
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
      assert.equal(countWords(text), text.match(/[\p{L}\p{N}_]+/gu)?.length ?? 0)
    }),
  )
})

test('a script without spaces counts one word for two letters', () => {
  assert.equal(countWords('日本語のニュース'), 4)
  assert.equal(countWords('ข่าววันนี้'), Math.ceil(('ข่าววันนี้'.match(/\p{Script=Thai}/gu) ?? []).length / 2))
})
