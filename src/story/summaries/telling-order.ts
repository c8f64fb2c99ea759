import { contains } from '../../core/span.ts'
import type { MemberText, SentenceText } from '../story-text.ts'
import { rangeOf } from '../timeline/build-timeline.ts'

/** True when a sentence announces what was over when the story's latest article was published, or is only true for an hour. */
export function isOverdue(sentence: SentenceText, member: MemberText, latest: string): boolean {
  if (isForHours(sentence.text)) return true
  const { publishedAt } = member.input.document
  if (publishedAt.slice(0, 10) >= latest.slice(0, 10) || !announces.test(sentence.text)) return false
  return member.times.some((time) => {
    const date = contains(sentence.span, time.span) ? rangeOf(time)?.date : undefined
    return date?.length === 10 && date >= publishedAt.slice(0, 10) && date < latest.slice(0, 10)
  })
}

const announces = /\b(?:will|expected to|due to|set to|scheduled|plans? to|planning to|upcoming|is to|are to)\b/iu
function isForHours(text: string): boolean {
  return withinTheHour.test(text) || (laterToday.test(text) && ahead.test(text))
}

const withinTheHour =
  /\bbefore the end of the day\b|\bwithin the (?:next )?hour\b|\b(?:at this hour|(?:as of|at) this writing)\b/iu
const laterToday = /\b(?:later (?:today|on \p{L}+day|\p{L}+day)|tonight|this (?:morning|afternoon|evening))\b/iu
const ahead = /\b(?:will|would|poised|expected|set|due|scheduled)\b/iu
