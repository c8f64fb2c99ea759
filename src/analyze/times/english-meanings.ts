import { holidays } from '../../languages/en/times.ts'
import { dayWithoutYear, latestBefore } from './english-dates.ts'
import { isDeadline, isDone, isFuture } from './english-tense.ts'
import { monthNumber, numberOf, partOfDay, unitCode, weekdayNumber } from './english-time-words.ts'
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
  weekdayOf,
  yearOf,
} from './time-calendar.ts'
import { resolveLater, resolveNeighbor, resolveNeighborWeekday, resolveThat } from './time-relative.ts'
import { dateValue, type Groups, type Meanings, type Scene, type TimeValue } from './time-rules.ts'

/** A day, or a part of it. */
function withPart(day: Day, part: string): TimeValue {
  return part === '' ? dateValue(isoDay(day)) : { kind: 'time', value: isoDay(day) + part }
}

function exactDay(groups: Groups, scene: Scene, dateKey = 'date', monthKey = 'month'): Day | undefined {
  const monthOfYear = monthNumber(groups[monthKey])
  const dateOfMonth = Number.parseInt(groups[dateKey] ?? '', 10)
  if (monthOfYear === undefined || Number.isNaN(dateOfMonth)) return undefined
  const year = yearNamed(groups, scene)
  if (year !== undefined) return dayOf(year, monthOfYear, dateOfMonth)
  if (groups.since) return latestBefore(monthOfYear, dateOfMonth, scene.anchor)
  return dayWithoutYear(monthOfYear, dateOfMonth, scene)
}

/** The year of `May 2014` or `May last year`. */
function yearNamed({ year, ofYear }: Groups, { anchor }: Scene): number | undefined {
  if (year) return Number(year)
  if (!ofYear) return undefined
  return yearOf(anchor) + (/last/i.test(ofYear) ? -1 : /next/i.test(ofYear) ? 1 : 0)
}

/** The day before or after one, where the phrase says so. */
function besideDay(day: Day, { beside }: Groups): Day {
  return day + (/before/i.test(beside ?? '') ? -1 : /after/i.test(beside ?? '') ? 1 : 0)
}

/** `3 May 2014`, `May 3`: without a year the nearest, since news looks back. */
function resolveExact(groups: Groups, scene: Scene): TimeValue | undefined {
  const day = exactDay(groups, scene)
  if (day === undefined) return undefined
  const until = groups.since ? '..' : undefined
  return dateValue(groups.week ? isoWeek(day) : isoDay(besideDay(day, groups)), until)
}

/** `3-5 May`, `May 30 to June 2`. */
function resolveDateRange(groups: Groups, scene: Scene): TimeValue | undefined {
  const first = exactDay(groups, scene)
  const last = exactDay({ ...groups, month: groups.month2 ?? groups.month }, scene, 'date2')
  if (first === undefined || last === undefined || last < first) return undefined
  return dateValue(isoDay(first), isoDay(last))
}

/** Numbers only: the order of day and month is told by a number above 12 or by the country of the language. */
function resolveNumeric({ a, b, y }: Groups, { language }: Scene): TimeValue | undefined {
  const full = Number(y)
  const [first, second] = [Number(a), Number(b)]
  const isMonthFirst = second > 12 || (first <= 12 && /^en-US$/i.test(language))
  const isDayFirst = first > 12 || (second <= 12 && !/^en(?:-US)?$/i.test(language))
  if (isMonthFirst === isDayFirst) return undefined
  const day = isMonthFirst ? dayOf(full, first, second) : dayOf(full, second, first)
  return day === undefined ? undefined : dateValue(isoDay(day))
}

/** `May` and `March` are also a name and a word, and abbreviations too: alone they need a sign that a month is meant. */
function isMonthName(groups: Groups, scene: Scene): boolean {
  if (groups.year || groups.ofYear || groups.modifier || groups.since) return true
  if (!/^(?:May|March|Mar|Jan|Jun|Sep|Dec|Oct|Apr|Aug)\b(?!u)/u.test(groups.month ?? '')) return true
  return /\b(?:in|since|until|till|from|through|during|before|after|late|early|by)\s+$/iu.test(scene.before)
}

/** So many months back, a month is rather one to come, unless its clause is past: `the race in November`, told in June. */
const oldMonths = 7

/** `May 2014`, `last October`, `December`. */
function resolveMonth(groups: Groups, scene: Scene): TimeValue | undefined {
  const monthOfYear = monthNumber(groups.month)
  if (monthOfYear === undefined || !isMonthName(groups, scene)) return undefined
  const until = groups.since ? '..' : undefined
  const year = yearNamed(groups, scene)
  if (year !== undefined) return dateValue(isoMonth(year, monthOfYear), until)
  const current = monthOf(scene.anchor)
  const modifier = (groups.modifier ?? '').toLowerCase()
  let ofYear = yearOf(scene.anchor)
  if (modifier === 'last') ofYear -= monthOfYear >= current ? 1 : 0
  else if (modifier === 'next') ofYear += monthOfYear <= current ? 1 : 0
  else if (modifier === 'this') ofYear += 0
  else if (isFuture(scene) || /\b(?:by|until)\s+$/iu.test(scene.before)) ofYear += monthOfYear < current ? 1 : 0
  else {
    const ago = (current - monthOfYear + 12) % 12
    if (ago >= oldMonths && !groups.since && !isDone(scene)) return undefined
    ofYear -= monthOfYear > current ? 1 : 0
  }
  return dateValue(isoMonth(ofYear, monthOfYear), until)
}

function resolveWeekdayName(groups: Groups, scene: Scene): Day | undefined {
  const wanted = weekdayNumber(groups.weekday)
  if (wanted === undefined) return undefined
  const { anchor } = scene
  const modifier = (groups.modifier ?? '').toLowerCase()
  if (/last|past/.test(modifier)) return weekdayBack(anchor - 1, wanted)
  if (/next|coming/.test(modifier)) return weekdayForward(anchor + 1, wanted)
  if (modifier === 'this' || isFuture(scene) || isDeadline(scene)) return weekdayForward(anchor, wanted)
  return weekdayBack(anchor, wanted)
}

/** `Friday`, `next Monday`, `Tuesday morning`. */
function resolveWeekday(groups: Groups, scene: Scene): TimeValue | undefined {
  const day = resolveWeekdayName(groups, scene)
  if (day === undefined) return undefined
  const value = withPart(besideDay(day, groups), partOfDay(groups.part))
  return groups.since ? { ...value, until: '..' } : value
}

/** `between Monday and Wednesday`. */
function resolveWeekdayRange(groups: Groups, scene: Scene): TimeValue | undefined {
  const first = resolveWeekdayName(groups, scene)
  const last = weekdayNumber(groups.weekday2)
  if (first === undefined || last === undefined) return undefined
  return dateValue(isoDay(first), isoDay(weekdayForward(first, last)))
}

/** The Saturday and Sunday of a weekend, as a range. */
function resolveWeekend({ modifier }: Groups, { anchor }: Scene): TimeValue {
  const word = (modifier ?? '').toLowerCase()
  // On a weekday "the weekend" is the one just over; on a weekend it is this one.
  const back = weekdayBack(anchor, 6)
  const isNow = weekdayOf(anchor) === 6 || weekdayOf(anchor) === 0
  const saturday =
    word === 'next' || word === 'coming' || (word === 'this' && !isNow)
      ? weekdayForward(anchor + 1, 6)
      : word === 'last' && isNow
        ? back - 7
        : back
  return dateValue(isoDay(saturday), isoDay(saturday + 1))
}

/** `last week`, `this month`, `next year`. */
function resolvePeriod({ modifier, period }: Groups, { anchor }: Scene): TimeValue | undefined {
  const word = (modifier ?? '').toLowerCase()
  const shift = /last|previous/.test(word) ? -1 : /next|coming/.test(word) ? 1 : 0
  switch (period?.toLowerCase()) {
    case 'week':
      return dateValue(isoWeek(anchor + 7 * shift))
    case 'month':
      return dateValue(isoMonth(yearOf(anchor), monthOf(anchor) + shift))
    case 'year':
      return dateValue(String(yearOf(anchor) + shift))
    default:
      return undefined
  }
}

function resolveDistance(count: number, code: string, anchor: Day): TimeValue | undefined {
  const months = code === 'M' ? count : 0
  const years = code === 'Y' ? count : code === 'E' ? count * 10 : code === 'C' ? count * 100 : 0
  if (code === 'D') return dateValue(isoDay(anchor + count))
  if (code === 'W') return dateValue(isoWeek(anchor + 7 * count))
  if (months !== 0) return dateValue(isoMonth(yearOf(anchor), monthOf(anchor) + months))
  return years === 0 ? undefined : dateValue(String(yearOf(anchor) + years))
}

/** `three days ago`, `in two weeks' time`. */
function resolveAgo({ count, unit: word, sign }: Groups, { anchor }: Scene): TimeValue | undefined {
  const amount = numberOf(count)
  const code = unitCode(word)
  if (amount === undefined || code === undefined) return undefined
  return resolveDistance(/ago|since/i.test(sign ?? '') ? -amount : amount, code, anchor)
}

/** `three years`, `a 16-hour`, `the past two months`. */
function resolveDuration({ count, unit: word, half }: Groups, { after }: Scene): TimeValue | undefined {
  // "a day after" says when, not how long.
  if (/^an?$/i.test(count ?? '') && /^\s+(?:after|before|later|earlier)\b/u.test(after)) return undefined
  const amount = numberOf(count)
  const code = unitCode(word)
  if (amount === undefined || code === undefined) return undefined
  const total = amount + (half ? 0.5 : 0)
  if (code === 'E') return { kind: 'duration', value: `P${total * 10}Y` }
  if (code === 'C') return { kind: 'duration', value: `P${total * 100}Y` }
  return {
    kind: 'duration',
    value: code === 'H' || code === 'm' ? `PT${total}${code.toUpperCase()}` : `P${total}${code}`,
  }
}

const setValues: Readonly<Record<string, string>> = {
  daily: 'P1D',
  nightly: 'P1D',
  weekly: 'P1W',
  monthly: 'P1M',
  quarterly: 'P3M',
  annually: 'P1Y',
  yearly: 'P1Y',
}

/** `daily`, `every month`, `every Monday`. */
function resolveSet({ often, unit: word, weekday: name }: Groups): TimeValue | undefined {
  if (name) return { kind: 'set', value: `XXXX-WXX-${weekdayNumber(name) || 7}` }
  const value = often ? setValues[often.toLowerCase()] : undefined
  const code = unitCode(word)
  if (value) return { kind: 'set', value }
  return code === undefined ? undefined : { kind: 'set', value: code === 'H' ? 'PT1H' : `P1${code}` }
}

/** `2014`, unless it is an amount or a count. */
function resolveYear(groups: Groups, scene: Scene): TimeValue | undefined {
  const isAmount = /[$£€#№]\s?$|\b(?:No|number|flight|room|route|highway)\.?\s+$/iu.test(scene.before)
  // "2000 people" and "a crowd of 2000 people", but "the 1998 elections" and "in 2000 people".
  const isHeads =
    /^\s+(?:people|men|women|children)\b/u.test(scene.after) && !/\b(?:the|in|since)\s+$/iu.test(scene.before)
  const isThings =
    /^\s+\p{Ll}+s\b/u.test(scene.after) && !/\b(?:the|in|of|since|by|his|her|their|a)\s+$/iu.test(scene.before)
  if (isAmount || ((isHeads || isThings) && !groups.since)) return undefined
  return dateValue(groups.year as string, groups.since ? '..' : undefined)
}

/** `from 2014 to 2016`, `1939-45`. */
function resolveYearRange({ year: first, year2 }: Groups): TimeValue | undefined {
  const last = year2 && year2.length === 2 ? (first ?? '').slice(0, 2) + year2 : year2
  if (!first || !last || Number(last) <= Number(first)) return undefined
  return dateValue(first, last)
}

/** `from May to July`, `between September 2019 and June 2020`, `from May to July last year`. */
function resolveMonthRange(groups: Groups, scene: Scene): TimeValue | undefined {
  const first = monthNumber(groups.month)
  const last = monthNumber(groups.month2)
  if (first === undefined || last === undefined) return undefined
  const shift = { last: -1, this: 0, next: 1 }[(groups.modifier ?? '').toLowerCase()]
  const named = resolveMonth({ month: groups.month2 }, { ...scene, before: `${scene.before}in ` })
  const end = shift === undefined ? Number(groups.year2 ?? named?.value.slice(0, 4)) : yearOf(scene.anchor) + shift
  const start = groups.year ? Number(groups.year) : first <= last ? end : end - 1
  const [from, until] = [isoMonth(start, first), isoMonth(end, last)]
  return Number.isNaN(end) || from >= until ? undefined : dateValue(from, until)
}

/** `by the end of the month`: the month that is running. */
function resolveEndOfPeriod({ modifier, period }: Groups, scene: Scene): TimeValue | undefined {
  return resolvePeriod({ modifier: modifier === 'the' ? 'this' : modifier, period }, scene)
}

function clockMinutes({ hour, minute, half }: Groups): string | undefined {
  let hours = Number(hour)
  if (hours > (half ? 12 : 23)) return undefined
  if (half) hours = (hours % 12) + (/^p/i.test(half) ? 12 : 0)
  return `${String(hours).padStart(2, '0')}:${minute ?? '00'}`
}

/** A time of day alone, with `@` before its zone; `times.ts` gives it the day that is beside it and the offset. */
function resolveClock(groups: Groups): TimeValue | undefined {
  const named: Readonly<Record<string, string>> = { noon: '12:00', midday: '12:00', midnight: '00:00' }
  const clock = groups.named ? named[groups.named.toLowerCase()] : clockMinutes(groups)
  const zone = groups.zone && /^[A-Z]+$/.test(groups.zone) ? `@${groups.zone}` : ''
  return clock === undefined ? undefined : { kind: 'time', value: `T${clock}${zone}` }
}

/** Numbers only, the year first. */
function resolveYearFirst({ year, m, date }: Groups): TimeValue | undefined {
  const day = dayOf(Number(year), Number(m), Number(date))
  return day === undefined ? undefined : dateValue(isoDay(day))
}

/** `the 1990s`, and `the '90s` of the last century. */
function resolveDecade({ decade = '' }: Groups): TimeValue {
  return dateValue(`${decade.length === 1 ? '19' : ''}${decade}X`)
}

/** `Christmas Day`, `New Year's Eve 2019`; without a year the nearest, as for any date. */
function resolveHoliday({ holiday: name, year }: Groups, scene: Scene): TimeValue | undefined {
  const [month, date] = holidays[(name ?? '').toLowerCase().replace('’', "'")] ?? []
  if (month === undefined || date === undefined) return undefined
  const day = year ? dayOf(Number(year), month, date) : nearestYear(scene.anchor, month, date, isFuture(scene))
  return day === undefined ? undefined : dateValue(isoDay(day))
}

/** What the phrases of English mean. */
export const englishMeanings: Meanings = {
  days: ({ part }, { anchor }, from) => withPart(anchor + from, partOfDay(part)),
  named: {
    exact: resolveExact,
    range: resolveDateRange,
    numeric: resolveYearFirst,
    numericInEitherOrder: resolveNumeric,
    month: resolveMonth,
    monthRange: resolveMonthRange,
    weekday: resolveWeekday,
    weekdayRange: resolveWeekdayRange,
    weekend: resolveWeekend,
    period: resolvePeriod,
    endOfPeriod: resolveEndOfPeriod,
    year: resolveYear,
    yearRange: resolveYearRange,
    decade: resolveDecade,
    holiday: resolveHoliday,
    that: resolveThat,
    neighbor: resolveNeighbor,
    neighborWeekday: resolveNeighborWeekday,
    later: resolveLater,
    ago: resolveAgo,
    duration: resolveDuration,
    set: resolveSet,
    clock: resolveClock,
  },
}
