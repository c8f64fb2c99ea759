import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { formsIn, numbersIn } from './number-forms.ts'

describe('numbers in a language', () => {
  it('are written as the language writes them', () => {
    assert.equal(numbersIn('en-US').format(12_345), '12,345')
    assert.equal(numbersIn('ar-EG').format(12), '١٢')
    assert.equal(numbersIn('en-US').format(1_000), '1,000')
  })

  it('are what the runtime makes of them, small ones too', () => {
    for (const locale of ['en-US', 'en-GB', 'es-ES', 'fr-FR', 'ar-u-hc-h23-nu-latn', 'ar', 'ar-EG'])
      for (const value of [-1, -0, 0, 1, 7.5, 10, 999, 1_000, 1_234_567, Number.NaN])
        assert.equal(numbersIn(locale).format(value), new Intl.NumberFormat(locale).format(value), `${locale} ${value}`)
  })

  it('have the forms that the language has', () => {
    assert.deepEqual([1, 2, 3, 11].map(formsIn('ar').select), ['one', 'two', 'few', 'many'])
  })
})
