import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { countReads } from '../../../test/count-reads.ts'
import { findTextQuote, selectText } from './text-quote.ts'

const text =
  'The pool will close in May, the council said. “We have no money,” Ann Roe said. The pool will close in June.'
const select = (words: string, within = text, from = 0) => {
  const start = within.indexOf(words, from)
  return selectText(within, { start, end: start + words.length })
}
const wordsAt = (within: string, span: { start: number; end: number } | undefined) =>
  span && within.slice(span.start, span.end)

describe('words selected in a text', () => {
  it('are found where they were', () => {
    const quote = select('The pool will close', text, 50)
    assert.deepEqual(findTextQuote(text, quote), quote.span)
  })

  it('are found again where text was put before them', () => {
    const later = `Updated at noon. ${text}`
    const found = findTextQuote(later, select('We have no money,'))
    assert.equal(wordsAt(later, found), 'We have no money,')
    assert.equal(found?.start, later.indexOf('We have'))
  })

  it('that stand twice are told apart by what is around them', () => {
    const later = `Updated at noon. ${text}`
    assert.equal(findTextQuote(later, select('The pool will close', text, 50))?.start, later.lastIndexOf('The pool'))
  })

  it('are not found when they are gone, or when two places could be meant', () => {
    assert.equal(findTextQuote('Another text altogether.', select('We have no money,')), undefined)
    assert.equal(findTextQuote('No. No.', selectText('Yes. No, he said.', { start: 5, end: 7 })), undefined)
  })

  it('are not taken for the same short words in another place', () => {
    assert.equal(findTextQuote('Roe v. Wade was decided long ago.', select('Roe')), undefined)
  })

  it('keep whole characters around them', () => {
    const quote = selectText(`${'a'.repeat(10)}😀${'b'.repeat(31)}X${'c'.repeat(31)}😀`, { start: 43, end: 44 })
    assert.ok(quote.prefix.isWellFormed() && quote.suffix.isWellFormed())
  })

  it('are always found in their own text, at their own place', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '😀', '“', '\n'), minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(words, fc.nat(60), fc.nat(60), (whole, a, b) => {
        const start = Math.min(a, b, whole.length - 1)
        const end = Math.min(Math.max(a, b, start + 1), whole.length)
        assert.deepEqual(findTextQuote(whole, selectText(whole, { start, end })), { start, end })
      }),
    )
  })

  it('are looked for in linear time', () => {
    const readsFor = (times: number) => {
      const long = 'ab '.repeat(times)
      const quote = { ...selectText(long, { start: 3, end: times / 4 }), prefix: 'x' }
      const { counted, reads } = countReads(long)
      findTextQuote(counted, quote)
      findTextQuote(counted, { ...quote, exact: 'ab ' })
      return reads()
    }
    const [some, more] = [readsFor(4_000), readsFor(16_000)]
    assert.ok(some > 1_000 && more < 5 * some, `${some} letters looked at, and ${more} for four times as many`)
  })
})
