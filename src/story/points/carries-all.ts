import { splitAttribution } from '../people/split-attribution.ts'
import type { SentenceText } from '../story-text.ts'
import { contentStems, sharedCount, type Word, wordsOf } from '../words.ts'

/** The share of a sentence's content words that another must have to say all of it; more of a short one, where each word counts. */
const leastPart = 0.6
const leastPartOfShort = 0.8
const short = 9
/** Of words other than names: the same people may do something else. */
const leastPlainPart = 0.65

/**
 * True when a sentence that says the same as `shown` in its main words also has what is particular in it: its names, its numbers and what it
 * quotes. It may say more, and need not say who said it.
 */
export function carriesAll(other: SentenceText, shown: SentenceText): boolean {
  if (other.text === shown.text) return true
  const { content } = splitAttribution(shown)
  const stems = contentStems(content)
  const least = stems.size <= short ? leastPartOfShort : leastPart
  if (sharedCount(stems, other.stems) < least * stems.size) return false
  const plainStems = contentStems(shown.words.filter(({ span }) => !/^\p{Lu}/u.test(shown.text.slice(span.start))))
  if (sharedCount(plainStems, other.stems) < leastPlainPart * plainStems.size) return false
  const words = new Set(other.words.flatMap(({ text, stem }) => [text, stem]))
  return quotesTheSame(other, shown) || particulars(shown.text, content).every((word) => words.has(word))
}

/** Fewer quoted words are a slogan. */
const leastQuoted = 4

/** What a sentence quotes is in the other word for word, and no number beside it: then the names around it may be told before. */
function quotesTheSame(other: SentenceText, { text, words }: SentenceText): boolean {
  const quoted = words.filter((word) => isQuoted(text, word.span.start)).map((word) => word.text)
  if (quoted.length < leastQuoted || words.some((word) => /^\p{N}/u.test(word.text))) return false
  const theirs = other.words.map((word) => word.text).join(' ')
  const phrases = [...text.matchAll(/["“«]([^"“”«»]+)["”»]/gu)].map(([, phrase]) =>
    wordsOf(phrase ?? '').map((word) => word.text),
  )
  return phrases.every((phrase) => theirs.includes(phrase.join(' ')))
}

/** Numbers, names after the first word, and quoted words. */
function particulars(text: string, words: readonly Word[]): string[] {
  return words.flatMap((word) => {
    const from = text.slice(word.span.start)
    const isNumber = /^\p{N}/u.test(word.text) || (counting.test(word.text) && !/^\p{L}+ of\b/u.test(from))
    const isName = word.span.start > 1 && !word.isStop && /^\p{Lu}/u.test(from) && !plain.test(word.text)
    return isNumber || isName || (!word.isStop && isQuoted(text, word.span.start))
      ? [isNumber ? word.text : word.stem]
      : []
  })
}

const counting = /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?)$/u
/** Days, titles and what is shortened differently. */
const plain =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mr|mrs|ms|dr|president|sens?|senators?|reps?|representatives?|gov|governor|us|u\.s|united|states|american?s?|department|house|white)$/u

function isQuoted(text: string, at: number): boolean {
  const before = text.slice(0, at)
  const opened = before.match(/[“«]/g)?.length ?? 0
  const closed = before.match(/[”»]/g)?.length ?? 0
  return opened > closed || (before.match(/"/g)?.length ?? 0) % 2 === 1
}
