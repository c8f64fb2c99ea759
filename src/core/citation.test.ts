import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { cite, matchesText } from './citation.ts'
import { textOf } from './document.ts'
import { asId, type DocumentId } from './ids.ts'
import { type Span, span } from './span.ts'

const id = asId<DocumentId>('d1')

/** A text of any characters, with surrogate pairs and combining marks, and a nonempty span in it. */
const cut = fc
  .tuple(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), fc.nat(), fc.nat())
  .map(([text, from, length]): [string, Span] => {
    const start = from % text.length
    return [text, span(start, start + 1 + (length % (text.length - start)))]
  })

describe('a citation', () => {
  test('cut anywhere from a document says what the document says there, and holds', () => {
    fc.assert(
      fc.property(cut, ([text, at]) => {
        const citation = cite({ id, text }, at)
        assert.equal(citation.exact, textOf({ text }, at))
        assert.equal(citation.exact.length, at.end - at.start)
        assert.equal(matchesText({ id, text }, citation), true)
      }),
    )
  })

  test('holds in a text that only grew behind it', () => {
    fc.assert(
      fc.property(cut, fc.string(), ([text, at], more) => {
        assert.equal(matchesText({ id, text: text + more }, cite({ id, text }, at)), true)
      }),
    )
  })

  test('does not hold in a text that was cut inside it', () => {
    fc.assert(
      fc.property(cut, ([text, at]) => {
        assert.equal(matchesText({ id, text: text.slice(0, at.end - 1) }, cite({ id, text }, at)), false)
      }),
    )
  })

  test('does not hold when any one code unit in it is another', () => {
    fc.assert(
      fc.property(cut, fc.nat(), ([text, at], pick) => {
        const index = at.start + (pick % (at.end - at.start))
        const other = String.fromCharCode(text.charCodeAt(index) ^ 1)
        const edited = text.slice(0, index) + other + text.slice(index + 1)
        assert.equal(matchesText({ id, text: edited }, cite({ id, text }, at)), false)
      }),
    )
  })

  test('holds at a shifted place only where the same words stand there', () => {
    fc.assert(
      fc.property(cut, fc.integer({ min: -5, max: 5 }), ([text, at], shift) => {
        const citation = cite({ id, text }, at)
        const moved = { start: at.start + shift, end: at.end + shift }
        const isSame = moved.start >= 0 && text.slice(moved.start, moved.end) === citation.exact
        assert.equal(matchesText({ id, text }, { ...citation, span: moved }), isSame)
      }),
    )
  })

  test('is of one document, be the text of another the same', () => {
    const text = 'The ferry runs again.'
    assert.equal(matchesText({ id: asId<DocumentId>('d2'), text }, cite({ id, text }, span(4, 9))), false)
  })

  test('with bounds from behind the text, before it or the wrong way round does not hold', () => {
    const text = 'ferry'
    const citation = cite({ id, text }, span(0, 5))
    const wrong: Span[] = [
      { start: -5, end: 5 },
      { start: 0, end: 6 },
      { start: 5, end: 0 },
      { start: Number.NaN, end: 5 },
    ]
    for (const at of wrong)
      assert.equal(matchesText({ id, text }, { ...citation, span: at }), false, JSON.stringify(at))
  })

  test('of nothing never holds, wherever it is', () => {
    for (let at = 0; at <= 5; at++)
      assert.equal(matchesText({ id, text: 'ferry' }, cite({ id, text: 'ferry' }, span(at, at))), false)
  })

  test('survives being written as JSON and read again', () => {
    fc.assert(
      fc.property(cut, ([text, at]) => {
        const citation = JSON.parse(JSON.stringify(cite({ id, text }, at)))
        assert.equal(matchesText({ id, text }, citation), true)
      }),
    )
  })
})
