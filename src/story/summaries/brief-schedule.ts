import type { BriefChoice } from '../../core/brief-choice.ts'
import { nth } from '../../core/nth.ts'

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
  const today = Date.parse(dayOf(nowMs, timeZone))
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

/**
 * When a full hour of a calendar day begins in a time zone, in milliseconds. An hour skipped by a clock change begins later by as much as
 * the clock moved; of a repeated hour, the first counts.
 */
export function instantOf(day: string, hour: number, timeZone: string): number {
  const wall = Date.parse(`${day}T00:00:00Z`) + hour * HOUR_MS
  const offsets = [wall - DAY_MS, wall + DAY_MS].map((at) => wallOf(at, timeZone) - at)
  const fitting = offsets.map((offset) => wall - offset).filter((at) => wallOf(at, timeZone) === wall)
  return fitting.length > 0 ? Math.min(...fitting) : wall - nth(offsets, 0)
}

/** The calendar day of a time in a time zone. */
function dayOf(at: number, timeZone: string): string {
  return new Date(wallOf(at, timeZone)).toISOString().slice(0, 10)
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Local clock time in a time zone, encoded as if it were UTC. */
function wallOf(at: number, timeZone: string): number {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  clocks.set(timeZone, clock)
  const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  return Date.UTC(parts.year!, parts.month! - 1, parts.day, parts.hour, parts.minute, parts.second)
}
