import { afterClock, type SentenceHabits } from './sentence-habits.ts'

/** What is around a stop. */
export type Place = {
  readonly text: string
  readonly at: number
  /** Where the sentence began. */
  readonly start: number
  /** The stop with those right after it: `.`, `?!`, `...`. */
  readonly run: string
  /** Past the stop and the closing marks. */
  readonly after: number
  /** No closing mark after the stop. */
  readonly isBare: boolean
  /** The first letter or digit of what comes next, past opening marks. */
  readonly next: number
  readonly isOpened: boolean
  readonly habits: SentenceHabits
}

/** Whether the full stop of a place belongs to an abbreviation, initial or ordinal, and so does not end the sentence. */
export function isAbbreviation({ text, at, start, next, isOpened, habits }: Place): boolean {
  const from = wordStart(text, at, start)
  const word = text.slice(from, at).replace(/^(?:[^'’]{1,2}['’]|['’.-])+/, '')
  const lower = word.toLowerCase()
  const nextWord = /^[\p{L}\p{M}’']+/u.exec(text.slice(next, next + 24))?.[0] ?? ''
  const isCapital = isUpper(text[next])
  const isNextInitial = nextWord.length === 1 && text[next + 1] === '.'
  const startsSentence = isCapital && !isNextInitial && habits.starters.has(nextWord.toLowerCase())
  // `then-Gov. Roe`
  const title = lower.replace(/^(?:then|ex)-/, '')
  if (habits.titles.has(title)) return /[\p{L}\p{N}]/u.test(text.charAt(next))
  if (habits.beforeNumber.has(lower) && /\d/.test(text.charAt(next))) return true
  if (habits.hasOrdinals && /^(?:\d{1,2}|[IVX]{1,6})$/.test(word))
    return !startsSentence && (!isOpened || isBeforeOrdinal(text, from, habits))
  if (/^\p{L}$/u.test(word) && (isUpper(word) || !hasCase(word))) return isInitial(text, from, word, startsSentence)
  if (/^[ap]\.\s?m$/.test(lower)) return isClock(text, start, from, nextWord, habits)
  if (habits.final.has(lower)) return !isCapital && hasCase(text.charAt(next))
  if (habits.beforeNumber.has(lower) && !habits.inner.has(lower)) return !isCapital && hasCase(text.charAt(next))
  if (habits.inner.has(lower) || /^(?:\p{Lu}\.-?)+\p{Lu}$/u.test(word))
    return !startsSentence && !(isOpened && isCapital)
  return false
}

/** The word before a stop, `Ph.D` as a whole; 24 letters at most, since no abbreviation is longer. */
function wordStart(text: string, at: number, start: number): number {
  let from = at
  while (from > start && at - from < 24 && /[\p{L}\p{M}\p{N}.&'’°-]/u.test(text.charAt(from - 1))) from--
  return from
}

/** Whether the word before `from` asks for an ordinal: `zum 3.` */
function isBeforeOrdinal(text: string, from: number, { beforeOrdinal }: SentenceHabits): boolean {
  const before = /(?<!\p{L})\p{L}{2,4}(?=\s$)/u.exec(text.slice(Math.max(0, from - 6), from))?.[0]
  return before !== undefined && beforeOrdinal.has(before.toLowerCase())
}

/** `J. Smith` continues, `plan B. The rest` does not, nor does the pronoun `I.` */
function isInitial(text: string, from: number, word: string, startsSentence: boolean): boolean {
  if (startsSentence) return false
  if (word !== 'I') return true
  return /\p{Lu}\p{Ll}+ $|^$/u.test(text.slice(Math.max(0, from - 12), from))
}

/** `5 p.m. Monday` continues, and so does `At 5 a.m. Mr. Poe left`, where the clock only opens the sentence. */
function isClock(text: string, start: number, from: number, nextWord: string, habits: SentenceHabits): boolean {
  if (!isUpper(nextWord[0]) || afterClock.has(nextWord)) return true
  const opening =
    from - start < 24 && /^(?:\p{Lu}\p{Ll}+\s)?(?:about\s|around\s)?[\d:.]+\s?$/u.test(text.slice(start, from))
  return opening && habits.titles.has(nextWord.toLowerCase())
}

/** True for a letter that is a capital. */
export function isUpper(char: string | undefined): boolean {
  return char !== undefined && char !== char.toLowerCase() && char === char.toUpperCase()
}

function hasCase(char: string): boolean {
  return char.toLowerCase() !== char.toUpperCase()
}
