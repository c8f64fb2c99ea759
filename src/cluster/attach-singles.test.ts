import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { attachSingles, type Near } from './attach-singles.ts'

type Pair = readonly [a: number, b: number, score: number]

function nearFrom(pairs: readonly Pair[]): Near {
  return (document) =>
    pairs.flatMap(([a, b, score]) => {
      if (a === document) return [{ other: b, score }]
      return b === document ? [{ other: a, score }] : []
    })
}

function attached(labels: readonly number[], pairs: readonly Pair[]): number[] {
  const out = Int32Array.from(labels)
  attachSingles(out, nearFrom(pairs))
  return [...out]
}

/** The labels renumbered in order of appearance, so that groupings can be compared. */
function groupsOf(labels: Iterable<number>): number[] {
  const first = new Map<number, number>()
  return [...labels].map((label, i) => {
    const known = first.get(label) ?? i
    first.set(label, known)
    return known
  })
}

describe('attachSingles', () => {
  it('puts a document that stands alone where its nearest members are', () => {
    const pairs: Pair[] = [
      [3, 0, 0.2],
      [3, 1, 0.15],
      [3, 2, 0.12],
    ]
    assert.deepEqual(attached([0, 0, 0, 3], pairs), [0, 0, 0, 0])
  })
  it('counts only the few nearest members of a large cluster', () => {
    const large = Array.from({ length: 12 }, () => 0)
    const pairs: Pair[] = [0, 1, 2].map((other) => [12, other, 0.16])
    assert.equal(attached([...large, 12], pairs)[12], 0)
  })
  it('does not attach for one look-alike in a large cluster', () => {
    assert.deepEqual(attached([0, 0, 0, 3], [[3, 0, 0.3]]), [0, 0, 0, 3])
  })
  it('leaves out a text that fits two clusters as well', () => {
    const pair = (other: number, score: number): Pair => [4, other, score]
    const fitsBoth = [pair(0, 0.2), pair(1, 0.2), pair(2, 0.18), pair(3, 0.18)]
    assert.deepEqual(attached([0, 0, 2, 2, 4], fitsBoth), [0, 0, 2, 2, 4])
    const fitsOne = [pair(0, 0.2), pair(1, 0.2), pair(2, 0.1), pair(3, 0.1)]
    assert.deepEqual(attached([0, 0, 2, 2, 4], fitsOne), [0, 0, 2, 2, 0])
  })
  it('lets a document follow another that was attached before it', () => {
    const pairs: Pair[] = [
      [2, 0, 0.2],
      [2, 1, 0.2],
      [3, 2, 0.3],
      [3, 0, 0.1],
      [3, 1, 0.1],
    ]
    assert.deepEqual(attached([0, 0, 2, 3], pairs), [0, 0, 0, 0])
  })
  it('makes a pair of two that are each other’s nearest', () => {
    assert.deepEqual(attached([0, 1], [[0, 1, 0.17]]), [0, 0])
    assert.deepEqual(attached([0, 1], [[0, 1, 0.15]]), [0, 1])
  })
  it('does not chain pairs: of three in a row only the two nearest make one', () => {
    const pairs: Pair[] = [
      [0, 1, 0.17],
      [1, 2, 0.18],
    ]
    assert.deepEqual(groupsOf(attached([0, 1, 2], pairs)), [0, 1, 1])
  })
  it('keeps every cluster of three and more where it is, and together what was together', () => {
    const scene = fc.record({
      labels: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 14 }),
      scores: fc.array(fc.double({ min: 0, max: 0.4, noNaN: true }), { minLength: 91, maxLength: 91 }),
    })
    fc.assert(
      fc.property(scene, ({ labels, scores }) => {
        const pairs: Pair[] = []
        for (let a = 0; a < labels.length; a += 1)
          for (let b = 0; b < a; b += 1) pairs.push([a, b, scores[pairs.length] as number])
        const out = attached(labels, pairs)
        for (let a = 0; a < labels.length; a += 1) {
          const size = labels.filter((label) => label === labels[a]).length
          if (size > 2) assert.equal(out[a], labels[a])
          if (size === 2)
            assert.equal(out[labels.indexOf(labels[a] as number)], out[labels.lastIndexOf(labels[a] as number)])
        }
      }),
    )
  })
  it('takes a pair to the larger cluster that both lean to', () => {
    const pairs: Pair[] = [
      [0, 1, 0.4],
      [0, 2, 0.4],
      [1, 2, 0.4],
      [3, 4, 0.35],
      [3, 0, 0.18],
      [3, 1, 0.17],
      [3, 2, 0.16],
      [4, 0, 0.1],
      [4, 1, 0.1],
      [4, 2, 0.1],
    ]
    assert.deepEqual([...attached([0, 0, 0, 3, 3], pairs)], [0, 0, 0, 0, 0])
  })
  it('finds the same groups in whatever order the documents come', () => {
    const scores = fc.array(fc.double({ min: 0.05, max: 0.4, noNaN: true }), { minLength: 28, maxLength: 28 })
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 })
    fc.assert(
      fc.property(scores, order, (values, places) => {
        // The order of ties is not defined, so they are left out.
        fc.pre(new Set(values).size === values.length)
        const labels = [0, 0, 2, 2, 4, 5, 6, 7]
        const pairs: Pair[] = []
        for (let a = 0; a < 8; a += 1) for (let b = 0; b < a; b += 1) pairs.push([a, b, values[pairs.length] as number])
        const straight = attached(labels, pairs)
        const moved = pairs.map(([a, b, score]): Pair => [places.indexOf(a), places.indexOf(b), score])
        const shuffled = attached(
          places.map((place) => labels[place] as number),
          moved,
        )
        const back = straight.map((_, i) => shuffled[places.indexOf(i)] as number)
        assert.deepEqual(groupsOf(back), groupsOf(straight))
      }),
    )
  })
})
