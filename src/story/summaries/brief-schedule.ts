import type { BriefChoice } from '../../core/brief-choice.ts'
import { dayInZone, instantOf } from '../../core/time/zone.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** A brief that is later than this is skipped: the next one is nearer. */
const longestLateMs = 20 * HOUR_MS

/** A due brief: its day in the reader's time zone, and when it was due. */
type DueBrief = { readonly kind: 'day' | 'week'; readonly day: string; readonly at: string }

/**
 * The briefs due by `now` and not too late, in the reader's time zone, so that a brief missed while the server was off is sent late. Hours
 * before the choice was made (`since`) are not due. Times are ISO 8601, UTC.
 */
export function dueBriefs(choice: BriefChoice, timeZone: string, since: string, now: string): readonly DueBrief[] {
  const nowMs = Date.parse(now)
  const today = Date.parse(dayInZone(now, timeZone))
  return [today - DAY_MS, today].flatMap((dayMs) => {
    const day = new Date(dayMs).toISOString().slice(0, 10)
    const atMs = instantOf(day, choice.hour, timeZone)
    if (atMs > nowMs || atMs < nowMs - longestLateMs || atMs < Date.parse(since)) return []
    const weekday = new Date(dayMs).getUTCDay() || 7
    const at = new Date(atMs).toISOString()
    return [
      ...(choice.isMailed && choice.days.includes(weekday) ? [{ kind: 'day', day, at } as const] : []),
      ...(choice.isWeekly && weekday === 7 ? [{ kind: 'week', day, at } as const] : []),
    ]
  })
}
