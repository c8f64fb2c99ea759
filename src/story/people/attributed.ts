import { inEveryLanguage } from '../../languages/all.ts'
import { isTurned } from '../differences/turned.ts'
import type { Equivalents } from '../points/group-equivalents.ts'
import type { SentenceText } from '../story-text.ts'
import { PRONOUN, partTellers } from '../telling/tellers.ts'
import type { Word } from '../words.ts'
import { isExchanged } from './exchanged.ts'

/** Words by which a sentence lays what it tells at somebody's door, in the languages that are read. */
const BY_WHOSE_WORD = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${inEveryLanguage(({ statements }) => statements?.attributed).join('|')})(?![\\p{L}\\p{M}])`,
  'iu',
)

/** Whether a sentence says by whose word it goes: `…, the army said`. */
export function isAttributed({ text }: Pick<SentenceText, 'text'>): boolean {
  return BY_WHOSE_WORD.test(text)
}

/**
 * Of sentences that say the same the one to show: the first that may stand, but where another article says by whose word it goes, that one.
 * What one article states and another only reports is reported.
 */
export function sentenceToShow(
  { members }: Equivalents,
  mayStand: (sentence: SentenceText) => boolean,
): SentenceText | undefined {
  const first = members.find(mayStand)
  if (!first || isAttributed(first)) return first
  return members.find((each) => each.text !== first.text && isAttributed(each) && mayStand(each)) ?? first
}

/**
 * What says the same as a sentence that is shown: of the one whom it tells of, and not turned against it, though the group has been led by
 * another. What only reports it is no evidence for one that states it.
 */
export function evidenceFor(shown: SentenceText, { members }: Equivalents): readonly SentenceText[] {
  const subject = firstTold(shown)
  return members.filter(
    (each) =>
      each === shown ||
      each.text === shown.text ||
      ((subject.length === 0 || subject.some((stem) => each.stems.has(stem))) &&
        (isAttributed(shown) || !isAttributed(each)) &&
        !isTurned(each.words, shown.words) &&
        !isExchanged(each, shown)),
  )
}

/**
 * The first word with content of what a sentence tells, but for times and numbers, with the name it may belong to: whom or what it tells
 * of, as news is written.
 */
function firstTold(sentence: SentenceText): readonly string[] {
  const { told } = partTellers(sentence)
  const first = told.findIndex(({ isStop, text }) => PRONOUN.test(text) || (!isStop && !NO_SUBJECT.test(text)))
  if (first < 0 || PRONOUN.test(told[first]!.text)) return []
  const isName = (word: Word) => /^\p{Lu}/u.test(sentence.text.slice(word.span.start))
  const end = told.findIndex((word, at) => at > first && !isName(word))
  return told.slice(first, Math.max(first + 1, end)).map(({ stem }) => stem)
}

const NO_SUBJECT =
  /^\p{N}|day$|ly$|^(?:two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|late|early|last|next|morning|evening|night|week|month|year|january|february|march|april|may|june|july|august|september|october|november|december)$/u
