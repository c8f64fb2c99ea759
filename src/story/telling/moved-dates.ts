import type { TimeExpression } from '../../core/annotation.ts'
import type { MemberText, SentenceText } from '../story-text.ts'
import { sharedCount } from '../words.ts'

const moved =
  /\b(?:postponed?|postpones|delay(?:ed|s)?|push(?:ed|es) back|put off|moved|reschedul\w+|deferred|brought forward|will now|now (?:due|set|scheduled|expected|planned))\b/i
const newDate = /\b(?:to|until|till|for|on|by)(?: (?:the|next|this|early|late))*\s*$/i

/** True when a sentence says that something has another day than it had. */
function tellsOfMove(sentence: SentenceText): boolean {
  return moved.test(sentence.text)
}

/**
 * In a sentence that tells of a move, the day it is moved to and, where the sentence has it, the one it was planned for:
 * `The hearing, planned for Monday, has been postponed to Thursday`.
 */
export function daysOfMove(
  sentence: SentenceText,
  times: readonly TimeExpression[],
): { readonly to: TimeExpression; readonly from?: TimeExpression } | undefined {
  const cue = moved.exec(sentence.text)
  if (!cue) return undefined
  const at = sentence.span.start + cue.index + cue[0].length
  const lead = (time: TimeExpression) => sentence.text.slice(0, time.span.start - sentence.span.start)
  const dates = times.filter(({ value }) => /^\d{4}-\d{2}-\d{2}/.test(value))
  const to = dates.find((time) => time.span.start >= at && newDate.test(lead(time)))
  if (!to) return undefined
  const from = dates.find(
    (time) =>
      time !== to &&
      time.value !== to.value &&
      /\b(?:(?:planned|scheduled|due|set|expected) (?:for|on|to \p{L}+)|from)\s*(?:\p{L}+ )?$/iu.test(lead(time)),
  )
  return from ? { to, from } : { to }
}

/** How much of the earlier sentence a sentence that tells of its move must repeat. */
const minShared = 0.5
const minStems = 3

/** True when a later article's sentence says that what an earlier one plans has another day. */
export function isMoveOf(
  later: { readonly sentence: SentenceText; readonly date: string },
  earlier: { readonly sentence: SentenceText; readonly date: string; readonly isPlanned: boolean },
  texts: readonly MemberText[],
): boolean {
  if (!earlier.isPlanned || later.date === earlier.date || !tellsOfMove(later.sentence)) return false
  if (later.date.length !== 10 || earlier.date.length !== 10) return false
  const at = ({ sentence }: { readonly sentence: SentenceText }) =>
    Date.parse(texts[sentence.member]?.input.document.publishedAt ?? '')
  if (!(at(later) > at(earlier))) return false
  const stems = new Set([...earlier.sentence.stems].filter((stem) => !dateWord.test(stem)))
  const shared = sharedCount(stems, later.sentence.stems)
  return shared >= minStems && shared / Math.max(1, stems.size) >= minShared
}

const dateWord =
  /^(?:\d+|(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*|week|month|morn\w*|afternoon|even\w*|said|say)$/
