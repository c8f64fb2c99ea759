import { defined } from '../../core/defined.ts'
import type { CalendarUnit, CalendarWords, TimePhrase, TimeWords } from '../../languages/time-words.ts'
import { englishMeanings } from './english-meanings.ts'
import {
  type Day,
  dayOf,
  isoDay,
  isoMonth,
  isoWeek,
  monthOf,
  nearestYear,
  weekdayBack,
  weekdayForward,
  yearOf,
} from './time-calendar.ts'
import {
  dateValue,
  type Groups,
  lastIndexOf,
  type Meanings,
  type RuleSet,
  type Scene,
  type TimeRule,
  type TimeValue,
} from './time-rules.ts'

/** A date that comes again in more days than this has just been, whatever the verb says. */
const farAhead = 330

const made = new Map<TimeWords, RuleSet>()

/** The rules by which the times of a language are read, made when the first text of the language comes. */
export function timeRules(words: TimeWords): RuleSet {
  const known = made.get(words)
  if (known) return known
  const meanings = words.calendar ? meaningsOf(words.calendar) : englishMeanings
  const rules = words.phrases.map((phrase) => ruleOf(phrase, words, meanings))
  const set: RuleSet = { trigger: words.trigger, rules }
  made.set(words, set)
  return set
}

function ruleOf(phrase: TimePhrase, { calendar, prefix = '' }: TimeWords, meanings: Meanings): TimeRule {
  const { says, means, isCased, isWhole, after, needsDigit, needs } = phrase
  // `\b` knows no accents.
  const source = calendar ? `(?<![\\p{L}\\p{N}])${prefix}(?:${says})(?![\\p{L}\\p{N}])` : says
  const resolve = resolverOf(means, meanings)
  return {
    pattern: new RegExp(source, isCased ? 'gu' : 'giu'),
    resolve: after ? (groups, scene) => (after.test(scene.before) ? resolve(groups, scene) : undefined) : resolve,
    isAbstention: isWhole === true || means === 'nothing',
    needsDigit: needsDigit === true,
    needs,
  }
}

function resolverOf(means: TimePhrase['means'], meanings: Meanings): TimeRule['resolve'] {
  if (means === 'nothing') return () => undefined
  if (typeof means === 'object') return (groups, scene) => meanings.days(groups, scene, means.days)
  const resolve = meanings.named[means]
  if (!resolve)
    throw new Error(`No reader of times knows the meaning "${means}" in this language: add it to its meanings`)
  return resolve
}

/** A group of the same name with a 2 is at a second place in the phrase. */
function atEitherPlace(resolve: TimeRule['resolve']): TimeRule['resolve'] {
  return (groups, scene) => {
    const { month2, part2, modifier2, minute2, period2 } = groups
    return resolve(
      {
        ...groups,
        month: groups.month ?? month2,
        part: groups.part ?? part2,
        modifier: groups.modifier ?? modifier2,
        minute: groups.minute ?? minute2,
        period: groups.period ?? period2,
      },
      scene,
    )
  }
}

/** What the phrases of a language mean, by its calendar; `TimePhrase` says which groups they have. */
function meaningsOf(words: CalendarWords): Meanings {
  const indexIn = (names: readonly (readonly string[])[], name: string | undefined): number =>
    names.findIndex((variants) => variants.includes((name ?? '').toLowerCase()))

  const numberOf = (text: string | undefined): number | undefined => {
    // German writes `3. Mai`.
    const digits = westernDigits(text ?? '').replace(/\.$/, '')
    if (/^\d+$/.test(digits)) return Number(digits)
    const index = indexIn(words.numerals, text)
    return index < 0 ? undefined : index
  }

  const shiftOf = (modifier: string | undefined): number =>
    words.last.test(modifier ?? '') ? -1 : words.next.test(modifier ?? '') ? 1 : 0

  const withPart = (day: Day, part: string | undefined): TimeValue => {
    const code = part && words.parts.find(([pattern]) => pattern.test(part))?.[1]
    return code ? { kind: 'time', value: isoDay(day) + code } : dateValue(isoDay(day))
  }

  const unitOf = (unit: string | undefined): CalendarUnit | undefined =>
    (Object.keys(words.units) as CalendarUnit[]).find((name) => words.units[name].test(unit ?? ''))

  /** Whether the clause around a phrase speaks of what is to come: by the verb nearest before it, else the next after. */
  const isFuture = (groups: Groups, { before, after }: Scene): boolean => {
    if (groups.since) return false
    const near = before.slice(-120)
    if (groups.ahead || words.ahead.test(near)) return true
    const clause = near.slice(lastIndexOf(words.clauseEnd, near) + 1)
    const [future, past] = [lastIndexOf(words.future, clause), lastIndexOf(words.past, clause)]
    if (future >= 0 || past >= 0) return future > past
    const rest = after.slice(0, 120)
    const opening = clause.trim().length <= 4 ? rest.replace(/^[\s,]+/, '') : rest
    const first = opening.slice(0, firstIndex(words.clauseEnd, opening))
    const [next, gone] = [firstIndex(words.future, first), firstIndex(words.past, first)]
    return next < first.length && next < gone
  }

  const exactDay = (groups: Groups, scene: Scene): Day | undefined => {
    const monthOfYear = indexIn(words.months, groups.month) + 1
    const date = groups.date === undefined ? undefined : (numberOf(groups.date) ?? 1)
    if (monthOfYear === 0 || date === undefined) return undefined
    const year = groups.year ? numberOf(groups.year) : undefined
    if (year !== undefined) return isYear(year) ? dayOf(year, monthOfYear, date) : undefined
    const ahead = isFuture(groups, scene) ? nearestYear(scene.anchor, monthOfYear, date, true) : undefined
    const isNear = ahead !== undefined && ahead - scene.anchor <= farAhead
    return isNear ? ahead : nearestYear(scene.anchor, monthOfYear, date)
  }

  const weekdayDay = (groups: Groups, scene: Scene): Day | undefined => {
    const wanted = indexIn(words.weekdays, groups.weekday)
    if (wanted < 0) return undefined
    const shift = shiftOf(groups.modifier)
    if (shift < 0) return weekdayBack(scene.anchor - 1, wanted)
    if (shift > 0) return weekdayForward(scene.anchor + 1, wanted)
    return isFuture(groups, scene) ? weekdayForward(scene.anchor, wanted) : weekdayBack(scene.anchor, wanted)
  }

  const distance =
    (sign: -1 | 1) =>
    ({ count, unit = '' }: Groups, { anchor }: Scene): TimeValue | undefined => {
      const amount = numberOf(count ?? (words.dual?.test(unit) ? '2' : undefined))
      if (amount === undefined) return undefined
      const shift = sign * amount
      switch (unitOf(unit)) {
        case 'day':
          return dateValue(isoDay(anchor + shift))
        case 'week':
          return sign < 0 ? dateValue(isoWeek(anchor + 7 * shift)) : dateValue(isoDay(anchor + 7 * shift))
        case 'month':
          return dateValue(isoMonth(yearOf(anchor), monthOf(anchor) + shift))
        case 'year':
          return dateValue(String(yearOf(anchor) + shift))
        default:
          return undefined
      }
    }

  const days = ({ part, since }: Groups, { anchor }: Scene, from: number): TimeValue => ({
    ...withPart(anchor + from, part),
    ...defined({ until: since ? '..' : undefined }),
  })

  const named: Meanings['named'] = {
    /** `3 May`, `3 May 2014`, `Saturday 3 May`: without a year the nearest, since news looks back. */
    exact: (groups: Groups, scene: Scene): TimeValue | undefined => {
      const day = exactDay(groups, scene)
      return day === undefined ? undefined : dateValue(isoDay(day), groups.since ? '..' : undefined)
    },

    /** `3 to 5 May`, `30 May to 2 June`. */
    range: (groups: Groups, scene: Scene): TimeValue | undefined => {
      const last = exactDay({ ...groups, date: groups.date2, month: groups.month2 ?? groups.month }, scene)
      if (last === undefined) return undefined
      const first = exactDay({ ...groups, year: groups.year ?? String(yearOf(last)) }, scene)
      return first === undefined || last < first ? undefined : dateValue(isoDay(first), isoDay(last))
    },

    /** Numbers only, the day first. */
    numeric: ({ date, m, year }: Groups): TimeValue | undefined => {
      const day = dayOf(numberOf(year) ?? 0, numberOf(m) ?? 0, numberOf(date) ?? 0)
      return day === undefined ? undefined : dateValue(isoDay(day))
    },

    /** `May`, `May 2014`, `last May`; `yearModifier` is the word of `May of last year`. */
    month: (groups: Groups, scene: Scene): TimeValue | undefined => {
      const monthOfYear = indexIn(words.months, groups.month) + 1
      if (monthOfYear === 0) return undefined
      const until = groups.since ? '..' : undefined
      const year = groups.year ? numberOf(groups.year) : undefined
      if (year !== undefined) return isYear(year) ? dateValue(isoMonth(year, monthOfYear), until) : undefined
      const { anchor } = scene
      if (groups.yearModifier)
        return dateValue(isoMonth(yearOf(anchor) + shiftOf(groups.yearModifier), monthOfYear), until)
      const current = monthOf(anchor)
      const named = shiftOf(groups.modifier)
      if (named !== 0)
        return dateValue(
          isoMonth(yearOf(anchor) + (named * (monthOfYear - current) > 0 ? 0 : named), monthOfYear),
          until,
        )
      const isAhead = isFuture(groups, scene)
      const shift = isAhead ? (monthOfYear < current ? 1 : 0) : monthOfYear > current ? -1 : 0
      return dateValue(isoMonth(yearOf(anchor) + shift, monthOfYear), until)
    },

    /** `Friday`, `next Monday`, `Tuesday morning`. */
    weekday: (groups: Groups, scene: Scene): TimeValue | undefined => {
      const day = weekdayDay(groups, scene)
      if (day === undefined) return undefined
      return { ...withPart(day, groups.part), ...defined({ until: groups.since ? '..' : undefined }) }
    },

    /** The night that ends on a weekday: `in der Nacht zum Sonntag` begins on Saturday. */
    nightBefore: (groups: Groups, scene: Scene): TimeValue | undefined => {
      const day = weekdayDay(groups, scene)
      return day === undefined ? undefined : { kind: 'time', value: `${isoDay(day - 1)}TNI` }
    },

    /** `Saturday and Sunday` named at once: `this weekend`. */
    weekend: (groups: Groups, scene: Scene): TimeValue => {
      const shift = shiftOf(groups.modifier)
      const isNext = shift > 0 || (shift === 0 && isFuture(groups, scene))
      const saturday = isNext ? weekdayForward(scene.anchor, 6) : weekdayBack(scene.anchor, 6)
      return dateValue(isoDay(saturday), isoDay(saturday + 1))
    },

    /** `last week`, `this month`, `next year`. */
    period: ({ period, modifier }: Groups, { anchor }: Scene): TimeValue | undefined => {
      const shift = shiftOf(modifier)
      const unit = unitOf(period)
      if (unit === 'week') return dateValue(isoWeek(anchor + 7 * shift))
      if (unit === 'month') return dateValue(isoMonth(yearOf(anchor), monthOf(anchor) + shift))
      return unit === 'year' ? dateValue(String(yearOf(anchor) + shift)) : undefined
    },

    /** `three days ago`, `in three days`. */
    ago: distance(-1),
    hence: distance(1),

    /** `for two weeks`. */
    duration: ({ count, unit }: Groups): TimeValue | undefined => {
      const amount = numberOf(count)
      const name = unitOf(unit)
      if (amount === undefined || name === undefined) return undefined
      const value = name === 'hour' ? `PT${amount}H` : `P${amount}${name.charAt(0).toUpperCase()}`
      return { kind: 'duration', value }
    },

    year: ({ year, since }: Groups): TimeValue | undefined => {
      const value = numberOf(year) ?? 0
      return isYear(value) ? dateValue(String(value), since ? '..' : undefined) : undefined
    },

    yearRange: ({ year, year2 }: Groups): TimeValue | undefined => {
      const [first, last] = [numberOf(year) ?? 0, numberOf(year2) ?? 0]
      return isYear(first) && isYear(last) && last > first ? dateValue(String(first), String(last)) : undefined
    },

    /** A time of day on the clock; a part of the day after noon makes it the second half. */
    clock: ({ hour, minute, part }: Groups): TimeValue | undefined => {
      const named = numberOf(hour)
      if (named === undefined || named > 24) return undefined
      const code = part && words.parts.find(([pattern]) => pattern.test(part))?.[1]
      const isLate = named < 12 && (code === 'TAF' || code === 'TEV' || (code === 'TNI' && named > 5))
      const minutes = String(numberOf(minute) ?? 0).padStart(2, '0')
      return { kind: 'time', value: `T${String((named + (isLate ? 12 : 0)) % 24).padStart(2, '0')}:${minutes}` }
    },
  }
  const atOnePlace = Object.entries(named).map(([name, resolve]) => [name, atEitherPlace(resolve)] as const)
  return {
    named: Object.fromEntries(atOnePlace),
    days: (groups, scene, from) => days({ ...groups, part: groups.part ?? groups.part2 }, scene, from),
  }
}

/** `٣` is 3: digits of the Arabic script as the others. */
function westernDigits(text: string): string {
  return text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
}

/** Years of other calendars (1446 after the Hijra) are not read. */
function isYear(value: number): boolean {
  return value >= 1500 && value < 2100
}

function firstIndex(pattern: RegExp, text: string): number {
  for (const match of text.matchAll(pattern)) return match.index
  return text.length
}
