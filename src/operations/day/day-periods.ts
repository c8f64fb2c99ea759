import type { Store } from '../../store/store.ts'
import type { OutlinedStory } from '../../store/stories/stories.ts'
import type { TodayPeriod, TodayView } from './today-views.ts'

const HOUR_MS = 3_600_000
const WEEK_MS = 7 * 24 * HOUR_MS
/** Length of the period "hours". */
export const lastHours = 6

type PeriodRequest = {
  readonly day: string
  readonly period: TodayPeriod | undefined
  /** Now, ISO 8601. */
  readonly now: string
  readonly visitedAt: string | undefined
  /** True for the newest day with news, which after midnight is yesterday. */
  readonly isNewest: boolean
  /** Leaves out what the reader doesn't want to see. */
  readonly sift: (stories: readonly OutlinedStory[]) => readonly OutlinedStory[]
}

/**
 * The stories of a period, and the other periods available. Only today has the last hours, only the newest day a previous visit; an
 * unavailable period falls back to the whole day. `until` is now, or the end of a past day.
 */
export async function storiesOfPeriod(
  { stories }: Store,
  { day, period: asked, now, visitedAt, isNewest, sift }: PeriodRequest,
): Promise<{
  readonly period: TodayPeriod
  readonly until: string
  readonly ofDay: readonly OutlinedStory[]
  readonly ofPeriod: readonly OutlinedStory[]
  readonly periods: TodayView['facets']['periods']
}> {
  const end = `${day}T23:59:59.999Z`
  const isToday = now.startsWith(day)
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
    stories.listOutlines({ from: `${day}T00:00:00.000Z`, until: end }),
    isWeek ? stories.listOutlines({ from: weekFrom, until: end }) : [],
  ])
  // Sifted once, so that what was hidden is counted once.
  const kept = new Set(sift(isWeek ? ofWeek : all).map(({ id }) => id))
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
