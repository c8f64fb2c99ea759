import { contains, type Span } from '../../core/span.ts'
import type { MemberText, SentenceText } from '../story-text.ts'
import { isMostlyQuoted } from './read-so-far.ts'

/** So many sentences after the first one, its article still tells of the same: in the next ones, or in what it says that somebody said. */
const nextReach = 3
const saidReach = 6
/** Another article begins by repeating the news. */
const otherOpening = 2
/** So far down, what somebody said and several outlets have is still of the news. */
const carriedReach = 20

/**
 * True for the kinds of sentences that nearly always read well in a brief, below the sentences `above`: the next one of the first one's
 * article, if it dates or counts something or says who said it; what that article soon says in its own words that somebody said; and what
 * somebody said, if several outlets have it (`isCarried`). Others often repeat the news, weigh it, or are of something that only their article
 * has told.
 */
export function isSureKind(
  sentence: SentenceText,
  member: MemberText,
  [first, ...below]: readonly [SentenceText, ...SentenceText[]],
  isCarried: boolean,
): boolean {
  const { index } = sentence
  if (sentence.member !== first.member) return isCarried && index >= otherOpening
  const after = index - first.index
  if (after < 1) return false
  if (isCarried) return true
  const isNext = [first, ...below].some((each) => each.member === first.member && each.index === index - 1)
  if (isNext && after <= nextReach && tellsFact(sentence, member)) return true
  return after <= saidReach && !isMostlyQuoted(sentence.text) && reportsStatement(sentence, member)
}

/** True for a sentence with a time, a number or a speaker: without one, it is often what the writer makes of the news. */
function tellsFact(sentence: SentenceText, member: MemberText): boolean {
  const { text, span } = sentence
  return (
    /\p{N}/u.test(text) || member.times.some((time) => contains(span, time.span)) || reportsStatement(sentence, member)
  )
}

/** True for a sentence not far down that reports what somebody said whom it names. */
export function isEarlyStatement(sentence: SentenceText, member: MemberText): boolean {
  return sentence.index <= carriedReach && reportsStatement(sentence, member)
}

function reportsStatement({ span }: SentenceText, { quotes, input }: MemberText): boolean {
  const wordsAt = ({ start, end }: Span) => input.document.text.slice(start, end)
  return quotes.some(({ cue, source, span: said, isTopic }) => {
    if (!cue || !source || isTopic || ![cue, source, said].every((part) => contains(span, part))) return false
    return !saysMore.test(wordsAt(cue)) && !pronoun.test(wordsAt(source))
  })
}

/** Said after something else that the same person said. */
const saysMore = /^(?:add|continu|conclud|repl|respond|went on|goes on|agree|repeat)/iu
const pronoun = /^(?:he|she|they|it|who|which)$/iu
