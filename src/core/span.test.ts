import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { contains, firstEndingAfter, overlaps, type Span, span } from './span.ts'

const MAX = 60

const spans = fc.tuple(fc.nat({ max: MAX }), fc.nat({ max: MAX })).map(([a, b]) => span(Math.min(a, b), Math.max(a, b)))

/** The code units of a span, counted one by one. */
const units = (of: Span) => new Set(Array.from({ length: of.end - of.start }, (_, index) => of.start + index))

describe('a span', () => {
  test('is made of any two whole numbers in order, and of nothing else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer(), fc.double()), fc.oneof(fc.integer(), fc.double()), (start, end) => {
        const isSpan = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end >= start
        if (isSpan) assert.deepEqual(span(start, end), { start, end })
        else assert.throws(() => span(start, end), /^RangeError: Not a span: \[/)
      }),
    )
  })

  test('that makes no sense is named in the error', () => {
    assert.throws(() => span(7, 3), /\[7, 3\)/)
    assert.throws(() => span(Number.NaN, 3), /\[NaN, 3\)/)
    assert.throws(() => span(0, Number.POSITIVE_INFINITY), /\[0, Infinity\)/)
  })
})

describe('holding', () => {
  test('means that every code unit of the inner is one of the outer', () => {
    fc.assert(
      fc.property(spans, spans, (outer, inner) => {
        fc.pre(inner.end > inner.start)
        assert.equal(contains(outer, inner), units(inner).isSubsetOf(units(outer)))
      }),
    )
  })

  test('is reflexive, transitive, and mutual only between equals', () => {
    fc.assert(
      fc.property(spans, spans, spans, (a, b, c) => {
        assert.ok(contains(a, a))
        if (contains(a, b) && contains(b, c)) assert.ok(contains(a, c))
        if (contains(a, b) && contains(b, a)) assert.deepEqual(a, b)
      }),
    )
  })

  test('of an empty span is a question of place, its two ends included', () => {
    assert.equal(contains(span(2, 5), span(2, 2)), true)
    assert.equal(contains(span(2, 5), span(5, 5)), true)
    assert.equal(contains(span(2, 5), span(6, 6)), false)
    assert.equal(contains(span(2, 2), span(2, 2)), true)
  })
})

describe('overlapping', () => {
  test('means to have a code unit in common', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        fc.pre(a.end > a.start && b.end > b.start)
        assert.equal(overlaps(a, b), !units(a).isDisjointFrom(units(b)))
      }),
    )
  })

  test('is mutual', () => {
    fc.assert(fc.property(spans, spans, (a, b) => assert.equal(overlaps(a, b), overlaps(b, a))))
  })

  test('follows from holding, unless what is held is empty', () => {
    fc.assert(
      fc.property(spans, spans, (outer, inner) => {
        if (contains(outer, inner) && inner.end > inner.start) assert.ok(overlaps(outer, inner))
      }),
    )
  })

  test('is not what neighbors do, nor a cut in two with itself', () => {
    fc.assert(
      fc.property(spans, fc.nat({ max: MAX }), (whole, at) => {
        const cut = whole.start + (at % (whole.end - whole.start + 1))
        assert.equal(overlaps(span(whole.start, cut), span(cut, whole.end)), false)
      }),
    )
  })
})

describe('the first span that ends after an offset', () => {
  test('is found in any spans that follow one another, as by reading them all', () => {
    const following = fc.array(fc.nat({ max: 5 }), { maxLength: 20 }).map((lengths) => {
      let at = 0
      return lengths.map((length) => span(at, (at += length)))
    })
    fc.assert(
      fc.property(following, fc.nat({ max: 110 }), (parts, offset) => {
        assert.equal(
          firstEndingAfter(parts, offset),
          parts.find(({ end }) => end > offset),
        )
      }),
    )
  })
})
