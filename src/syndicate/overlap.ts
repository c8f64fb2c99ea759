import { shinglesOf, type Words, wordsOf } from './words.ts'

/** Consecutive words that must be equal to count as shared. Similar texts are found by five; edits inside a copy leave four. */
export const runWords = 4

/** A phrase that appears more often in one text says nothing about where a sentence was copied from. */
const maxPositions = 16

/** A text prepared for comparison: its words, its shingles, and the first positions of each shingle, or of those that matter. */
export type Prepared = {
  readonly words: Words
  readonly shingles: Uint32Array
  readonly positions: ReadonlyMap<number, readonly number[]>
}

/**
 * Prepares a text in one pass. With `other`, for a comparison with that text alone: only shingles that it has, too, get their positions,
 * which are few where the two share a phrase.
 */
export function prepare(text: string, other?: Prepared): Prepared {
  const words = wordsOf(text)
  const shingles = shinglesOf(words, runWords)
  const positions = new Map<number, number[]>()
  for (let i = 0; i < shingles.length; i += 1) {
    const shingle = shingles[i] as number
    if (other && !other.positions.has(shingle)) continue
    const known = positions.get(shingle)
    if (known) {
      if (known.length < maxPositions) known.push(i)
    } else positions.set(shingle, [i])
  }
  return { words, shingles, positions }
}

/** The words of `a` that are part of `runWords` equal consecutive words in `b`: 1 for each such word. */
export function coverage(a: Prepared, b: Prepared): Uint8Array {
  const covered = new Uint8Array(a.words.hashes.length)
  if (b.positions.size === 0) return covered
  for (let i = 0; i < a.shingles.length; i += 1)
    if (b.positions.has(a.shingles[i] as number)) covered.fill(1, i, i + runWords)
  return covered
}

export function shareOf(covered: Uint8Array): number {
  if (covered.length === 0) return 0
  let sum = 0
  for (const one of covered) sum += one
  return sum / covered.length
}
