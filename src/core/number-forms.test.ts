import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { formsIn, numbersIn } from './number-forms.ts'

describe('numbers in a language', () => {
  it('are written as the language writes them', () => {
    assert.equal(numbersIn('en-GB').format(12_345), '12,345')
    assert.equal(numbersIn('ar-EG').format(12), '١٢')
    assert.equal(numbersIn('en-GB').format(1_000), '1,000')
  })

  it('have the forms that the language has', () => {
    assert.deepEqual([1, 2, 3, 11].map(formsIn('ar').select), ['one', 'two', 'few', 'many'])
  })
})
