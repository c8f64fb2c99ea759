import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { composedOf } from './composed.ts'

describe('composedOf', () => {
  it('is nothing for a text that is composed', () => {
    assert.equal(composedOf('Le 3 février à Orléans'), undefined)
    assert.equal(composedOf(''), undefined)
  })

  it('leads from a word of the composed text to the same word of the text', () => {
    const text = 'Le 3 février, à Orléans'.normalize('NFD')
    const composed = composedOf(text)
    assert.equal(composed?.text, text.normalize('NFC'))
    const start = composed?.text.indexOf('Orléans') ?? 0
    const span = composed?.outward({ start, end: start + 7 })
    assert.equal(text.slice(span?.start, span?.end), 'Orléans'.normalize('NFD'))
    assert.deepEqual(span && composed?.inward(span), { start, end: start + 7 })
  })

  it('keeps every span in order and inside, whatever the text', () => {
    const unit = fc.constantFrom(...'ae .’«»م\u0301\u0300\u0308\u0327\ud83d\ude00é', 'ّ')
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 30 }), (letters) => {
        const text = letters.join('')
        const composed = composedOf(text)
        if (!composed) return
        let last = 0
        for (let i = 0; i <= composed.text.length; i++) {
          const { start } = composed.outward({ start: i, end: i })
          assert.ok(start >= last && start <= text.length)
          last = start
        }
        assert.equal(last, text.length)
      }),
      { numRuns: 200 },
    )
  })
})
