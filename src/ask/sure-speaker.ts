import { attributionFloor, type Quote } from '../core/quote.ts'
import { overlaps } from '../core/span.ts'
import { foldWord } from './ask-words.ts'
import { type Passage, stemPlaces } from './passages.ts'
import type { Question } from './question.ts'
import { matchWords } from './word-match.ts'

/** Below this nobody is named where it is asked who said it, or what somebody said. Learned, see docs/notes/asking.md. */
const askedFloor = 0.845
/** Where `who said` is asked and the words are only told, how sure the attribution and the words must be together. */
const leastSure = 1.02
/** What the words of the question that stand in the quotation add to how sure its speaker is. */
const ofWords = 0.35

/**
 * True when the speaker of a quotation may be named in an answer: sure enough by itself, and, where it was asked whose words they
 * are, of words that are the asked ones. By a role (`the governor`) many are meant: there a word of the question must be near.
 */
export function isSpeakerSure(question: Question, quote: Quote, passage: Passage): boolean {
  const isAsked = question.asked.sort === 'said' || question.asked.sort === 'who-said'
  if (quote.speaker === undefined || quote.confidence < (isAsked ? askedFloor : attributionFloor)) return false
  switch (question.asked.sort) {
    case 'who-said':
      return quote.kind === 'indirect'
        ? quote.confidence + ofWords * wordsIn(question, quote, passage) >= leastSure
        : wordsIn(question, quote, passage) > 0
    case 'said':
      return (
        question.speaker === undefined ||
        question.speaker.role.length === 0 ||
        isNamed(question, quote) ||
        hasWord(question, passage)
      )
    default:
      return true
  }
}

/** Share of the words of a question that stand in a quotation. */
function wordsIn({ terms }: Question, quote: Quote, { words }: Passage): number {
  const said = stemPlaces(words.filter((word) => overlaps(word, quote.span)))
  const matched = terms.reduce((sum, term) => sum + matchWords(term, said), 0)
  return terms.length === 0 ? 1 : matched / terms.length
}

function hasWord({ terms, speaker }: Question, { stems }: Passage): boolean {
  const own = terms.filter(({ kind, text }) => kind !== 'name' && !speaker?.role.includes(text))
  return own.length === 0 || own.some((term) => matchWords(term, stems) > 0)
}

/** True for a body whose name is what looked like a role: `the park service`. */
function isNamed({ speaker: asked }: Question, { speaker: by }: Quote): boolean {
  const name = (by?.name ?? '').split(/[\s-]+/).map(foldWord)
  return asked?.role.every((word) => name.includes(word)) === true
}
