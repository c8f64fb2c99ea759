import { vectorBytes, vectorDimensions, vectorWords } from './word-vectors-asset.ts'

/** What a word means by the company it keeps: a vector of length 1, and how much it says, by how seldom it is used. */
export type WordMeaning = { readonly vector: Float32Array; readonly rarity: number }

let table: ReadonlyMap<string, WordMeaning> | undefined

/** The meaning of a folded English word; undefined for one that is not among the 14,000 known. Unpacked on first use, once, in about 40 ms. */
export function meaningOf(word: string): WordMeaning | undefined {
  table ??= unpack()
  return table.get(word)
}

function unpack(): ReadonlyMap<string, WordMeaning> {
  const bytes = atob(vectorBytes)
  const numbers = new Float32Array(bytes.length * 2)
  for (let at = 0; at < bytes.length; at++) {
    const both = bytes.charCodeAt(at)
    numbers[2 * at] = (both & 15) - 8
    numbers[2 * at + 1] = (both >> 4) - 8
  }
  return new Map(
    vectorWords.split(' ').map((word, at) => {
      const vector = numbers.subarray(at * vectorDimensions, (at + 1) * vectorDimensions)
      toLengthOne(vector)
      return [word, { vector, rarity: rarityAt(at) }]
    }),
  )
}

/** How much a word says: by Zipf's law its rank tells how seldom it is used. */
function rarityAt(rank: number): number {
  return Math.max(0.5, Math.log(2 + rank) - 1.5)
}

function toLengthOne(vector: Float32Array): void {
  const length = Math.sqrt(likeness(vector, vector)) || 1
  for (let i = 0; i < vector.length; i++) vector[i]! /= length
}

/** How alike two vectors of length 1 are: their cosine. */
export function likeness(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
