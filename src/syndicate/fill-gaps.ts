import { nth } from '../core/nth.ts'
import {
  type AlignedPassage,
  isQuoted,
  isQuotedRange,
  piecesOf,
  quotedWords,
  type Side,
  spanOfWords,
  type WordRange,
  wordRanges,
} from './passages.ts'

/** Beside a copied sentence, a sentence that shares this much of its words was copied too. */
const neighborShare = 0.6
/** How many sentences away its neighbors in the other text are searched: one may have been dropped. */
const reach = 2
/** Longer sentences are lists and tables; copied ones among them were already found by their runs of words. */
const longestSentence = 120

/**
 * Adds the sentences beside already aligned ones, in the same order in both texts, that share no long run of words because of edits: at
 * least 0.6 of the words of the longer are a common subsequence of the two. Uses each sentence of the other text once. Takes constant work
 * per sentence.
 */
export function fillGaps(here: Side, there: Side, aligned: readonly AlignedPassage[]): AlignedPassage[] {
  if (aligned.length === 0) return []
  const pieces = piecesOf(here)
  const otherPieces = piecesOf(there)
  const ranges = wordRanges(pieces, here.prepared.words)
  const otherRanges = wordRanges(otherPieces, there.prepared.words)
  const quoted = quotedWords(here)
  const otherQuoted = quotedWords(there)
  const otherOf = new Map(aligned.map(({ piece, otherPiece }) => [piece, otherPiece]))
  const taken = new Set(otherOf.values())
  const found = [...aligned]
  for (const step of [1, -1] as const) {
    for (let k = 0; k < pieces.length; k += 1) {
      const piece = step === 1 ? k : pieces.length - 1 - k
      const beside = otherOf.get(piece - step) ?? otherOf.get(piece - 2 * step)
      if (beside === undefined || otherOf.has(piece)) continue
      for (let far = 1; far <= reach; far += 1) {
        const otherPiece = beside + far * step
        if (taken.has(otherPiece) || otherPiece < 0 || otherPiece >= otherPieces.length) continue
        const range = nth(ranges, piece)
        const otherRange = nth(otherRanges, otherPiece)
        const common = commonWords(here, range, there, otherRange)
        if (common.length === 0) continue
        const wordNumbers = common.map(([number]) => number)
        const last = common.length - 1
        otherOf.set(piece, otherPiece)
        taken.add(otherPiece)
        found.push({
          span: spanOfWords(nth(pieces, piece), range, nth(common, 0)[0], nth(common, last)[0], here.prepared.words),
          otherSpan: spanOfWords(
            nth(otherPieces, otherPiece),
            otherRange,
            nth(common, 0)[1],
            nth(common, last)[1],
            there.prepared.words,
          ),
          isQuotation:
            isQuoted(wordNumbers, quoted) || isQuotedRange(nth(common, 0)[1], nth(common, last)[1], otherQuoted),
          share: common.length / (range.to - range.from),
          wordCount: common.length,
          piece,
          otherPiece,
        })
        break
      }
    }
  }
  return found.sort((a, b) => a.piece - b.piece)
}

/** The longest common subsequence of two sentences as pairs of word numbers; empty when it is too small a part of them. */
function commonWords(here: Side, a: WordRange, there: Side, b: WordRange): (readonly [number, number])[] {
  const width = b.to - b.from
  const height = a.to - a.from
  const longer = Math.max(width, height)
  if (Math.min(width, height) < neighborShare * longer || longer > longestSentence || longer === 0) return []
  const hashes = here.prepared.words.hashes
  const otherHashes = there.prepared.words.hashes
  const lengths = new Uint8Array((height + 1) * (width + 1))
  const at = (i: number, j: number) => lengths[i * (width + 1) + j] as number
  for (let i = height - 1; i >= 0; i -= 1)
    for (let j = width - 1; j >= 0; j -= 1)
      lengths[i * (width + 1) + j] =
        hashes[a.from + i] === otherHashes[b.from + j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  if (at(0, 0) < neighborShare * longer) return []
  const pairs: [number, number][] = []
  let i = 0
  let j = 0
  while (i < height && j < width) {
    if (hashes[a.from + i] === otherHashes[b.from + j]) pairs.push([a.from + i++, b.from + j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return pairs
}
