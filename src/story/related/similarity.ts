import type { Term } from '../../core/story.ts'

/** Stems are numbered in the order of their first story. */
type StemNumber = number

/** Weights of some stems, in two lists of the same length. */
export type WeightedStems = { readonly stems: readonly StemNumber[]; readonly weights: readonly number[] }

/** Similarity of stories in a list, addressed by index. */
export type StorySimilarity = {
  /** Cosine of the words, 0 to 1. */
  of(a: number, b: number): number
  /** Cosine of the words in titles. */
  ofTitles(a: number, b: number): number
  /** The cosine with every story at once, by index; 0 for the story itself. */
  row(a: number): Float64Array
  /** Words both use, most distinctive first, as the first one writes them. */
  sharedWords(a: number, b: number): string[]
  /** The number of a stem; undefined for one that no story has. */
  find(stem: string): StemNumber | undefined
  /** How rare a stem is among the stories. */
  rarityOf(stem: StemNumber): number
  /** The dot product of weights by stem with the words of each of some stories, whose weights have length 1. Of two for one stem, the larger counts. */
  withWords(given: WeightedStems, some: readonly number[]): Float64Array
}

/** How many other stories are assumed, so that words of the few stories in a small store still count. */
const priorStories = 100

/**
 * Prepares stories for comparison: words weighted by rarity among stories (tf-idf), in an inverted index of flat arrays. Preparing
 * thousands of stories takes tens of milliseconds, comparing one with all takes one.
 */
export function storySimilarities(stories: readonly { readonly terms: readonly Term[] }[]): StorySimilarity {
  const { stems, starts, counts, numbers } = indexTerms(stories.map(({ terms }) => terms))
  const total = Math.log(stories.length + priorStories + 1.5)
  const rarity = Float64Array.from(counts, (count) => Math.max(0, total - Math.log(count + 0.5)))
  const weights = weightsOf(stories, stems, starts, rarity)
  const { ends, slots, values } = postingsOf(stories.length, stems, starts, weights, counts)
  const dense = new Float64Array(counts.length)

  /** The dot product over common terms; `weightAt` gives the weight of each term of a story. */
  function dot(a: number, b: number, weightAt: (story: number, at: number) => number): number {
    const [fromA, toA] = rangeOf(starts, a)
    const [fromB, toB] = rangeOf(starts, b)
    for (let at = fromA; at < toA; at++) dense[stems[at] as number] = weightAt(a, at)
    let sum = 0
    for (let at = fromB; at < toB; at++) sum += (dense[stems[at] as number] as number) * weightAt(b, at)
    for (let at = fromA; at < toA; at++) dense[stems[at] as number] = 0
    return sum
  }
  const titleWeight = (story: number, at: number) =>
    stories[story]?.terms[at - (starts[story] as number)]?.isInTitle ? (rarity[stems[at] as number] as number) : 0

  return {
    of: (a, b) => dot(a, b, (_, at) => weights[at] as number),
    ofTitles(a, b) {
      const norms = dot(a, a, titleWeight) * dot(b, b, titleWeight)
      return norms === 0 ? 0 : dot(a, b, titleWeight) / Math.sqrt(norms)
    },
    row(a) {
      const scores = new Float64Array(stories.length)
      const [from, to] = rangeOf(starts, a)
      for (let at = from; at < to; at++) {
        const stem = stems[at] as number
        const weight = weights[at] as number
        const end = ends[stem] as number
        for (let post = end - (counts[stem] as number); post < end; post++)
          scores[slots[post] as number]! += weight * (values[post] as number)
      }
      scores[a] = 0
      return scores
    },
    sharedWords(a, b) {
      const [fromA] = rangeOf(starts, a)
      const [fromB, toB] = rangeOf(starts, b)
      const theirs = new Map<number, number>()
      for (let at = fromB; at < toB; at++) theirs.set(stems[at] as number, weights[at] as number)
      return (stories[a]?.terms ?? [])
        .map(({ word }, index) => {
          const at = fromA + index
          return { word, weight: (weights[at] as number) * (theirs.get(stems[at] as number) ?? 0) }
        })
        .filter(({ weight }) => weight > 0)
        .sort((x, y) => y.weight - x.weight)
        .map(({ word }) => word)
    },
    find: (stem) => numbers.get(stem),
    rarityOf: (stem) => rarity[stem] ?? 0,
    withWords(given, some) {
      for (const [index, stem] of given.stems.entries())
        dense[stem] = Math.max(dense[stem] as number, given.weights[index] as number)
      const sums = Float64Array.from(some, (story) => {
        const [from, to] = rangeOf(starts, story)
        let sum = 0
        for (let at = from; at < to; at++) sum += (dense[stems[at] as number] as number) * (weights[at] as number)
        return sum
      })
      for (const stem of given.stems) dense[stem] = 0
      return sums
    },
  }
}

function rangeOf(starts: Int32Array, story: number): readonly [number, number] {
  return [starts[story] ?? 0, starts[story + 1] ?? 0]
}

/** tf-idf, of length 1 for each story. */
function weightsOf(
  stories: readonly { readonly terms: readonly Term[] }[],
  stems: Int32Array,
  starts: Int32Array,
  rarity: Float64Array,
): Float64Array {
  const weights = new Float64Array(stems.length)
  for (const [story, { terms }] of stories.entries()) {
    const [from, to] = rangeOf(starts, story)
    let squares = 0
    for (const [index, { weight }] of terms.entries()) {
      const value = weight * (rarity[stems[from + index] as number] as number)
      weights[from + index] = value
      squares += value * value
    }
    const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares)
    for (let at = from; at < to; at++) weights[at]! *= scale
  }
  return weights
}

/** For each stem, the stories that have it and its weight, contiguous; `ends` is the end of each list. */
function postingsOf(
  count: number,
  stems: Int32Array,
  starts: Int32Array,
  weights: Float64Array,
  counts: Int32Array,
): { readonly ends: Int32Array; readonly slots: Int32Array; readonly values: Float64Array } {
  const ends = new Int32Array(counts.length)
  let before = 0
  for (const [stem, size] of counts.entries()) {
    ends[stem] = before
    before += size
  }
  const slots = new Int32Array(stems.length)
  const values = new Float64Array(stems.length)
  for (let story = 0; story < count; story++) {
    const [from, to] = rangeOf(starts, story)
    for (let at = from; at < to; at++) {
      const post = ends[stems[at] as number]!++
      slots[post] = story
      values[post] = weights[at] as number
    }
  }
  return { ends, slots, values }
}

/** The terms of many stories in flat arrays: the number of each stem, story after story. */
type TermIndex = {
  readonly stems: Int32Array
  /** Where each story's terms start, with one more at the end. */
  readonly starts: Int32Array
  /** How many stories have each stem. A story has each of its stems once. */
  readonly counts: Int32Array
  readonly numbers: ReadonlyMap<string, number>
}

/** Numbers the stems of stories in order of appearance. */
function indexTerms(stories: readonly (readonly Term[])[]): TermIndex {
  const starts = new Int32Array(stories.length + 1)
  for (const [story, terms] of stories.entries()) starts[story + 1] = (starts[story] as number) + terms.length
  const stems = new Int32Array(starts[stories.length] as number)
  const numbers = new Map<string, number>()
  let at = 0
  for (const terms of stories)
    for (const { stem } of terms) {
      let number = numbers.get(stem)
      if (number === undefined) {
        number = numbers.size
        numbers.set(stem, number)
      }
      stems[at++] = number
    }
  const counts = new Int32Array(numbers.size)
  for (const stem of stems) counts[stem]!++
  return { stems, starts, counts, numbers }
}
