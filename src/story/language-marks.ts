import type { TimeExpression } from '../core/annotation.ts'
import type { Document } from '../core/document.ts'
import { overlaps } from '../core/span.ts'
import { primaryLanguage } from '../core/text/primary-language.ts'
import { soundKey } from './people/sound-key.ts'
import { countriesIn } from './related/country-names.ts'
import { stopWords } from './stop-words.ts'
import type { MemberText } from './story-text.ts'

const openingLetters = 1_600
const maxMarks = 200
const wordPattern = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu
const numberPattern =
  /(?=\p{Nd})(?<![\p{L}\p{N}.,:/-])\p{Nd}+(?:[.,٫٬'\u00a0\u202f\u2009 ]\p{Nd}{3}(?!\p{Nd}))*(?:[.,٫]\p{Nd}{1,2})?(?![\p{Nd}:])/gu
/** Smaller numbers are in every text; in languages without date recognition, they may be days of a month. */
const leastNumber = 13
/** Article, conjunction or preposition written with the word. */
const arabicPrefixes = /^(?:وال|بال|فال|كال|لل|ال|[وفبلك](?=\p{L}{4}))/u

/**
 * What reads the same in every language: `p:` two words of a name by sound, `w:` one, `c:` a country, `d:` a day, `n:` a number that is not
 * a date. Most frequent first, at most 200. In scripts without capitals (Arabic), any two neighboring words may be a name.
 */
export function languageMarks(texts: readonly MemberText[]): string[] {
  const counts = new Map<string, number>()
  for (const { input, times } of texts)
    for (const mark of new Set(marksOf(input.document, times))) counts.set(mark, (counts.get(mark) ?? 0) + 1)
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, maxMarks)
    .map(([mark]) => mark)
}

function marksOf(document: Document, times: readonly TimeExpression[]): string[] {
  const language = primaryLanguage(document.language)
  const opening = document.text.slice(0, openingLetters)
  const days = times
    .filter(({ kind, span }) => (kind === 'date' || kind === 'time') && span.start < openingLetters)
    .flatMap(({ value }) => /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0] ?? [])
  return [
    ...days.map((day) => `d:${day}`),
    ...numbersIn(opening, times),
    ...numbersIn(document.title, []),
    ...namesIn(document.title, language),
    ...namesIn(opening, language),
  ]
}

/** The numbers and names of a sentence that read the same in every language; offsets of `times` are from its start. */
export function marksIn(sentence: string, language: string, times: readonly Pick<TimeExpression, 'span'>[]): string[] {
  return [...numbersIn(sentence, times), ...namesIn(sentence, primaryLanguage(language))]
}

/** Numbers from 13 on that are neither years nor part of a date, and decimals, in one form: `5 800`, `5.800`, `٥٨٠٠` are `n:5800`. */
function numbersIn(text: string, times: readonly Pick<TimeExpression, 'span'>[]): string[] {
  return [...text.matchAll(numberPattern)].flatMap((match) => {
    const span = { start: match.index, end: match.index + match[0].length }
    if (times.some((time) => overlaps(time.span, span))) return []
    const value = readNumber(match[0])
    const isYear = Number.isInteger(value) && value >= 1900 && value <= 2100 && match[0].length === 4
    const isSmall = Number.isInteger(value) && value < leastNumber
    return Number.isNaN(value) || isYear || isSmall ? [] : [`n:${value}`]
  })
}

/** A separator before exactly three digits separates thousands; any other, decimals. */
function readNumber(written: string): number {
  const digits = written.replace(/\p{Nd}/gu, (digit) => String(digitOf(digit)))
  return Number(digits.replace(/[.,٫٬'\u00a0\u202f\u2009 ](?=\d{3}(?!\d))/g, '').replace(/[,٫]/, '.'))
}

function digitOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0
  if (code >= 0x660 && code <= 0x669) return code - 0x660
  if (code >= 0x6f0 && code <= 0x6f9) return code - 0x6f0
  return code - 0x30
}

type NameWord = {
  readonly keys: readonly string[]
  readonly isName: boolean
  readonly isInside: boolean
  readonly end: number
}

function namesIn(text: string, language: string): string[] {
  const countries = countriesIn(language)
  const marks: string[] = []
  let before: NameWord | undefined
  for (const match of text.matchAll(wordPattern)) {
    const word = match[0].replace(/^[dlDL]['’]/u, '').replace(/['’]s$/u, '')
    const start = match.index
    const gap = before ? text.slice(before.end, start) : ''
    const variants = word.charCodeAt(0) >= 0x600 && word.charCodeAt(0) <= 0x6ff ? variantsOf(word) : [word]
    for (const variant of variants) {
      const code = countries.get(variant.toLowerCase())
      if (code) marks.push(`c:${code}`)
    }
    const isStop = stopWords.has(word.toLowerCase())
    const isCased = word !== word.toLowerCase() || word !== word.toUpperCase()
    const isCapital = isCased && word[0] !== word[0]?.toLowerCase()
    const isName = !isStop && (isCased ? isCapital : word.length > 2)
    const isInside = before !== undefined && !/[.!?:\n«"„“]/.test(gap)
    const keys = isName ? variants.map((variant) => soundKey(variant, language)).filter((key) => key.length >= 2) : []
    const here: NameWord = { keys, isName, isInside, end: start + match[0].length }
    if (before?.isName && isName && /^[ \u00a0\u202f]$/.test(gap)) marks.push(...pairsOf(before.keys, keys))
    if (isCapital && isInside) marks.push(...keys.filter((key) => key.length >= 4).map((key) => `w:${key}`))
    if (!isCased) marks.push(...keys.filter((key) => key.length >= 5).map((key) => `w:${key}`))
    before = here
  }
  return marks
}

function pairsOf(first: readonly string[], second: readonly string[]): string[] {
  return first.flatMap((a) => second.flatMap((b) => (a.length + b.length >= 5 ? [`p:${a} ${b}`] : [])))
}

/** An Arabic word, and the same without article, conjunction or preposition written with it. */
function variantsOf(word: string): string[] {
  const bare = word.replace(arabicPrefixes, '')
  return bare !== word && bare.length > 2 ? [word, bare] : [word]
}
