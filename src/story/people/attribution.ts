import { nth } from '../../core/nth.ts'
import { contradicts } from '../differences/contradicts.ts'
import type { Equivalents } from '../points/group-equivalents.ts'
import type { SentenceText } from '../story-text.ts'
import type { Word } from '../words.ts'
import { haveDifferentParties } from './different-parties.ts'
import { isAttributed } from './is-attributed.ts'
import { PRONOUN, splitAttribution } from './split-attribution.ts'

/**
 * Chooses which of several equivalent sentences to show: the first suitable one, or an attributed one if another article has it. What one
 * article states and another only attributes is shown with attribution.
 */
export function sentenceToShow(
  { members }: Equivalents,
  isSuitable: (sentence: SentenceText) => boolean,
): SentenceText | undefined {
  const first = members.find(isSuitable)
  if (!first || isAttributed(first)) return first
  return members.find((each) => each.text !== first.text && isAttributed(each) && isSuitable(each)) ?? first
}

/**
 * The sentences that support a shown one: about the same subject and not contradicting it, even if they were grouped around another
 * sentence. A sentence with attribution is not evidence for one that states a fact.
 */
export function supportingSentences(shown: SentenceText, { members }: Equivalents): readonly SentenceText[] {
  const subject = subjectOf(shown)
  return members.filter(
    (each) =>
      each === shown ||
      each.text === shown.text ||
      ((subject.length === 0 || subject.some((stem) => each.stems.has(stem))) &&
        (isAttributed(shown) || !isAttributed(each)) &&
        !contradicts(each.words, shown.words) &&
        !haveDifferentParties(each, shown)),
  )
}

/** The first content word of a statement, without times and numbers, with the name it may belong to. News usually begins with its subject. */
function subjectOf(sentence: SentenceText): readonly string[] {
  const { content } = splitAttribution(sentence)
  const first = content.findIndex(({ isStop, text }) => PRONOUN.test(text) || (!isStop && !NO_SUBJECT.test(text)))
  if (first < 0 || PRONOUN.test(nth(content, first).text)) return []
  const isName = (word: Word) => /^\p{Lu}/u.test(sentence.text.slice(word.span.start))
  const end = content.findIndex((word, at) => at > first && !isName(word))
  return content.slice(first, Math.max(first + 1, end)).map(({ stem }) => stem)
}

const NO_SUBJECT =
  /^\p{N}|day$|ly$|^(?:two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|late|early|last|next|morning|evening|night|week|month|year|january|february|march|april|may|june|july|august|september|october|november|december)$/u
