import type { Span } from '../core/span.ts'
import { lightStem } from '../core/text/stem.ts'
import { stopWords } from './stop-words.ts'

/** A word of a text: normalized (lower case, no possessive), its stem, and its span. */
export type Word = { readonly text: string; readonly stem: string; readonly span: Span; readonly isStop: boolean }

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['’.,-][\p{L}\p{M}\p{N}]+)*/gu
const unspacedScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}]/u

/**
 * Splits a text into words with their spans. Scripts written without spaces (Chinese, Japanese, Thai, Khmer) are cut into pairs of
 * characters, the usual substitute for words in retrieval.
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  wordPattern.lastIndex = 0
  for (let match = wordPattern.exec(text); match !== null; match = wordPattern.exec(text)) {
    const [raw] = match
    const known = knownWord(raw)
    if (known === undefined) words.push(...pairsOf(raw, match.index))
    else words.push({ ...known, span: { start: match.index, end: match.index + raw.length } })
  }
  return words
}

/** The stems of a text's content words, without repeats. */
export function contentStems(words: readonly Word[]): ReadonlySet<string> {
  return new Set(words.filter((word) => !word.isStop).map((word) => word.stem))
}

/** What two sets of stems share, relative to the smaller set: 0 to 1. */
export function containment(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const smaller = Math.min(a.size, b.size)
  return smaller === 0 ? 0 : sharedCount(a, b) / smaller
}

/** Dice coefficient of two sets of stems: 0 to 1. */
export function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const total = a.size + b.size
  return total === 0 ? 0 : (2 * sharedCount(a, b)) / total
}

export function sharedCount(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let count = 0
  for (const stem of small) if (large.has(stem)) count++
  return count
}

type KnownWord = Omit<Word, 'span'>

/** Short words as written, and what was read in each; undefined is one of an unspaced script. News has few different words. */
const vocabulary = new Map<string, KnownWord | undefined>()
const mostKnown = 20_000
/** V8 keeps the text that a longer string was cut from. */
const longestKnown = 12

function knownWord(raw: string): KnownWord | undefined {
  const known = vocabulary.get(raw)
  if (known !== undefined || vocabulary.has(raw)) return known
  const read = unspacedScript.test(raw) ? undefined : readWord(raw)
  if (raw.length > longestKnown) return read
  if (vocabulary.size >= mostKnown) vocabulary.clear()
  vocabulary.set(raw, read)
  return read
}

function readWord(raw: string): KnownWord {
  const text = raw
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/'s$|'$/, '')
  const plain = /^\p{N}[\p{N},.]*$/u.test(text) ? text.replaceAll(',', '') : text
  return { text: plain, stem: lightStem(plain), isStop: stopWords.has(plain) }
}

function pairsOf(raw: string, start: number): Word[] {
  if (raw.length === 1) return [{ text: raw, stem: raw, span: { start, end: start + 1 }, isStop: false }]
  const pairs: Word[] = []
  for (let at = 0; at + 2 <= raw.length; at++) {
    const text = raw.slice(at, at + 2)
    pairs.push({ text, stem: text, span: { start: start + at, end: start + at + 2 }, isStop: false })
  }
  return pairs
}
