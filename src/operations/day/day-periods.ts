import { defined } from '../../core/defined.ts'
import { boundsOfDay, dayInZone, localTime } from '../../core/time/zone.ts'
import type { Store } from '../../store/store.ts'
import type { OutlinedStory } from '../../store/stories/stories.ts'
import type { TodayPeriod, TodayView } from './today-views.ts'

const HOUR_MS = 3_600_000
const WEEK_MS = 7 * 24 * HOUR_MS
/** Length of the period "hours". */
export const lastHours = 6

type PeriodRequest = {
  readonly day: string
  /** IANA time zone of the day. */
  readonly timeZone: string
  readonly period: TodayPeriod | undefined
  /** Now, ISO 8601. */
  readonly now: string
  readonly visitedAt: string | undefined
  /** True for the newest day with news, which after midnight is yesterday. */
  readonly isNewest: boolean
  /** Leaves out what the reader doesn't want to see. */
  readonly sift: (stories: readonly OutlinedStory[]) => Promise<readonly OutlinedStory[]>
}

/**
 * The stories of a period, and the other periods available. Only today has the last hours, only the newest day a previous visit; an
 * unavailable period falls back to the whole day. `until` is now, or the end of a past day.
 */
export async function storiesOfPeriod(
  { stories }: Store,
  { day, timeZone, period: asked, now, visitedAt, isNewest, sift }: PeriodRequest,
): Promise<{
  readonly period: TodayPeriod
  readonly until: string
  readonly ofDay: readonly OutlinedStory[]
  readonly ofPeriod: readonly OutlinedStory[]
  readonly periods: TodayView['facets']['periods']
}> {
  const { from: start, until: end } = boundsOfDay(day, timeZone)
  const isToday = dayInZone(now, timeZone) === day
  const until = now < end ? now : end
  const before = (ms: number) => new Date(Date.parse(until) - ms).toISOString()
  const since: readonly (readonly [TodayPeriod, (story: OutlinedStory) => boolean])[] = [
    ...(isToday ? [['hours', isPublishedSince(before(lastHours * HOUR_MS))] as const] : []),
    ...(isNewest && visitedAt !== undefined ? [['visit', isNewSince(visitedAt)] as const] : []),
  ]
  const isWeek = asked === 'week'
  // Rounded to the minute, so that requests within it get the cached list.
  const weekFrom = `${before(WEEK_MS).slice(0, 16)}:00.000Z`
  const [all, ofWeek] = await Promise.all([
    stories.listOutlines({ from: start, until: end }),
    isWeek ? stories.listOutlines({ from: weekFrom, until: end }) : [],
  ])
  // Sifted once, so that what was hidden is counted once.
  const kept = new Set((await sift(isWeek ? ofWeek : all)).map(({ id }) => id))
  const ofDay = all.filter(({ id }) => kept.has(id))
  const parts = new Map<TodayPeriod, readonly OutlinedStory[]>([
    ['day', ofDay],
    ...since.map(([name, isIn]) => [name, ofDay.filter(isIn)] as const),
  ])
  const period = isWeek || (asked && parts.has(asked)) ? asked : 'day'
  return {
    period,
    until,
    ofDay,
    ofPeriod: parts.get(period) ?? ofWeek.filter(({ id }) => kept.has(id)),
    periods: [...parts].map(([value, { length }]) => ({ value, label: value, count: length })),
  }
}

/** Returns a test whether an article of a story was published after `since` (ISO 8601), even if it was read later. */
function isPublishedSince(since: string): (story: Pick<OutlinedStory, 'lastAt'>) => boolean {
  const from = Date.parse(since)
  return ({ lastAt }) => Date.parse(lastAt) > from
}

/** Returns a test whether a story's content changed after `since` (ISO 8601). */
export function isNewSince(since: string): (story: Pick<OutlinedStory, 'changedAt'>) => boolean {
  const from = Date.parse(since)
  return ({ changedAt }) => Date.parse(changedAt) > from
}

const DAY_MS = 86_400_000
/** So many days before and after the selected one are searched for news before all others. */
const near = 13

type DayRequest = {
  /** Absent: the newest day. */
  readonly day?: string | undefined
  /** Absent: that of the day. */
  readonly month?: string | undefined
  readonly now: string
  readonly timeZone: string
}

/** After every time that a story may have. */
const endOfTime = '9999'

/** Before noon, a day with less than this share of the previous day's stories has hardly begun. */
const begun = 0.25

/**
 * The requested day, else today once it has begun, else the newest day with news; the days of a month (by default its own) with their
 * number of stories, and the nearest days with news before and after. Days are those of `timeZone`; `now` is ISO 8601.
 */
export async function daysAround(
  store: Store,
  { day: asked, month: askedMonth, now, timeZone }: DayRequest,
): Promise<Pick<TodayView, 'day' | 'month' | 'days' | 'previousDay' | 'nextDay'>> {
  const today = dayInZone(now, timeZone)
  const day = asked ?? (await newestDay(store, now, timeZone))
  const month = askedMonth ?? day.slice(0, 7)
  const [first, end] = [`${month}-01`, lastDayOf(month)]
  const [from, until] = [earliest(plusDays(day, -near), `${day.slice(0, 7)}-01`), plusDays(day, near)]
  const [counts, ofMonth] = await Promise.all([
    store.stories.dayCounts(from, until, timeZone),
    store.stories.dayCounts(first, end, timeZone),
  ])
  const countOf = new Map(ofMonth.map((each) => [each.day, each.storyCount]))
  const days = Array.from({ length: Number(end.slice(8)) }, (_, index) => plusDays(first, index)).map((each) => ({
    day: each,
    storyCount: countOf.get(each) ?? 0,
  }))
  const withNews = counts.map((each) => each.day)
  let previousDay = withNews.findLast((each) => each < day)
  let nextDay = withNews.find((each) => each > day)
  if (previousDay === undefined || (nextDay === undefined && until < today)) {
    // Searches all days, only if those near don't contain one.
    const [{ from: start }, { until: last }] = [boundsOfDay(from, timeZone), boundsOfDay(until, timeZone)]
    const { before, after } = await store.stories.newsAround(start, last)
    previousDay ??= before && dayInZone(before, timeZone)
    nextDay ??= after && dayInZone(after, timeZone)
  }
  return { day, month, days, ...defined({ previousDay, nextDay }) }
}

function lastDayOf(month: string): string {
  const next = plusDays(`${month}-28`, 4).slice(0, 7)
  return plusDays(`${next}-01`, -1)
}

function earliest(a: string, b: string): string {
  return a < b ? a : b
}

/** Shortly after midnight, yesterday's news is still the news: a page with the first story of the night would look empty. */
export async function newestDay(store: Store, now: string, timeZone: string): Promise<string> {
  const today = dayInZone(now, timeZone)
  const yesterday = plusDays(today, -1)
  const counts = new Map(
    (await store.stories.dayCounts(yesterday, today, timeZone)).map((each) => [each.day, each.storyCount]),
  )
  const [newer, older] = [counts.get(today) ?? 0, counts.get(yesterday) ?? 0]
  if (newer > 0) return hasBegun(newer, older, localTime(now, timeZone)) ? today : yesterday
  const { before } = await store.stories.newsAround(endOfTime, endOfTime)
  return before === undefined ? today : dayInZone(before, timeZone)
}

/** True when a day has enough news to show. Arguments: its stories so far, those of the previous day, and the local time, ISO 8601. */
export function hasBegun(stories: number, storiesBefore: number, local: string): boolean {
  return stories > 0 && (stories >= storiesBefore * begun || local.slice(11, 13) >= '12')
}

/** The day `count` days later, `YYYY-MM-DD`; the first or last that can be written so when there is none. */
export function plusDays(day: string, count: number): string {
  const later = new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString()
  return later.startsWith('-') ? '0000-01-01' : later.startsWith('+') ? '9999-12-31' : later.slice(0, 10)
}
