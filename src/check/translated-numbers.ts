import { primaryLanguage } from '../core/primary-language.ts'
import { type SpokenNumbers, spokenNumbers } from './number-words.ts'
import { type WrittenNumber, writtenNumbers } from './written-numbers.ts'

/** Words that are a number and something else too: `neuf` is nine and new, and two of a thing are `both` or `neither`. */
const doubtful: Readonly<Record<string, readonly number[]>> = { en: [2], fr: [2, 9], ar: [2, 6, 7] }

/**
 * True when every number of the original is in the translation, and no other: digits of any script, with the marks each language
 * sets, or the word for it where the words of a language are known.
 */
export function keepsNumbers(original: string, translated: string, from: string, to: string): boolean {
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
  const isDoubtful = (value: number) => [source, target].some((language) => doubtful[language]?.includes(value))
  const areIn = (words: SpokenNumbers, others: SpokenNumbers, written: readonly WrittenNumber[]) =>
    words.values.every(
      (value) => isDoubtful(value) || others.values.includes(value) || written.some((number) => number.includes(value)),
    )
  return areIn(askedWords, givenWords, given) && areIn(givenWords, askedWords, asked)
}

function isOne(a: WrittenNumber, b: WrittenNumber): boolean {
  return a.some((value) => b.includes(value))
}

/** Each of the numbers has a word of its own in the other text. */
function areSpoken(numbers: readonly WrittenNumber[], words: SpokenNumbers | undefined): boolean {
  const left = words?.values.slice() ?? []
  return numbers.every((number) => {
    const index = left.findIndex((value) => number.includes(value))
    if (index >= 0) left.splice(index, 1)
    return index >= 0
  })
}
