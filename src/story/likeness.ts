import type { Term } from '../core/story.ts'
import type { RelationSummary } from './relation-summary.ts'

/** How alike stories are, among the stories that are known. Indexes are those of the list given. */
export type Likeness = {
  /** Cosine of the words, 0 to 1. */
  of(a: number, b: number): number
  /** The same of the words in titles alone. */
  ofTitles(a: number, b: number): number
  /** Every other story that shares a word, by index. */
  row(a: number): Float64Array
  /** Words both use, those that tell most first, as the first one writes them. */
  sharedWords(a: number, b: number): string[]
}

/** What is taken to have been read besides, so that in a small store the words of few stories still count for something. */
const priorStories = 100

type Weighted = ReadonlyMap<string, number>

/**
 * Prepares stories for comparison: words weighted by how few stories use them (tf-idf), in an inverted index, so that one
 * story is compared with thousands in a few milliseconds.
 */
export function likenessAmong(stories: readonly Pick<RelationSummary, 'terms'>[]): Likeness {
  const rarity = rarityOf(stories.map(({ terms }) => terms))
  const vectors = stories.map(({ terms }) => unit(terms, rarity))
  const titles = new Map<number, Weighted>()
  const postings = new Map<string, { readonly slots: number[]; readonly weights: number[] }>()
  for (const [slot, vector] of vectors.entries())
    for (const [stem, weight] of vector) {
      const list = postings.get(stem)
      if (!list) postings.set(stem, { slots: [slot], weights: [weight] })
      else {
        list.slots.push(slot)
        list.weights.push(weight)
      }
    }
  const titleOf = (at: number): Weighted => {
    const known = titles.get(at)
    if (known) return known
    const made = unit(
      (stories[at]?.terms ?? []).filter(({ isInTitle }) => isInTitle).map((term) => ({ ...term, weight: 1 })),
      rarity,
    )
    titles.set(at, made)
    return made
  }
  const vectorOf = (at: number): Weighted => vectors[at] ?? new Map()

  return {
    of: (a, b) => dot(vectorOf(a), vectorOf(b)),
    ofTitles: (a, b) => dot(titleOf(a), titleOf(b)),
    row(a) {
      const scores = new Float64Array(stories.length)
      for (const [stem, weight] of vectorOf(a)) {
        const list = postings.get(stem)
        if (!list) continue
        for (let at = 0; at < list.slots.length; at++)
          scores[list.slots[at] as number]! += weight * (list.weights[at] as number)
      }
      scores[a] = 0
      return scores
    },
    sharedWords(a, b) {
      const theirs = vectorOf(b)
      const ours = vectorOf(a)
      const told = (stem: string) => (ours.get(stem) ?? 0) * (theirs.get(stem) ?? 0)
      return (stories[a]?.terms ?? [])
        .filter(({ stem }) => told(stem) > 0)
        .sort((x, y) => told(y.stem) - told(x.stem))
        .map(({ word }) => word)
    },
  }
}

function rarityOf(stories: readonly (readonly Term[])[]): (stem: string) => number {
  const counts = new Map<string, number>()
  for (const terms of stories) for (const { stem } of terms) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  const total = Math.log(stories.length + priorStories + 1.5)
  return (stem) => Math.max(0, total - Math.log((counts.get(stem) ?? 0) + 0.5))
}

function unit(terms: readonly Term[], rarity: (stem: string) => number): Weighted {
  const vector = new Map<string, number>()
  let squares = 0
  for (const { stem, weight } of terms) {
    const value = weight * rarity(stem)
    vector.set(stem, value)
    squares += value * value
  }
  const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares)
  for (const [stem, value] of vector) vector.set(stem, value * scale)
  return vector
}

function dot(a: Weighted, b: Weighted): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let sum = 0
  for (const [stem, weight] of small) sum += weight * (large.get(stem) ?? 0)
  return sum
}
