import { primaryLanguage } from '../core/text/primary-language.ts'
import type { TranslationFlaw } from '../core/translation.ts'
import { packOf } from '../languages/all.ts'
import { type SpokenNumbers, spokenNumbers } from './number-words.ts'
import { addsName } from './translated-names.ts'
import { isInScriptOf, scriptOf } from './translated-script.ts'
import { keepsUnits } from './translated-units.ts'
import { type WrittenNumber, writtenNumbers } from './written-numbers.ts'

/** Short sentences differ more. */
const SHORT = 40

/** So many words repeated at once show that a translator is looping. */
const WORDS_OF_A_LOOP = 3
/** No sentence has more words. */
const MOST_WORDS = 1_000

/** True when a translation has a plausible length for these languages and doesn't loop. */
function isOfLength(original: string, translated: string, from: string, to: string): boolean {
  if (loops(translated) && !loops(original)) return false
  const expected = original.length * (lengthIn(to) / lengthIn(from))
  return original.length < SHORT
    ? translated.length <= expected * 2.5 + 25 && translated.length >= expected * 0.2
    : translated.length <= expected * 2 + 10 && translated.length >= expected * 0.5
}

/** True when a run of words is immediately repeated. */
function loops(text: string): boolean {
  const words = (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).slice(0, MOST_WORDS)
  for (let length = WORDS_OF_A_LOOP; length * 2 <= words.length; length++) {
    let same = 0
    for (let at = 0; at + length < words.length; at++) {
      same = words[at] === words[at + length] ? same + 1 : 0
      if (same === length) return true
    }
  }
  return false
}

function lengthIn(language: string): number {
  return packOf(language)?.relativeLength ?? 1
}

/**
 * True when the translation has exactly the numbers of the original: as digits of any script with each language's separators, or as words
 * where the number words of a language are known.
 */
function keepsNumbers(original: string, translated: string, from: string, to: string): boolean {
  const [source, target] = [primaryLanguage(from), primaryLanguage(to)]
  const [asked, given] = [writtenNumbers(original, from), writtenNumbers(translated, to)]
  const [askedWords, givenWords] = [spokenNumbers(original, source), spokenNumbers(translated, target)]
  const unmatched = given.slice()
  const missing = asked.filter((number) => {
    const index = unmatched.findIndex((other) => isOne(number, other))
    if (index >= 0) unmatched.splice(index, 1)
    return index < 0
  })
  if (!areSpoken(missing, givenWords) || !areSpoken(unmatched, askedWords)) return false
  if (!askedWords || !givenWords || askedWords.hasComposed || givenWords.hasComposed) return true
  const isDoubtful = (value: number) =>
    [source, target].some((language) => packOf(language)?.translation?.doubtfulNumbers.includes(value))
  const areIn = (words: SpokenNumbers, others: SpokenNumbers, written: readonly WrittenNumber[]) =>
    words.values.every(
      (value) => isDoubtful(value) || others.values.includes(value) || written.some((number) => number.includes(value)),
    )
  return areIn(askedWords, givenWords, given) && areIn(givenWords, askedWords, asked)
}

function isOne(a: WrittenNumber, b: WrittenNumber): boolean {
  return a.some((value) => b.includes(value))
}

/** Each number has its own number word in the other text. */
function areSpoken(numbers: readonly WrittenNumber[], words: SpokenNumbers | undefined): boolean {
  const left = words?.values.slice() ?? []
  return numbers.every((number) => {
    const index = left.findIndex((value) => number.includes(value))
    if (index >= 0) left.splice(index, 1)
    return index >= 0
  })
}

/** True unless one of the two denies and the other has no word for it at all. Known of English, French and Arabic; others pass. */
function keepsNegation(original: string, translated: string, from: string, to: string): boolean {
  const [source, target] = [packOf(from)?.translation?.negation, packOf(to)?.translation?.negation]
  if (!source || !target) return true
  if (source.plain.test(original) && !target.any.test(translated)) return false
  return !target.plain.test(translated) || source.any.test(original)
}

/** URLs, email addresses and bare host names. */
const address =
  /\b(?:https?|ftp|mailto|javascript|data):[^\s]*|\bwww\.[^\s]+|[\w.+-]+@[\w-]+\.\w+|\b[\w-]{2,}(?:\.[\w-]+)*\.(?:com|org|net|info|biz|io|co|app|dev|xyz|top|site|online|link|click|shop|news|tv|me|ly|gg|to|ru|cn|de|fr|uk|us|eu|ch|it|es|nl|pl|br|in|ma|dz|tn|eg|sa|ae|example|test|onion)\b(?:\/[^\s]*)?/giu
/** Tags, entities, Markdown links, code, citation marks and characters that change text direction. */
const markup = [
  /<\/?[a-z!]|>/gi,
  /&(?:#\d+|#x[\da-f]+|[a-z]{2,8});/gi,
  /\]\(/g,
  /`{1,3}/g,
  /\*\*|__/g,
  /\[\d{1,3}\]|【/g,
  /[\u0000-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2060-\u2069\ufeff]/g,
] as const

/** True when a translation has markup, a URL or control characters that the original has not. */
function hasForeignForm(original: string, translated: string): boolean {
  const has = new Set(addressesIn(original))
  if (addressesIn(translated).some((found) => !has.has(found))) return true
  return markup.some((pattern) => count(translated, pattern) > count(original, pattern))
}

function addressesIn(text: string): readonly string[] {
  return (text.match(address) ?? []).map((found) => found.toLowerCase().replace(/[).,;:!?»”"']+$/u, ''))
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

type TranslationToCheck = {
  readonly original: string
  /** Undefined when the translator returned nothing. */
  readonly translated: string | undefined
  /** BCP 47; `und` when unknown. */
  readonly from: string
  readonly to: string
  /** Names of people in the original, as written there. */
  readonly names: readonly string[]
  /** Identifies the language of a text: BCP 47, `und` when in doubt. Passed in, because another folder does it. */
  readonly identify: (text: string) => string
}

/** With fewer words, close languages can't be told apart. */
const WORDS_TO_TELL = 8
/** With so many words, any unexpected language is a flaw, not only the original's. */
const WORDS_TO_BE_SURE = 10
/** Groups of languages that are mistaken for one another. */
const alike = [
  'es pt gl ca',
  'no nb nn da sv',
  'hr sr bs sl',
  'cs sk',
  'ru uk bg be mk',
  'id ms',
  'ar fa ur',
  'nl af',
].map((group) => group.split(' '))

/**
 * Checks a translated sentence against its original. Returns the first flaw, or undefined. Checks only what can be verified without
 * understanding either language: figures, units, names and negations are kept, and nothing was added. Words for numbers, units and negation
 * are known in English, French and Arabic; other languages are checked by digits alone. This doesn't prove that the meaning is the same:
 * readers can open the original with one tap.
 */
export function checkTranslation(given: TranslationToCheck): TranslationFlaw | undefined {
  const { original, translated, from, to } = given
  if (translated === undefined || !/\p{L}/u.test(translated)) return 'missing'
  if (hasForeignForm(original, translated)) return 'form'
  if (isSame(original, translated)) return 'same'
  if (!isInLanguage(given, translated)) return 'language'
  if (!isOfLength(original, translated, from, to)) return 'length'
  if (!keepsNumbers(original, translated, from, to)) return 'number'
  if (!keepsUnits(original, translated, from, to)) return 'unit'
  if (!keepsNegation(original, translated, from, to)) return 'negation'
  return keepsNames(given, translated) && !addsName(original, translated, from, to) ? undefined : 'name'
}

/** Names and figures alone may be returned unchanged; a sentence may not. */
function isSame(original: string, translated: string): boolean {
  const words = original.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? []
  const isSentence = words.length >= 4 && words.some((word) => word.length > 2 && word === word.toLowerCase())
  return isSentence && folded(original) === folded(translated)
}

function isInLanguage({ from, to, identify }: TranslationToCheck, translated: string): boolean {
  if (!isInScriptOf(translated, to)) return false
  const words = translated.match(/\p{L}[\p{L}\p{M}'’-]*/gu)?.length ?? 0
  if (words < WORDS_TO_TELL) return true
  const [found, wanted, source] = [identify(translated), to, from].map(primaryLanguage)
  if (found === 'und' || found === wanted || found === undefined) return true
  if (alike.some((group) => group.includes(found) && group.includes(wanted ?? ''))) return true
  return found !== source && words < WORDS_TO_BE_SURE
}

/** Between languages that write names alike in one script, every part of a name must be in the translation. */
function keepsNames({ names, from, to }: TranslationToCheck, translated: string): boolean {
  if (scriptOf(from) !== 'Latin' || scriptOf(to) !== 'Latin') return true
  const text = folded(translated)
  const parts = names.flatMap((name) => name.match(/\p{Lu}[\p{L}\p{M}]{2,}/gu) ?? [])
  return parts.every((part) => text.includes(folded(part)))
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim()
    .toLowerCase()
}
