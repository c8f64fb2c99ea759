import type { Store } from '../store/store.ts'
import type { TodayView } from './today-views.ts'

const DAY_MS = 86_400_000
const shown = 14
/** So many of them may follow the chosen day. */
const after = 6

/**
 * The day asked for, else today when it has news, else the newest that has; fourteen days around it with how many stories
 * each has, and the nearest days with news before and after. `today` is `YYYY-MM-DD`.
 */
export async function daysAround(
  store: Store,
  asked: string | undefined,
  today: string,
): Promise<Pick<TodayView, 'day' | 'days' | 'previousDay' | 'nextDay'>> {
  const day = asked ?? (await newestDay(store, today))
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
    // Beyond the fourteen days: a walk over all of them, and only where there is a gap.
    const known = (await store.stories.days()).map((each) => each.day).sort()
    previousDay ??= known.findLast((each) => each < day)
    nextDay ??= known.find((each) => each > day)
  }
  return {
    day,
    days,
    ...(previousDay === undefined ? {} : { previousDay }),
    ...(nextDay === undefined ? {} : { nextDay }),
  }
}

function earliest(a: string, b: string): string {
  return a < b ? a : b
}

function latest(a: string, b: string): string {
  return earliest(a, b) === a ? b : a
}

async function newestDay(store: Store, today: string): Promise<string> {
  if ((await store.stories.dayCounts(today, today)).length > 0) return today
  const known = (await store.stories.days()).map(({ day }) => day)
  return known.sort().at(-1) ?? today
}

/** The day so many days later, `YYYY-MM-DD`. */
export function plusDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10)
}
