import type { Document } from '../core/document.ts'
import { shinglesOf, wordsOf } from './words.ts'

const shingleWords = 5
/** The smallest hash in each window of this many shingles is stored: 2 in 8, so about 1 in 4 of all. */
const windowShingles = 7

/**
 * The fingerprints for finding similar texts: winnowed hashes of five-word shingles (Schleimer, Wilkerson and Aiken 2003), unsigned 32-bit,
 * ascending, without duplicates. Two texts that share eleven consecutive words share at least one.
 */
export function fingerprintsOf(doc: Pick<Document, 'text'>): number[] {
  const shingles = shinglesOf(wordsOf(doc.text), shingleWords)
  const kept = new Set<number>()
  let smallest = -1
  const windows = Math.max(shingles.length > 0 ? 1 : 0, shingles.length - windowShingles + 1)
  for (let start = 0; start < windows; start += 1) {
    const end = Math.min(shingles.length, start + windowShingles)
    if (smallest < start) {
      smallest = start
      // Takes the last of equal hashes, so that a repeated phrase is not stored at every step.
      for (let i = start + 1; i < end; i += 1)
        if ((shingles[i] as number) <= (shingles[smallest] as number)) smallest = i
    } else if ((shingles[end - 1] as number) <= (shingles[smallest] as number)) smallest = end - 1
    kept.add(shingles[smallest] as number)
  }
  return [...kept].sort((a, b) => a - b)
}
