import { nth } from '../../../core/nth.ts'
import type { Span } from '../../../core/span.ts'

// With more words on either side the table is too large for a page; nothing is marked then.
const mostWords = 400

/**
 * Spans of `text` whose words are not in `base`, in order (longest common subsequence over words, ignoring case and punctuation). The spans
 * are for marking; neither text is changed. Empty when the two are equal or too long.
 */
export function wordsNotIn(base: string, text: string): readonly Span[] {
  const before = wordsOf(base)
  const after = wordsOf(text)
  if (before.length > mostWords || after.length > mostWords) return []
  // lengths[i][j]: longest common subsequence of before[i…] and after[j…]
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1))
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      nth(lengths, i)[j] =
        nth(before, i).key === nth(after, j).key
          ? nth(lengths, i + 1)[j + 1]! + 1
          : Math.max(nth(lengths, i + 1)[j]!, nth(lengths, i)[j + 1]!)
  const found: { start: number; end: number; index: number }[] = []
  let i = 0
  for (let j = 0; j < after.length; ) {
    if (i < before.length && nth(before, i).key === nth(after, j).key) {
      i++
      j++
    } else if (i < before.length && nth(lengths, i + 1)[j]! >= nth(lengths, i)[j + 1]!) i++
    else {
      const last = found.at(-1)
      if (last && last.index === j - 1) Object.assign(last, { end: nth(after, j).end, index: j })
      else found.push({ start: nth(after, j).start, end: nth(after, j).end, index: j })
      j++
    }
  }
  return found.map(({ start, end }) => ({ start, end }))
}

function wordsOf(text: string): readonly (Span & { readonly key: string })[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    key: match[0].toLowerCase().replaceAll('’', "'"),
  }))
}
