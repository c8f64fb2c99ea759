import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dropInvisible, excerpt, visibleLines, visibleText } from './visible-text.ts'

test('white space of every kind becomes one space and the ends are trimmed', () => {
  assert.equal(visibleText(' \n a\t\tb\u2003c\u00a0d \r\n'), 'a b c d')
})

test('a no-break space stays inside guillemets and before high punctuation', () => {
  assert.equal(
    visibleText('«\u00a0Oui\u00a0»\u202f! Non\u00a0: 3\u00a0000'),
    '«\u00a0Oui\u00a0»\u00a0! Non\u00a0: 3 000',
  )
})

test('characters that show nothing are gone', () => {
  assert.equal(dropInvisible('a\u200bb\u00adc\ufeffd\u2060e'), 'abcde')
  assert.equal(dropInvisible('safe\u{e0049}\u{e0067}\u{e006e}'), 'safe')
})

test('an override that would turn the reading order around is gone', () => {
  assert.equal(visibleText('price \u202e001\u202c euros'), 'price 001 euros')
})

test('one joiner stays because Persian and emoji need it, a run of them does not', () => {
  assert.equal(dropInvisible('می\u200cخواهم'), 'می\u200cخواهم')
  assert.equal(dropInvisible('👩\u200d🚀'), '👩\u200d🚀')
  assert.equal(dropInvisible('a\u200c\u200d\u200cb'), 'ab')
})

test('letters are composed, so that one spelling is one text', () => {
  assert.equal(visibleText('cafe\u0301'), 'café')
})

test('a lone surrogate becomes the replacement character', () => {
  assert.ok(visibleText('a\ud800b').isWellFormed())
})

test('lines and indentation of code stay', () => {
  assert.equal(visibleLines('\n\nif (a) {\n  b()  \n}\n'), 'if (a) {\n  b()\n}')
})

test('an excerpt never splits a character', () => {
  assert.equal(excerpt('ab😀', 3), 'ab')
  assert.equal(excerpt('abc', 3), 'abc')
})

test('visible text of visible text is itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (raw) => {
      const text = visibleText(raw)
      assert.equal(visibleText(text), text)
    }),
  )
})

test('no more marks than any script writes stay on one letter', () => {
  const marks = '\u0316\u0301'.repeat(40_000)
  assert.equal(visibleText(`a${marks}b`).length, 9)
  assert.equal(visibleLines(`a${marks}b`).length, 9)
  assert.equal(visibleText('é\u0323 ệ'), 'ẹ́ ệ'.normalize('NFC'))
})

test('code of spaces and empty lines ends', () => {
  assert.equal(visibleLines(`${' '.repeat(200_000)}x  \n${'\n'.repeat(200_000)}y\n\n`), `${' '.repeat(200_000)}x\n\ny`)
})

test('plain texts, read quickly, come out as those that are looked at closely', () => {
  const unit = fc.constantFrom(...' \n\tabZ09.é“”—…ßжШسم،\u00a0\u202f»«:;\u00ad\u0301e\u200d漢ก')
  fc.assert(
    // Invisible characters are dropped, but exclude a text from the fast path for plain ones.
    fc.property(fc.string({ unit, maxLength: 40 }), (raw) => {
      assert.equal(visibleText(raw), visibleText(`${raw}\u200b`))
    }),
  )
})
