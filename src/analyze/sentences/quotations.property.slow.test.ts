import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { documentOf } from '../test-document.ts'
import { findQuotations } from './quotations.ts'

/** Signs and what stands beside them, in any order. */
const piece = fc.constantFrom(
  ...['"', "'", "''", '‘', '’', '‚', '“', '”', '„', '‟', '«', '»', '「', '」'],
  ...['\n', '\n', '\n“', "\n'", ' ', 'a', 's', '. ', ', ', '! ', '—', '(', '\n', '\u00a0', 'é', '😀'],
  ...["s' ", "an' ", "in' ", "'em ", "'cause ", "'90s ", "'34 ", `6'2" `, "don't ", 'She said ', 'We go on and on.'],
)
const mix = fc.array(piece, { maxLength: 60 }).map((all) => all.join(''))
const anything = fc.oneof(
  { weight: 3, arbitrary: mix },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
)

describe('findQuotations, for any text,', () => {
  const check = (property: (doc: ReturnType<typeof documentOf>) => void): void =>
    fc.assert(
      fc.property(anything, (text) => property(documentOf(text.split('\n')))),
      { numRuns: 2000 },
    )

  it('keeps spans inside their blocks, and what stands between marks inside the marks', () => {
    check((doc) => {
      for (const { start, end, inner, block } of findQuotations(doc.text, doc.blocks)) {
        const { start: from, end: to } = doc.blocks[block] ?? assert.fail('no block')
        assert.ok(from <= start && start < inner.start && inner.start < inner.end && inner.end <= end && end <= to)
      }
    })
  })

  it('leaves no space at the ends of what is said', () => {
    check((doc) => {
      for (const { inner } of findQuotations(doc.text, doc.blocks))
        assert.doesNotMatch(doc.text.slice(inner.start, inner.end), /^\s|\s$/)
    })
  })

  it('sorts them, the outer before the inner, and overlaps only to nest', () => {
    check((doc) => {
      const open: number[] = []
      let before = -1
      for (const { start, end, isNested } of findQuotations(doc.text, doc.blocks)) {
        assert.ok(start > before)
        before = start
        while ((open.at(-1) ?? Number.POSITIVE_INFINITY) <= start) open.pop()
        assert.ok(end <= (open.at(-1) ?? doc.text.length))
        assert.equal(isNested, open.length > 0)
        open.push(end)
      }
    })
  })

  it('gives each an id, and a continued one that of an earlier one not closed', () => {
    check((doc) => {
      const found = findQuotations(doc.text, doc.blocks)
      const byId = new Map(found.map((one) => [one.id, one]))
      assert.equal(byId.size, found.length)
      for (const { start, continues } of found) {
        if (continues === undefined) continue
        const earlier = byId.get(continues) ?? assert.fail('continues nothing')
        assert.ok(earlier.end <= start && !earlier.isClosed)
      }
    })
  })

  it('answers the same again', () => {
    check((doc) => assert.deepEqual(findQuotations(doc.text, doc.blocks), findQuotations(doc.text, doc.blocks)))
  })
})
