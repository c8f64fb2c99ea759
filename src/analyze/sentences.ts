import type { Sentence } from '../core/annotation.ts'
import type { Document } from '../core/document.ts'
import type { Span } from '../core/span.ts'
import {
  abbreviations,
  afterClock,
  sentenceStarters,
  softAbbreviations,
  titleAbbreviations,
  wordLikeAbbreviations,
} from './abbreviations.ts'
import { defineAnalyzer } from './analyzer.ts'
import { habitsOf, type SentenceHabits } from './sentence-habits.ts'

/** Sentences, block by block: a sentence never crosses a block, so that a subhead is never glued to what follows. */
export const sentences = defineAnalyzer({
  assigns: 'sentences',
  requires: [],
  version: 1,
  run: (doc) => splitDocument(doc),
})

function splitDocument(doc: Document): Sentence[] {
  const found: Sentence[] = []
  doc.blocks.forEach((block, number) => {
    const text = doc.text.slice(block.start, block.end)
    for (const { start, end } of splitSentences(text, doc.language))
      found.push({
        span: { start: block.start + start, end: block.start + end },
        block: number,
        index: found.length,
      })
  })
  return found
}

/** Scripts whose sentences the rules below know nothing of; the platform's Unicode rules (UAX 29) cut them. */
const OTHER_SCRIPT =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Ethiopic}\p{Script=Armenian}]/u
/** One block longer than this is cut by our rules: the platform's segmenter keeps the whole string for every piece. */
const LONGEST_SEGMENTED = 20_000

/**
 * Cuts one block of text into sentences, each without the white space around it. Quote-aware: a closing mark belongs
 * to the sentence it ends, and `'…?' he asked` is one sentence.
 */
export function splitSentences(text: string, language = 'en'): Span[] {
  if (OTHER_SCRIPT.test(text) && text.length < LONGEST_SEGMENTED) return splitByUnicode(text, language)
  const found: Span[] = []
  const habits = habitsOf(language)
  let start = 0
  let at = 0
  while (at < text.length) {
    if (!isTerminal(text.charCodeAt(at))) {
      at++
      continue
    }
    const stop = stopAt(text, at, start, habits)
    if (stop.isEnd) {
      pushTrimmed(text, start, stop.after, found)
      start = stop.after
      while (isSpace(text[start])) start++
    }
    at = stop.after
  }
  pushTrimmed(text, start, text.length, found)
  return found
}

function splitByUnicode(text: string, language: string): Span[] {
  const found: Span[] = []
  for (const { segment, index } of new Intl.Segmenter(localeOf(language), { granularity: 'sentence' }).segment(text))
    pushTrimmed(text, index, index + segment.length, found)
  return found
}

function localeOf(language: string): string {
  try {
    return Intl.Segmenter.supportedLocalesOf(language)[0] ?? 'en'
  } catch {
    return 'en' // a page may declare any string as its language
  }
}

function pushTrimmed(text: string, from: number, to: number, found: Span[]): void {
  let start = from
  let end = to
  while (start < end && isSpace(text[start])) start++
  while (end > start && isSpace(text[end - 1])) end--
  if (end > start) found.push({ start, end })
}

/** `. ! ? … ؟ ۔ 。 ！ ？ ।` */
function isTerminal(code: number): boolean {
  return (
    code === 0x2e ||
    code === 0x21 ||
    code === 0x3f ||
    code === 0x2026 ||
    code === 0x61f ||
    code === 0x6d4 ||
    code === 0x3002 ||
    code === 0xff01 ||
    code === 0xff1f
  )
}

type Stop = { readonly isEnd: boolean; readonly after: number }

/** Whether the terminal sign at `at` ends the sentence that began at `start`, and where to go on. */
function stopAt(text: string, at: number, start: number, habits: SentenceHabits): Stop {
  const mark = text[at] as string
  if (isListMarker(text.slice(start, at + 2))) return { isEnd: false, after: at + 1 }
  let runEnd = at + 1
  while (runEnd < text.length && /[.!?…؟]/.test(text[runEnd] as string)) runEnd++
  const run = text.slice(at, runEnd)
  const after = pastClosers(text, runEnd, habits)
  if (/[。！？]/.test(mark)) return { isEnd: true, after }
  if (after >= text.length) return { isEnd: true, after }
  if (!isSpace(text[after])) return { isEnd: run === '.' && after === runEnd && isMissingSpace(text, at), after }
  let next = after
  while (next < text.length && isSpace(text[next])) next++
  const opening = next
  while (next < text.length && habits.openers.test(text[next] as string)) next++
  if (next >= text.length) return { isEnd: opening < next, after }
  if (habits.goesOnWith.test(text.slice(opening, opening + 4))) return { isEnd: false, after }
  const place: Place = { habits, text, at, start, run, after, isBare: after === runEnd, next, isOpened: next > opening }
  return { isEnd: endsHere(place), after }
}

/** `1.`, `2.)`, `a.)`, `• 9.` at the very start name an item of a list. */
function isListMarker(text: string): boolean {
  return /^[•⁃*-]?\s*(?:\d{1,2}|[a-z])\.\)?\s?$/.test(text) || /^Q\.\s|^A\.\s/.test(text)
}

/** Past closing quotation marks, brackets and note numbers in brackets; French puts a space, often a hard one, before `»`. */
function pastClosers(text: string, from: number, { closers, spacedCloser }: SentenceHabits): number {
  let after = from
  for (;;) {
    const note = text[after] === '[' ? /^\[\d{1,3}\]/.exec(text.slice(after, after + 5))?.[0].length : 0
    if (note) after += note
    else if (after < text.length && closers.test(text[after] as string)) after++
    else if (/[ \u00a0\u202f]/.test(text[after] ?? '') && text[after + 1] === spacedCloser) after += 2
    else return after
  }
}

/** A full stop with no space after it that still ends a sentence: `…of the war.The army…`, but no address or number. */
function isMissingSpace(text: string, at: number): boolean {
  const around = text.slice(at, at + 14)
  return (
    /[\p{Ll}]{2}/u.test(text.slice(Math.max(0, at - 2), at)) &&
    /^\.\p{Lu}\p{Ll}/u.test(around) &&
    !/^\.\p{L}+[./@]/u.test(around) &&
    !/^\.(?:com|net|org|co|uk|tv|ai|io|js|py|ru|de|fr)\b/i.test(around)
  )
}

type Place = {
  readonly habits: SentenceHabits
  readonly text: string
  readonly at: number
  readonly start: number
  readonly run: string
  readonly after: number
  /** No closing mark after the stop. */
  readonly isBare: boolean
  /** The first letter or digit of what comes next, past opening marks. */
  readonly next: number
  readonly isOpened: boolean
}

function endsHere(place: Place): boolean {
  const { text, at, run, isBare, next, isOpened } = place
  const char = text[next] as string
  if (run === '.' && isBare && isAbbreviation(place)) return false
  if (/\p{Ll}/u.test(char)) return run === '.' && isBare && !isOpened && isLowerCaseName(text, next)
  if (run.length >= 3 && run.startsWith('...') && !isUpper(char)) return false
  if (text[at] === '…' && !isUpper(char)) return false
  return isUpper(char) || /[\p{N}\p{L}#@•$£€¥*\-–—]/u.test(char) || isOpened
}

/** Brands written with a small first letter can begin a sentence: `iPhone`, `eBay`. */
function isLowerCaseName(text: string, next: number): boolean {
  return /^[a-z]\p{Lu}\p{Ll}/u.test(text.slice(next, next + 3))
}

function isAbbreviation({ habits, text, at, start, next, isOpened }: Place): boolean {
  if (habits.goesOnAfter.test(text.slice(Math.max(start, at - 24), at))) return true
  let from = at
  while (from > start && /[\p{L}\p{N}.&'’-]/u.test(text[from - 1] as string)) from--
  const word = text.slice(from, at).replace(/^['’.-]+/, '')
  const lower = word.toLowerCase()
  const char = text[next] as string
  const nextWord = /^[\p{L}’']+/u.exec(text.slice(next, next + 24))?.[0] ?? ''
  const startsSentence = isUpper(char) && sentenceStarters.has(nextWord.toLowerCase())
  if (habits.abbreviations.has(lower)) return !startsSentence
  if (titleAbbreviations.has(lower)) return isUpper(char) || /\d/.test(char)
  if (/^\p{Lu}$/u.test(word)) return isInitial(text, from, word, startsSentence)
  if (/^[ap]\.m$/.test(lower))
    return !isUpper(char) || afterClock.has(nextWord) || titleAbbreviations.has(nextWord.toLowerCase())
  if (/^(?:\p{Lu}\.)+\p{Lu}$/u.test(word) || softAbbreviations.has(lower))
    return !startsSentence && !(isOpened && isUpper(char))
  if (wordLikeAbbreviations.has(lower)) return /\d/.test(char) || (!isUpper(char) && /\p{L}/u.test(char))
  if (abbreviations.has(lower)) return !startsSentence || nextWord === 'Dr' || nextWord === 'Mr'
  return false
}

/** `J. Smith` goes on, `plan B. The rest` does not, nor does the pronoun `I.` */
function isInitial(text: string, from: number, word: string, startsSentence: boolean): boolean {
  if (startsSentence) return false
  if (word !== 'I') return true
  return /\p{Lu}\p{Ll}+ $|^$/u.test(text.slice(Math.max(0, from - 12), from))
}

function isUpper(char: string | undefined): boolean {
  return char !== undefined && char !== char.toLowerCase() && char === char.toUpperCase()
}

function isSpace(char: string | undefined): boolean {
  return char !== undefined && /\s/.test(char)
}
