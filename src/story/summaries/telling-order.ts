import { contains } from '../../core/span.ts'
import type { MemberText, SentenceText } from '../story-text.ts'
import { rangeOf } from '../timeline/build-timeline.ts'

const dayMs = 86_400_000
/** What happened so long before its article is background; an article is of the news of a few days. */
const backgroundMs = 10 * dayMs

/** When what a sentence says happened, relative to its article: now, still to come, or before the news began. */
export type When = 'now' | 'planned' | 'background'

/** By the first date of its main clause; a sentence without one is as new as its article. */
export function whenOf({ span, text }: SentenceText, { input: { document }, times }: MemberText): When {
  const clause = { start: span.start, end: span.start + mainClause(text).length }
  const own = times.find(({ kind, span }) => (kind === 'date' || kind === 'time') && contains(clause, span))
  const date = own && rangeOf(own)?.date
  const day = document.publishedAt.slice(0, 10)
  // `This week`, `on Monday` in Monday's news: as new as the article.
  if (date === undefined || day.startsWith(date)) return 'now'
  const away = Date.parse(date) - Date.parse(day)
  return away > 0 ? 'planned' : away < -backgroundMs ? 'background' : 'now'
}

/** A sentence up to the clause that says what came before, what is said, or who somebody is. */
function mainClause(text: string): string {
  const at = subordinate.exec(text)?.index ?? text.length
  return text.slice(0, at)
}

const subordinate =
  /(?<=\p{L}[,;]? )(?:after|before|when|while|since|because|that|who|which|where|if|according|following|après|avant|lorsque?|quand|qui|que|dont|depuis|selon|car|nachdem|bevor|während|seit|weil|dass|después|antes|cuando|mientras|quien|según|porque|desde|بعد|قبل|عندما|الذي|التي|أن|منذ|لأن|وفق)(?!\p{L})/iu

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
