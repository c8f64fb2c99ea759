import { nth } from '../core/nth.ts'
import type { Span } from '../core/span.ts'

/** A word, number or sign of a text, and where it is. Two with the same `key` are the same word. */
export type QuotedWord = Span & { readonly key: string }

/** With more words on either side, no closest passage is looked for: the table would be too large. */
const mostWords = 600
/** Below these shares of the same words in the same order, two passages are not the same quotation changed. */
const leastKept = 0.7
const leastDense = 0.6
/** Shorter quotations have look-alikes by chance. */
const fewestCompared = 5

// A currency or percent sign counts as a word, as does each character of scripts written without spaces.
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|(?<![\p{L}\p{N}])[-−]?\p{N}+(?:[.,٫٬]\p{N}+)*|[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*|[\p{Sc}%٪]/gu
/** Marks that Arabic is read with or without: vowel signs and lengthening. */
const optional = /[\u0640\u064b-\u0652]/g

/** The words of a text. Capitals, punctuation, and forms of apostrophes make no difference. */
export function quotedWords(text: string): readonly QuotedWord[] {
  return [...text.matchAll(word)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    key: found.normalize('NFC').toLowerCase().replaceAll('’', "'").replaceAll('−', '-').replace(optional, ''),
  }))
}

/**
 * The words that a passage puts between quotation marks, the longest such part if it has several; the whole passage if it has none. People
 * select `“We will rebuild it,” the mayor said`.
 */
export function quotedPart(passage: string): string {
  const parts = [...passage.matchAll(/“([^“”]+)”|"([^"]+)"|«([^«»]+)»|„([^„“”]+)[“”]/g)]
    .map((match) => match.slice(1).find((part) => part !== undefined) ?? '')
    .filter((part) => quotedWords(part).length > 1)
  const longest = parts.reduce((best, part) => (part.length > best.length ? part : best), '')
  return (longest === '' ? passage : longest).trim()
}

/** Every place where a text has these words, one after another. */
export function placesOf(wanted: readonly QuotedWord[], text: readonly QuotedWord[]): readonly Span[] {
  const found: Span[] = []
  for (let at = 0; wanted.length > 0 && at + wanted.length <= text.length; at++)
    if (wanted.every(({ key }, index) => key === text[at + index]?.key))
      found.push({ start: nth(text, at).start, end: nth(text, at + wanted.length - 1).end })
  return found
}

/** A passage with most of the wanted words in the same order. */
export type ClosestPassage = {
  readonly span: Span
  /** Share of the wanted words that it has. */
  readonly kept: number
  /** The wanted words that it does not have, and what it has in addition or instead. */
  readonly differs: readonly Span[]
  readonly instead: readonly Span[]
}

/** The passage of a text that is closest to these words; undefined when none is close enough to be the same quotation, changed. */
export function closestPassage(wanted: readonly QuotedWord[], text: readonly QuotedWord[]): ClosestPassage | undefined {
  if (wanted.length < fewestCompared || wanted.length > mostWords || text.length > mostWords) return undefined
  const pairs = sameWords(wanted, text)
  const [first, last] = [pairs[0], pairs.at(-1)]
  const kept = pairs.length / wanted.length
  if (!first || !last || kept < leastKept) return undefined
  // Words that were replaced at either end belong to the passage too.
  const from = Math.max(0, first[1] - first[0])
  const to = Math.min(text.length - 1, last[1] + wanted.length - 1 - last[0])
  if (pairs.length / (to - from + 1) < leastDense) return undefined
  const passage = text.slice(from, to + 1)
  const [mine, theirs] = [new Set(pairs.map(([at]) => at)), new Set(pairs.map(([, at]) => at - from))]
  return {
    span: { start: nth(text, from).start, end: nth(text, to).end },
    kept,
    differs: runsOf(wanted, mine),
    instead: runsOf(passage, theirs),
  }
}

/** The longest common subsequence, as pairs of places. */
function sameWords(
  a: readonly QuotedWord[],
  b: readonly QuotedWord[],
): readonly (readonly [inA: number, inB: number])[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      nth(lengths, i)[j] =
        a[i]?.key === b[j]?.key
          ? (lengths[i + 1]?.[j + 1] ?? 0) + 1
          : Math.max(lengths[i + 1]?.[j] ?? 0, lengths[i]?.[j + 1] ?? 0)
  const pairs: (readonly [number, number])[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; )
    if (a[i]?.key === b[j]?.key) pairs.push([i++, j++])
    else if ((lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)) i++
    else j++
  return pairs
}

/** The words outside a set of places; neighbors are one span. */
function runsOf(words: readonly QuotedWord[], same: ReadonlySet<number>): readonly Span[] {
  const runs: { start: number; end: number; last: number }[] = []
  for (const [at, { start, end }] of words.entries()) {
    if (same.has(at)) continue
    const run = runs.at(-1)
    if (run?.last === at - 1) Object.assign(run, { end, last: at })
    else runs.push({ start, end, last: at })
  }
  return runs.map(({ start, end }) => ({ start, end }))
}
