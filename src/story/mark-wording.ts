import type { Span } from '../core/span.ts'
import { wordsOf } from './words.ts'

/** Where two wordings differ: spans of `a` that `b` does not have, and spans of `b` that `a` does not have. */
export type WordingDifference = { readonly a: readonly Span[]; readonly b: readonly Span[] }

const maxWords = 1200

/**
 * Compares two wordings word by word (longest common subsequence; case, quotation marks and punctuation aside) and returns
 * the spans to mark, neighbouring words joined. Texts of more than 1,200 words are compared by what is left between their
 * common beginning and end.
 */
export function wordingDifference(a: string, b: string): WordingDifference {
  const wordsA = wordsOf(a)
  const wordsB = wordsOf(b)
  const keysA = wordsA.map((word) => word.text)
  const keysB = wordsB.map((word) => word.text)
  let start = 0
  while (start < keysA.length && start < keysB.length && keysA[start] === keysB[start]) start++
  let endA = keysA.length
  let endB = keysB.length
  while (endA > start && endB > start && keysA[endA - 1] === keysB[endB - 1]) {
    endA--
    endB--
  }
  const kept = commonWords(keysA.slice(start, endA), keysB.slice(start, endB))
  return {
    a: joined(
      wordsA.slice(start, endA).map((word) => word.span),
      kept.a,
    ),
    b: joined(
      wordsB.slice(start, endB).map((word) => word.span),
      kept.b,
    ),
  }
}

/** The indexes of the words both lists keep, by a table of longest common subsequences. */
function commonWords(a: readonly string[], b: readonly string[]): { a: Set<number>; b: Set<number> } {
  const kept = { a: new Set<number>(), b: new Set<number>() }
  if (a.length > maxWords || b.length > maxWords) return kept
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      kept.a.add(i++)
      kept.b.add(j++)
    } else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return kept
}

function joined(spans: readonly Span[], kept: ReadonlySet<number>): Span[] {
  const marked: Span[] = []
  let last = -2
  spans.forEach((span, index) => {
    if (kept.has(index)) return
    const before = marked.at(-1)
    if (before && last === index - 1) marked[marked.length - 1] = { start: before.start, end: span.end }
    else marked.push(span)
    last = index
  })
  return marked
}
