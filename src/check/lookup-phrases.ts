import type { QuotedWord } from './compare-quotation.ts'
import { carriesMeaning } from './text-words.ts'

/** Words in a row that are looked up together: enough to be rare, few enough to be looked up fast. */
const phraseLength = 3
/** One changed word spoils one phrase; of a long passage more may be changed. */
const mostPhrases = 4
const fewestTiled = 6
/** In a longer statement, the phrases of its parts are rare enough. */
const mostAround = 14

/**
 * Phrases by which articles with these words are found, also when one word was changed: each from another part of them, chosen for its
 * rare words, the rarest first. Short ones have phrases that leave out each half and the rarest word.
 */
export function lookupPhrases(words: readonly QuotedWord[]): readonly string[] {
  if (words.length < fewestTiled) return shortPhrases(words)
  const count = Math.min(mostPhrases, Math.max(2, Math.floor(words.length / 4)))
  const phrases = Array.from({ length: count }, (_, index) => {
    const from = Math.floor((index * words.length) / count)
    const to = Math.floor(((index + 1) * words.length) / count)
    return rarest(words.slice(from, to))
  })
  // Of small words alone every phrase is in many articles, and costs most to look up.
  if (weightOf(words) === 0) return [phraseOf(words.slice(0, mostAround))]
  return [...new Set(phrases.sort((a, b) => weightOf(b) - weightOf(a)).map(phraseOf))]
}

function shortPhrases(words: readonly QuotedWord[]): readonly string[] {
  const whole = phraseOf(words)
  if (words.length < 5) return [whole]
  return [whole, ...words.map((_, left) => [words.slice(0, left), words.slice(left + 1)]).flatMap(bothSides)]
}

/** For a short statement, lists of phrases that leave out two words in a row each: with any one word changed, all of one list are there. */
export function phrasesAround(words: readonly QuotedWord[]): readonly (readonly string[])[] {
  if (words.length < 5 || words.length > mostAround || weightOf(words) === 0) return []
  return Array.from({ length: Math.ceil(words.length / 2) }, (_, index) =>
    [words.slice(0, index * 2), words.slice(index * 2 + 2)].filter(({ length }) => length > 0).map(phraseOf),
  )
}

/** The longer side of a word that was left out, if it says enough to be looked up. */
function bothSides(sides: readonly (readonly QuotedWord[])[]): readonly string[] {
  const longer = sides.reduce((best, side) => (weightOf(side) > weightOf(best) ? side : best), [])
  return weightOf(longer) > 0 ? [phraseOf(longer)] : []
}

/** The words in a row that most likely are rare. */
function rarest(words: readonly QuotedWord[]): readonly QuotedWord[] {
  let best = words.slice(0, phraseLength)
  for (let from = 1; from + phraseLength <= words.length; from++) {
    const here = words.slice(from, from + phraseLength)
    if (weightOf(here) > weightOf(best)) best = here
  }
  return trimmed(best)
}

/** Without a small word at an end, which every text has and which costs more to look up than it tells; two words are kept. */
function trimmed(words: readonly QuotedWord[]): readonly QuotedWord[] {
  const [first, last] = [words[0], words.at(-1)]
  if (words.length <= 2 || !first || !last) return words
  if (!carriesMeaning(first)) return words.slice(1)
  return carriesMeaning(last) ? words : words.slice(0, -1)
}

/** Long words are rarer than short ones; small words, which every text has, count nothing. */
function weightOf(words: readonly QuotedWord[]): number {
  return words.reduce((sum, word) => sum + (carriesMeaning(word) ? Math.min(10, word.key.length) : 0), 0)
}

function phraseOf(words: readonly QuotedWord[]): string {
  return words.map(({ key }) => key).join(' ')
}
