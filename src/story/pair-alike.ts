import { alignInOrder } from './align-in-order.ts'
import type { Pair } from './pair-in-order.ts'

/** Sentences with less in common than this share of the shorter one's words, or than so many words, are not one changed. */
const least = { share: 0.5, weight: 2 }
/** Beyond so many pairs of sentences, or words in one, nothing is paired: it stands as removed and added. */
const mostCells = 40_000
const mostWords = 400

/** A few small words that stand in a long sentence too do not make it the same sentence (Dice over words). */
const leastOfBoth = 0.3

/** Of two runs of sentences, those that are one another in other words: in order, the likest first. */
export function pairAlike(before: readonly string[], after: readonly string[]): readonly Pair[] {
  if (before.length * after.length === 0 || before.length * after.length > mostCells) return []
  const [a, b] = [before.map(wordsOf), after.map(wordsOf)]
  return alignInOrder(a, b, () => 1, least).pairs.flatMap(({ a: at, b: to }): Pair[] => {
    const [mine, theirs] = [a[at]!, b[to]!]
    return (2 * mine.intersection(theirs).size) / (mine.size + theirs.size) >= leastOfBoth ? [[at, to]] : []
  })
}

function wordsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return new Set(words.length > mostWords ? [] : words)
}
