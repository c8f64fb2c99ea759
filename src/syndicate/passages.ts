import type { Document } from '../core/document.ts'
import type { Annotations } from '../core/layers.ts'
import { nth } from '../core/nth.ts'
import type { Span } from '../core/span.ts'
import type { Passage } from '../core/syndication.ts'
import { shownPosts } from '../core/text/shown-posts.ts'
import { type Prepared, runWords } from './overlap.ts'
import type { Words } from './words.ts'

/** A text to align: the document, its layers and its prepared words. */
export type Side = { readonly document: Document; readonly annotations: Annotations; readonly prepared: Prepared }

/** A passage, the share of its sentence that it covers (0 to 1), and the numbers of the two sentences. */
export type AlignedPassage = Passage & {
  readonly share: number
  readonly wordCount: number
  readonly piece: number
  readonly otherPiece: number
}

/** From this share of its words, a sentence appears in the other text; below, it only shares a phrase. */
const passageShare = 0.5
/** Shorter overlaps are common phrases. */
const passageWords = 6

/** Word numbers, half-open. */
export type WordRange = { readonly from: number; readonly to: number }

/** Sentences where detected, else whole blocks. */
export function piecesOf(side: Side): readonly Span[] {
  const sentences = side.annotations.sentences?.items
  return sentences ? sentences.map(({ span }) => span) : side.document.blocks
}

export function wordRanges(pieces: readonly Span[], words: Words): WordRange[] {
  let at = 0
  return pieces.map((piece) => {
    while (at < words.starts.length && (words.starts[at] as number) < piece.start) at += 1
    const from = at
    while (at < words.starts.length && (words.starts[at] as number) < piece.end) at += 1
    return { from, to: at }
  })
}

function pieceByWord(ranges: readonly WordRange[], wordCount: number): Int32Array {
  const pieceOf = new Int32Array(wordCount).fill(-1)
  for (const [piece, { from, to }] of ranges.entries()) pieceOf.fill(piece, from, to)
  return pieceOf
}

/** For each piece of the other text: which words of `range` appear in it, and the first and last matching words there. */
function matchPiece(range: WordRange, a: Prepared, b: Prepared, pieceOf: Int32Array) {
  const matches = new Map<number, { readonly here: Set<number>; first: number; last: number }>()
  // Shingles may begin before or end after the piece, so that a copied sentence keeps its first and last words.
  for (let i = Math.max(0, range.from - runWords + 1); i < range.to && i < a.shingles.length; i += 1) {
    for (const there of b.positions.get(a.shingles[i] as number) ?? []) {
      for (let k = 0; k < runWords; k += 1) {
        if (i + k < range.from || i + k >= range.to) continue
        const piece = pieceOf[there + k] as number
        if (piece < 0) continue
        const match = matches.get(piece)
        if (match) {
          match.here.add(i + k)
          match.first = Math.min(match.first, there + k)
          match.last = Math.max(match.last, there + k)
        } else matches.set(piece, { here: new Set([i + k]), first: there + k, last: there + k })
      }
    }
  }
  return matches
}

/** The words of others: inside quotation marks, by the quotes layer, in quotation blocks, and posts shown whole. 1 for each such word. */
export function quotedWords({ document, annotations, prepared }: Side): Uint8Array {
  const { starts, ends } = prepared.words
  const quoted = new Uint8Array(starts.length)
  const spans: Span[] = [
    ...(annotations.quotes?.items ?? []).flatMap(({ kind, span }) => (kind === 'indirect' ? [] : [span])),
    ...document.blocks.filter(({ kind }) => kind === 'quote'),
    ...shownPosts(document),
  ]
  spans.sort((a, b) => a.start - b.start)
  let word = 0
  for (const { start, end } of spans) {
    while (word < starts.length && (starts[word] as number) < start) word += 1
    for (; word < starts.length && (ends[word] as number) <= end; word += 1) quoted[word] = 1
  }
  return quoted
}

/** Of a quotation two texts also share who said it where: at most so many words outside of it. */
const cueWords = 7

/** True when the words are in quotation marks, but for a cue that both texts share: half of them, and all but seven. */
export function isQuoted(wordNumbers: readonly number[], quoted: Uint8Array): boolean {
  const outside = wordNumbers.filter((i) => quoted[i] !== 1).length
  return wordNumbers.length > 0 && outside <= Math.min(cueWords, wordNumbers.length / 2)
}

/** True when nine in ten of the words from the first to the last are: what one text quotes, the other has from the same speaker. */
export function isQuotedRange(first: number, last: number, quoted: Uint8Array): boolean {
  const inside = quoted.subarray(first, last + 1).filter((isInside) => isInside === 1).length
  return inside >= 0.9 * (last - first + 1)
}

/** From the first to the last of the words; the whole piece, with its punctuation, when all its words match. */
export function spanOfWords(piece: Span, range: WordRange, first: number, last: number, words: Words): Span {
  return {
    start: first === range.from ? piece.start : (words.starts[first] as number),
    end: last === range.to - 1 ? piece.end : (words.ends[last] as number),
  }
}

/**
 * The sentences of one text that appear in the other, each with its best match there, narrowed to the matching words. A sentence counts
 * when at least half of its words, and at least six, match.
 */
export function alignPassages(here: Side, there: Side): AlignedPassage[] {
  const a = here.prepared
  const b = there.prepared
  const pieces = piecesOf(here)
  const otherPieces = piecesOf(there)
  const ranges = wordRanges(pieces, a.words)
  const otherRanges = wordRanges(otherPieces, b.words)
  const pieceOf = pieceByWord(otherRanges, b.words.hashes.length)
  const quoted = quotedWords(here)
  const otherQuoted = quotedWords(there)
  const passages: AlignedPassage[] = []
  for (const [i, range] of ranges.entries()) {
    const matches = [...matchPiece(range, a, b, pieceOf)]
    const best = matches.sort((x, y) => y[1].here.size - x[1].here.size)[0]
    if (!best) continue
    const [otherPiece, { here: wordNumbers, first, last }] = best
    const share = wordNumbers.size / (range.to - range.from)
    if (share < passageShare || wordNumbers.size < passageWords) continue
    const otherRange = nth(otherRanges, otherPiece)
    passages.push({
      span: spanOfWords(nth(pieces, i), range, Math.min(...wordNumbers), Math.max(...wordNumbers), a.words),
      otherSpan: spanOfWords(nth(otherPieces, otherPiece), otherRange, first, last, b.words),
      isQuotation: isQuoted([...wordNumbers], quoted) || isQuotedRange(first, last, otherQuoted),
      share,
      wordCount: wordNumbers.size,
      piece: i,
      otherPiece,
    })
  }
  return passages
}
