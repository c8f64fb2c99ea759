import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cite, matchesText, type Statement } from './citation.ts'
import { type Document, textOf } from './document.ts'
import { type ArticleId, asId, type DocumentId, type StoryId } from './ids.ts'
import { contains, overlaps, span } from './span.ts'

const doc: Document = {
  id: asId<DocumentId>('d1'),
  articleId: asId<ArticleId>('a1'),
  language: 'en',
  title: 'Ferry runs again',
  text: 'The ferry runs again. “At last,” said Ada.',
  blocks: [{ start: 0, end: 42, kind: 'paragraph' }],
  publishedAt: '2026-03-01T08:00:00Z',
}

test('a span is whole, ordered and not negative, or our mistake is thrown', () => {
  assert.deepEqual(span(2, 5), { start: 2, end: 5 })
  for (const [start, end] of [
    [-1, 2],
    [3, 2],
    [0.5, 2],
    [0, Number.NaN],
  ] as const)
    assert.throws(() => span(start, end), RangeError)
})

test('spans contain and overlap by half-open bounds', () => {
  assert.equal(contains(span(0, 10), span(0, 10)), true)
  assert.equal(contains(span(0, 10), span(9, 11)), false)
  assert.equal(overlaps(span(0, 5), span(5, 9)), false)
  assert.equal(overlaps(span(0, 6), span(5, 9)), true)
})

test('the text of a span is the text, and a span outside it is refused', () => {
  assert.equal(textOf(doc, span(4, 9)), 'ferry')
  assert.throws(() => textOf(doc, span(40, 99)), /leaves a text of 42/)
})

test('the text of neighboring spans, put together, is the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 50 }), fc.array(fc.nat(), { maxLength: 6 }), (text, cuts) => {
      const marks = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length]
      const parts = marks.slice(1).map((end, index) => textOf({ text }, span(marks[index]!, end)))
      assert.equal(parts.join(''), text)
    }),
  )
})

test('the text of a span that reaches one unit too far is refused, one that just fits is not', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.nat(), (text, from) => {
      const start = from % text.length
      assert.equal(textOf({ text }, span(start, text.length)), text.slice(start))
      assert.throws(() => textOf({ text }, span(start, text.length + 1)), RangeError)
    }),
  )
})

test('an id is the string it was, and every id is equal to itself only', () => {
  fc.assert(fc.property(fc.string(), (value) => assert.equal(asId<DocumentId>(value), value)))
})

test('a citation cut from a document holds in it', () => {
  const citation = cite(doc, span(22, 30))
  assert.equal(citation.exact, '“At last')
  assert.equal(matchesText(doc, citation), true)
})

test('a citation does not hold in another document, at another place, or with one letter changed', () => {
  const citation = cite(doc, span(22, 30))
  assert.equal(matchesText({ ...doc, id: asId<DocumentId>('d2') }, citation), false)
  assert.equal(matchesText(doc, { ...citation, span: span(21, 29) }), false)
  assert.equal(matchesText(doc, { ...citation, exact: '"At last' }), false)
  assert.equal(matchesText(doc, { ...citation, span: span(40, 90) }), false)
  assert.equal(matchesText(doc, { ...citation, span: span(3, 3), exact: '' }), false)
})

test('a citation keeps only the bounds of what it was cut from', () => {
  assert.deepEqual(Object.keys(cite(doc, doc.blocks[0] ?? span(0, 1)).span), ['start', 'end'])
})

test('an uncited statement and a mixed-up id are type errors', () => {
  const cited: Statement = { text: 'It runs.', citations: [cite(doc, span(0, 21))] }
  // @ts-expect-error a statement needs at least one citation
  const uncited: Statement = { text: 'It runs.', citations: [] }
  // @ts-expect-error a story's id is not a document's
  const id: DocumentId = asId<StoryId>('s1')
  // @ts-expect-error a bare string is no id
  const bare: DocumentId = 'd1'
  assert.deepEqual([cited.citations.length, uncited.citations.length, id, bare], [1, 0, 's1', 'd1'])
})
