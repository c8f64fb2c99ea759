import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { averageLink, type Neighbors } from './average-link.ts'

/** Means this near each other count as equal, so that either may be joined first. */
const nearTie = 1e-5

/**
 * The definition: join the nearest two groups until none are near enough. Undefined where a group has two others that count as equally
 * near, of which the definition takes one and the chain may take the other.
 */
function byDefinition(
  score: (a: number, b: number) => number,
  count: number,
  threshold: number,
): number[][] | undefined {
  const groups = Array.from({ length: count }, (_, i) => [i])
  for (;;) {
    let best = { mean: 0, a: -1, b: -1 }
    const means = groups.map((): number[] => [])
    for (let a = 0; a < groups.length; a += 1)
      for (let b = 0; b < a; b += 1) {
        const pairs = groups[a]!.flatMap((i) => groups[b]!.map((j) => score(i, j)))
        const mean = pairs.reduce((sum, each) => sum + each, 0) / pairs.length
        if (mean > best.mean) best = { mean, a, b }
        means[a]!.push(mean)
        means[b]!.push(mean)
      }
    if (means.some(hasTie)) return undefined
    if (best.mean < threshold) return inOrder(groups)
    groups[best.b]!.push(...groups.splice(best.a, 1)[0]!)
  }
}

function hasTie(means: readonly number[]): boolean {
  const sorted = means.filter((mean) => mean > 0).sort((a, b) => a - b)
  return sorted.some((mean, at) => at > 0 && mean <= sorted[at - 1]! * (1 + nearTie))
}

function inOrder(groups: readonly (readonly number[])[]): number[][] {
  return groups.map((group) => group.toSorted((a, b) => a - b)).sort((a, b) => a[0]! - b[0]!)
}

function linksOf(score: (a: number, b: number) => number, count: number): Neighbors[] {
  const all = Array.from({ length: count }, (_, i) => i)
  return all.map((i) => {
    const others = Int32Array.from(all.filter((j) => j !== i && score(i, j) > 0))
    return { others, scores: Float64Array.from(others, (j) => score(i, j)) }
  })
}

test('finds the groups that always joining the nearest of all finds', () => {
  const count = 12
  const values = fc.uniqueArray(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 66, maxLength: 66 })
  fc.assert(
    fc.property(values, fc.integer({ min: 0, max: 80 }), (list, percentAbsent) => {
      const score = (a: number, b: number) => {
        const [low, high] = a < b ? [a, b] : [b, a]
        const value = list[(high * (high - 1)) / 2 + low]! / 1_000_000
        return value < percentAbsent / 100 ? 0 : value
      }
      const labels = averageLink(linksOf(score, count), 0.3)
      const groups = Map.groupBy(labels.keys(), (i) => labels[i])
      const wanted = byDefinition(score, count, 0.3)
      fc.pre(wanted !== undefined)
      assert.deepEqual(inOrder([...groups.values()]), wanted)
    }),
    { numRuns: 200 },
  )
})

test('ends where all are equally near', () => {
  assert.equal(
    new Set(
      averageLink(
        linksOf(() => 1 / 3, 40),
        0.2,
      ),
    ).size,
    1,
  )
})

test('leaves alone what is out, whatever is near it, and the links as they are', () => {
  const links = linksOf(() => 0.5, 4)
  const labels = averageLink(links, 0.2, (document) => document === 1)
  assert.equal(new Set(labels).size, 2)
  assert.equal(labels.filter((label) => label === labels[1]).length, 1)
  assert.deepEqual(
    links,
    linksOf(() => 0.5, 4),
  )
})
