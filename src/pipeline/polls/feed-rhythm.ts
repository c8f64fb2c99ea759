import type { FeedEntry } from '../../core/entry.ts'
import type { FeedPace } from '../../core/feed/feed-pace.ts'
import { nth } from '../../core/nth.ts'

const MINUTE_MS = 60_000
/** Times of entries that are used, the newest ones. */
const LOOKED_AT = 20
/** Fewer times than this are not enough for a rhythm. */
const MIN_TIMES = 3
/** Fewer gaps than this say nothing about how long a feed may be silent. */
const MIN_GAPS = 5
/** Times of new arrivals that are remembered. */
const ARRIVALS = 5
/** Polls between two entries of a feed. */
const ASKED_PER_GAP = 8
const HALF_DAY_MINUTES = 12 * 60
const DAY_MINUTES = 24 * 60
/** After this long without an entry a feed is polled once a day. */
const ASLEEP_MINUTES = 90 * DAY_MINUTES

/** How often a feed publishes, and the time of its newest entry, by the entries' own times; future ones are ignored. */
export function rhythmOf(
  entries: readonly FeedEntry[],
  atMs: number,
): Pick<FeedPace, 'gapMinutes' | 'newestAt' | 'medianGapMinutes' | 'longestGapMinutes'> {
  const times = entries
    .flatMap(({ publishedAt, updatedAt }) => {
      const time = Date.parse(publishedAt ?? updatedAt ?? '')
      return time <= atMs ? [time] : []
    })
    .sort((a, b) => b - a)
    .slice(0, LOOKED_AT)
  if (times.length < MIN_TIMES) return {}
  const gaps = times
    .slice(1)
    .map((time, index) => nth(times, index) - time)
    .sort((a, b) => a - b)
  const minutesAt = (position: number) => Math.round(nth(gaps, position) / MINUTE_MS)
  return {
    // A third instead of half: half would miss faster times, and a burst must not be missed.
    gapMinutes: minutesAt(Math.floor(gaps.length / 3)),
    newestAt: new Date(nth(times, 0)).toISOString(),
    ...(gaps.length < MIN_GAPS
      ? {}
      : {
          medianGapMinutes: minutesAt(Math.floor(gaps.length / 2)),
          longestGapMinutes: minutesAt(gaps.length - 1),
        }),
  }
}

/** Adds the time at which new entries were last found, if it is missing. */
export function withArrival(arrivals: readonly string[] = [], lastArrivalAt: string | undefined): readonly string[] {
  if (lastArrivalAt === undefined || arrivals.at(-1) === lastArrivalAt) return arrivals
  return [...arrivals, lastArrivalAt].slice(-ARRIVALS)
}

/**
 * Minutes between polls that suit a feed: an eighth of the time between its entries, at most half a day, or a day when it has been silent
 * for three months; never less than `leastMinutes`. Where entries arrived faster than their own times say, that counts. Returns undefined
 * when its rhythm is unknown.
 */
export function minutesByRhythm(pace: FeedPace, atMs: number, leastMinutes: number): number | undefined {
  if (pace.gapMinutes === undefined) return undefined
  const silentMinutes = pace.newestAt === undefined ? 0 : (atMs - Date.parse(pace.newestAt)) / MINUTE_MS
  const gap = Math.min(Math.max(pace.gapMinutes, silentMinutes / ASKED_PER_GAP), arrivalGap(pace.arrivals ?? []))
  const most = silentMinutes > ASLEEP_MINUTES ? DAY_MINUTES : HALF_DAY_MINUTES
  return Math.round(Math.min(Math.max(gap / ASKED_PER_GAP, leastMinutes), Math.max(most, leastMinutes)))
}

function arrivalGap(arrivals: readonly string[]): number {
  if (arrivals.length < MIN_TIMES) return Number.POSITIVE_INFINITY
  return (Date.parse(arrivals.at(-1)!) - Date.parse(nth(arrivals, 0))) / MINUTE_MS / (arrivals.length - 1)
}
