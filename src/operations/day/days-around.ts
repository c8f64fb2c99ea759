import { defined } from '../../core/defined.ts'
import type { Store } from '../../store/store.ts'
import type { TodayView } from './today-views.ts'

const DAY_MS = 86_400_000
const shown = 14
/** At most this many of them follow the selected day. */
const after = 6

/** Before noon, a day with less than this share of the previous day's stories has hardly begun. */
const begun = 0.25

/**
 * The requested day, else today once it has begun, else the newest day with news; the fourteen days around it with their number of
 * stories, and the nearest days with news before and after. `now` is ISO 8601 in UTC, as are the days.
 */
export async function daysAround(
  store: Store,
  asked: string | undefined,
  now: string,
): Promise<Pick<TodayView, 'day' | 'days' | 'previousDay' | 'nextDay'>> {
  const today = now.slice(0, 10)
  const day = asked ?? (await newestDay(store, now))
  const until = latest(day, earliest(plusDays(day, after), today))
  const from = plusDays(until, 1 - shown)
  const counts = await store.stories.dayCounts(from, until)
  const countOf = new Map(counts.map((each) => [each.day, each.storyCount]))
  const days = Array.from({ length: shown }, (_, index) => plusDays(from, index)).map((each) => ({
    day: each,
    storyCount: countOf.get(each) ?? 0,
  }))
  const withNews = days.filter(({ storyCount }) => storyCount > 0).map((each) => each.day)
  let previousDay = withNews.findLast((each) => each < day)
  let nextDay = withNews.find((each) => each > day)
  if (previousDay === undefined || (nextDay === undefined && until < today)) {
    // Searches all days, only if the fourteen don't contain one.
    const known = (await store.stories.days()).map((each) => each.day).sort()
    previousDay ??= known.findLast((each) => each < day)
    nextDay ??= known.find((each) => each > day)
  }
  return {
    day,
    days,
    ...defined({ previousDay, nextDay }),
  }
}

function earliest(a: string, b: string): string {
  return a < b ? a : b
}

function latest(a: string, b: string): string {
  return earliest(a, b) === a ? b : a
}

/** Shortly after midnight, yesterday's news is still the news: a page with the first story of the night would look empty. */
export async function newestDay(store: Store, now: string): Promise<string> {
  const today = now.slice(0, 10)
  const yesterday = plusDays(today, -1)
  const counts = new Map((await store.stories.dayCounts(yesterday, today)).map((each) => [each.day, each.storyCount]))
  const [newer, older] = [counts.get(today) ?? 0, counts.get(yesterday) ?? 0]
  if (newer > 0) return hasBegun(newer, older, now) ? today : yesterday
  const known = (await store.stories.days()).map(({ day }) => day)
  return known.sort().at(-1) ?? today
}

/** True when a day has enough news to show. Arguments: its stories so far, those of the previous day, and the time, ISO 8601 in UTC. */
export function hasBegun(stories: number, storiesBefore: number, now: string): boolean {
  return stories > 0 && (stories >= storiesBefore * begun || now.slice(11, 13) >= '12')
}

/** The day `count` days later, `YYYY-MM-DD`. */
export function plusDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10)
}
