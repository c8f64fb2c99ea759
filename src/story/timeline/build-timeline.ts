import type { TimeExpression } from '../../core/annotation.ts'
import { cite } from '../../core/citation.ts'
import { defined } from '../../core/defined.ts'
import { textOf } from '../../core/document.ts'
import { contains, overlaps } from '../../core/span.ts'
import type { Member, TimelineEvent } from '../../core/story.ts'
import { isTimeUnknown } from '../../core/time/day-only.ts'
import { dueValue } from '../commitments/find-commitments.ts'
import { isAttributed } from '../people/is-attributed.ts'
import { groupAlike } from '../points/group-alike.ts'
import { areEquivalent } from '../points/group-equivalents.ts'
import { isSelfContained } from '../stand-alone.ts'
import { isSummarizable, type MemberText, onePerDocument, type SentenceText } from '../story-text.ts'
import { sharedCount } from '../words.ts'
import { datesEvent } from './dates-event.ts'

const moved =
  /\b(?:postponed?|postpones|delay(?:ed|s)?|push(?:ed|es) back|put off|moved|reschedul\w+|deferred|brought forward|will now|now (?:due|set|scheduled|expected|planned))\b/i
const newDate = /\b(?:to|until|till|for|on|by)(?: (?:the|next|this|early|late))*\s*$/i

/** True when a sentence says that an event was rescheduled. */
function isAboutRescheduling(sentence: SentenceText): boolean {
  return moved.test(sentence.text)
}

const otherClause = /\b(?:whether|that|who|which|because|while|about|if)\b/i

/**
 * The new day in a sentence about a rescheduled event and, if given, the original one: `The hearing, planned for Monday, has been postponed
 * to Thursday`.
 */
function rescheduledDays(
  sentence: SentenceText,
  times: readonly TimeExpression[],
): { readonly to: TimeExpression; readonly from?: TimeExpression } | undefined {
  const cue = moved.exec(sentence.text)
  // `so that the deadline could be moved to`: nobody has moved it.
  if (
    !cue ||
    /\b(?:could|would|might|may|should|can|must|to|if|not)\b[^,;]{0,20}$/i.test(sentence.text.slice(0, cue.index))
  )
    return undefined
  const at = sentence.span.start + cue.index + cue[0].length
  const lead = (time: TimeExpression) => sentence.text.slice(0, time.span.start - sentence.span.start)
  const dates = times.filter(({ value }) => /^\d{4}-\d{2}-\d{2}/.test(value))
  const to = dates.find((time) => time.span.start >= at && newDate.test(lead(time)))
  if (!to || otherClause.test(sentence.text.slice(at - sentence.span.start, to.span.start - sentence.span.start)))
    return undefined
  const from = dates.find(
    (time) =>
      time !== to &&
      time.value !== to.value &&
      /\b(?:(?:planned|scheduled|due|set|expected) (?:for|on|to \p{L}+)|from)\s*(?:\p{L}+ )?$/iu.test(lead(time)),
  )
  return from ? { to, from } : { to }
}

/** Share of the earlier sentence that a sentence about its rescheduling must repeat. */
const minShared = 0.5
const minStems = 3

/** True when a later article's sentence says that an earlier article's plan has a new day. */
function reschedules(
  later: { readonly sentence: SentenceText; readonly date: string },
  earlier: { readonly sentence: SentenceText; readonly date: string; readonly isPlanned: boolean },
  texts: readonly MemberText[],
): boolean {
  if (!earlier.isPlanned || later.date === earlier.date || !isAboutRescheduling(later.sentence)) return false
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

/** An article with its copies: when it was published and the times it mentions. */
export type DatedReport = {
  /** `YYYY-MM-DD` */
  readonly day: string
  readonly times: readonly Pick<TimeExpression, 'kind' | 'value'>[]
}

/** Weight of publishing on a day, compared with mentioning it. */
const PUBLISHED = 0.25
const DAY_MS = 86_400_000

/**
 * How much each day matters to a story: the number of reports that mention it, plus a little for those published on it. The counting half
 * of date-wise timeline summarization (Tran et al. 2013; Gholipour Ghalandari & Ifrim, ACL 2020). A day still named long after it weighs
 * more than one named the morning after, unless it was over before the story began. Copies count once. Only whole days are ranked.
 */
export function rankDates(reports: readonly DatedReport[]): ReadonlyMap<string, number> {
  const scores = new Map<string, number>()
  const add = (day: string, by: number) => scores.set(day, (scores.get(day) ?? 0) + by)
  const began = reports.reduce((first, { day }) => (first === '' || day < first ? day : first), '')
  for (const { day, times } of reports) {
    add(day, PUBLISHED)
    for (const named of new Set(times.flatMap(dayOf))) add(named, named < began ? 1 : remembered(named, day))
  }
  return scores
}

/** The weight of naming a day: 1 on the day itself and before, nearly 3 after a week, 7 after a year. */
function remembered(named: string, published: string): number {
  return 1 + Math.log(1 + Math.max(0, (Date.parse(published) - Date.parse(named)) / DAY_MS))
}

function dayOf({ kind, value }: DatedReport['times'][number]): string[] {
  const day = kind === 'date' || kind === 'time' ? /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0] : undefined
  return day ? [day] : []
}

const maxEvents = 20
const maxPerDate = 3
const enoughEvents = 5
const maxWords = 60

/** A sentence with a date in one document. */
type Dated = {
  readonly sentence: SentenceText
  readonly expression: TimeExpression
  readonly date: string
  readonly until?: string
  readonly isPlanned: boolean
  readonly isSpeechOnly: boolean
  /** The originally planned day, if the sentence says so. */
  readonly from?: TimeExpression
}
type Moves = Pick<TimelineEvent, 'movedFrom' | 'movedTo'>
type Fact = { readonly first: Dated; readonly all: Dated[]; readonly score: number }

/**
 * Dated events of a story by date, each a verbatim sentence with the expression that gave its date. The same fact in several documents is
 * one event, cited in each. If there are more than twenty, dates that more reports mention come first (date-wise selection, as in timeline
 * summarization), with one event each before second ones. `Planned` means that the date is after publication, or on its day with a future verb.
 */
export function buildTimeline(texts: readonly MemberText[], members: readonly Member[]): TimelineEvent[] {
  const dated = texts.flatMap((text) => (isSummarizable(text.input.article) ? datedSentences(text) : []))
  const byDate = new Map<string, Dated[]>()
  for (const each of dated) {
    const list = byDate.get(each.date)
    if (list) list.push(each)
    else byDate.set(each.date, [each])
  }
  const support = rankDates(reportsOf(texts, members))
  const facts = [...byDate].flatMap(([date, list]) => factsOf(list, members, support.get(date) ?? 0))
  const events = facts.filter((fact) => !fact.first.isSpeechOnly)
  // The date of a statement is an event only when there is little else.
  return (events.length >= enoughEvents ? events : facts)
    .sort((a, b) => b.score - a.score)
    .slice(0, maxEvents)
    .sort((a, b) => compareDates(a.first, b.first))
    .map((fact) => ({ ...eventOf(fact, texts), ...reschedulingOf(fact.first, dated, texts) }))
}

/** Whether an event was rescheduled to or from this day, with the sentence that says so. */
function reschedulingOf(event: Dated, dated: readonly Dated[], texts: readonly MemberText[]): Moves {
  const later = dated.find((each) => reschedules(each, event, texts))
  const inLater = later && texts[later.sentence.member]?.input.document
  const earlier = dated.findLast((each) => reschedules(event, each, texts))
  const own = event.from && { ...event, expression: event.from, date: event.from.value.slice(0, 10) }
  const before = own ?? earlier
  const inBefore = before && texts[before.sentence.member]?.input.document
  return defined({
    movedFrom: before && inBefore && { date: before.date, expression: cite(inBefore, before.expression.span) },
    movedTo: later && inLater && { date: later.date, citation: cite(inLater, later.sentence.span) },
  })
}

/** The first article of each report represents its copies. */
function reportsOf(texts: readonly MemberText[], members: readonly Member[]): DatedReport[] {
  const first = [...Map.groupBy(texts, ({ member }) => members[member]?.group).values()].flatMap(([one]) => one ?? [])
  return first
    .filter(({ input }) => !isTimeUnknown(input.document.publishedAt))
    .map(({ input, times }) => ({ day: input.document.publishedAt.slice(0, 10), times }))
}

function datedSentences(text: MemberText): Dated[] {
  return text.sentences.flatMap((sentence) => {
    if (sentence.words.length > maxWords || sentence.words.length < 5 || !isSelfContained(sentence, text)) return []
    const usable = text.times
      .filter((time) => contains(sentence.span, time.span) && isUsable(time, text))
      .map((time) => ({ ...time, value: dueValue(time, text) }))
    const move = rescheduledDays(sentence, usable)
    // For a rescheduled event, the new day.
    const expression =
      move?.to ??
      bestOf(
        usable.filter((time) => isOfEvent(time, sentence, text)),
        sentence,
      )
    const range = expression ? rangeOf(expression) : undefined
    if (!expression || !range) return []
    const isSpeechOnly = text.quotes.some((quote) => quote.when !== undefined && overlaps(quote.when, expression.span))
    const isPlanned = isFuture(range.date, sentence, expression, text.input.document.publishedAt)
    return [{ sentence, expression, ...range, isPlanned, isSpeechOnly, ...defined({ from: move?.from && move.from }) }]
  })
}

/** What opens the sentence dates it all; otherwise the most exact describes the event best: `on Friday` before `this year`. */
function bestOf(times: readonly TimeExpression[], { span, text }: SentenceText): TimeExpression | undefined {
  const first = times.find(
    (time) =>
      /^(?:\S+ ){0,3}$/.test(text.slice(0, time.span.start - span.start)) &&
      /^[^,]{0,12},/.test(text.slice(time.span.end - span.start)),
  )
  return (
    first ??
    times.reduce<TimeExpression | undefined>((a, b) => (a && a.value.length >= b.value.length ? a : b), undefined)
  )
}

/** Whether the time dates what the sentence reports, or what it promises by then. Only English is read this closely. */
function isOfEvent(time: TimeExpression, sentence: SentenceText, { input, commitments }: MemberText): boolean {
  const { language, publishedAt } = input.document
  const range = rangeOf(time)
  // A language that could not be told is read as English, as its times are.
  if (!range || !/^(?:en|und)\b/i.test(language)) return range !== undefined
  const isAhead = isFuture(range.date, sentence, time, publishedAt)
  const isDue =
    time.kind === 'date' &&
    commitments.some(({ deadline }) => deadline !== undefined && overlaps(deadline.span, time.span))
  return (isAhead && isDue) || datesEvent(sentence, time, isAhead)
}

/** A resolved date in the writer's own words: within a quotation, dates are not relative to the article's date. */
function isUsable(time: TimeExpression, text: MemberText): boolean {
  if (time.kind !== 'date' && time.kind !== 'time') return false
  // On a Sunday `last week` is either of two.
  const isSunday = new Date(text.input.document.publishedAt).getUTCDay() === 0
  if (isSunday && /^\d{4}-W\d\d$/.test(time.value)) return false
  // `This year` or `next year` rarely dates an event: only a named year counts.
  const isWholeYear = /^\d{4}$/.test(time.value)
  if (isWholeYear && !textOf(text.input.document, time.span).includes(time.value)) return false
  return !text.quotes.some((quote) => quote.kind === 'direct' && contains(quote.span, time.span))
}

/** The days of a TIMEX3 value; undefined if it names none (`PRESENT_REF`, `XXXX-WXX`). A week becomes a range of days. */
export function rangeOf(
  expression: Pick<TimeExpression, 'value' | 'until'>,
): { date: string; until?: string } | undefined {
  const { value, until } = expression
  const day = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?=T|$)/.exec(value)
  const end = until && /^\d{4}(?:-\d{2}){0,2}/.exec(until)?.[0]
  if (day) return { date: day[0], ...(until === '..' ? { until } : end && end !== day[0] ? { until: end } : {}) }
  const week = /^(\d{4})-W(\d{2})(?:-WE)?$/.exec(value)
  if (!week) return undefined
  const monday = mondayOf(Number(week[1]), Number(week[2]))
  const firstDay = value.endsWith('-WE') ? addDays(monday, 5) : monday
  return { date: firstDay, until: addDays(monday, 6) }
}

const futureCue =
  /\b(?:will|shall|(?:is|are|was|were) (?:due|set|scheduled|expected|slated|planned|to (?:meet|hold|visit|travel|begin|start|take))|due (?:to|on|in|for)|scheduled|expected to|plans? to|planning to|set to|upcoming|later (?:this|today)|would|might|(?:is|are) (?:coming|travell?ing|arriving|leaving|visiting|returning|meeting)|hopes? to|as soon as)\b/i

function isFuture(date: string, sentence: SentenceText, expression: TimeExpression, publishedAt: string): boolean {
  const today = publishedAt.slice(0, 10)
  if (date.length === 10 ? date > today : date > today.slice(0, date.length)) return true
  if (date !== today.slice(0, date.length)) return false
  const at = Math.max(0, expression.span.start - sentence.span.start)
  const before = sentence.text.slice(0, at)
  if (date.length < 10) return futureCue.test(before.slice(-60))
  // `On Tuesday, the mayor will …`: a date that opens the sentence has its verb after it.
  const isOpening = /^(?:(?:And|But|Late|Early|Later|On|In|At|This)\b,? ?){0,3}$/u.test(before)
  if (isOpening) return willFollow.test(sentence.text.slice(expression.span.end - sentence.span.start, at + 110))
  // `Despite fears that prices will rise, she signed it on Tuesday`: only the clause of the date.
  const clause =
    before
      .slice(-90)
      .split(/[,;:—–]/u)
      .findLast((piece) => /\p{L}{3,}.*\p{L}{3,}/u.test(piece)) ?? before
  return futureCue.test(clause) && !isPastCue(sentence.text)
}

const willFollow =
  /^,? (?:[\p{L}’'.-]+,? ){0,9}?(?:will|won['’]t|(?:is|are) (?:due|set|scheduled|slated|expected) to)\b/u

function isPastCue(text: string): boolean {
  return /\b(?:said|told|met|began|killed|was|were|had|has been|have been)\b[^.]{0,40}$/i.test(text)
}

function factsOf(dated: readonly Dated[], members: readonly Member[], support: number): Fact[] {
  const groups = groupAlike(
    dated,
    ({ sentence }) => sentence.stems,
    (a, b) => isSameFact(a.sentence, b.sentence),
  )
  return (
    groups
      .map((group) => {
        const first = group.find((each) => !each.isSpeechOnly) ?? group[0]
        if (!first) throw new Error('A dated fact needs a sentence: do not pass empty groups')
        const reports = new Set(group.map((each) => members[each.sentence.member]?.group)).size
        const place = Math.min(...group.map((each) => each.sentence.index))
        const precision = first.date.length === 10 ? 0.3 : 0
        const score = reports + precision - 0.02 * place - (first.isSpeechOnly ? 1.2 : 0)
        return { first, all: group, score }
      })
      .sort((a, b) => b.score - a.score)
      .slice(0, maxPerDate)
      // A day that matters has one fact before other days have one, not three.
      .map((fact, at) => ({ ...fact, score: fact.score + (at === 0 ? 0.5 * support : 0) }))
  )
}

/** Sentences on one date that reword each other report one fact: half of the shorter one's content words is enough. */
function isSameFact(a: SentenceText, b: SentenceText): boolean {
  if (areEquivalent(a, b)) return true
  const smaller = Math.min(a.stems.size, b.stems.size)
  return smaller >= 5 && sharedCount(a.stems, b.stems) / smaller >= 0.55
}

function compareDates(a: Dated, b: Dated): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1
  return (
    Number(a.isPlanned) - Number(b.isPlanned) ||
    a.sentence.member - b.sentence.member ||
    a.sentence.index - b.sentence.index
  )
}

function eventOf({ first, all }: Fact, texts: readonly MemberText[]): TimelineEvent {
  const document = texts[first.sentence.member]?.input.document
  if (!document) throw new Error('A dated sentence lost its document: pass the texts it was read from')
  const others = onePerDocument(all, ({ sentence }) => sentence.member, first.sentence.member)
  const main = cite(document, first.sentence.span)
  const further = others.flatMap(({ sentence }) => {
    const other = texts[sentence.member]?.input.document
    return other && supports(sentence, first.sentence) ? [cite(other, sentence.span)] : []
  })
  return {
    text: main.exact,
    citations: [main, ...further],
    date: first.date,
    ...defined({ until: first.until }),
    expression: cite(document, first.expression.span),
    isPlanned: first.isPlanned,
  }
}

/** Says the same, and not only as somebody's claim when the other states it as fact. */
function supports(sentence: SentenceText, first: SentenceText): boolean {
  return areEquivalent(sentence, first) && (isAttributed(first) || !isAttributed(sentence))
}

/** Monday of an ISO 8601 week, as `YYYY-MM-DD`. */
function mondayOf(year: number, week: number): string {
  const fourth = new Date(Date.UTC(year, 0, 4))
  const offset = (week - 1) * 7 - ((fourth.getUTCDay() + 6) % 7)
  return addDays(fourth.toISOString().slice(0, 10), offset)
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
