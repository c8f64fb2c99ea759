import type { BriefChoice } from '../../core/brief-choice.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** A brief that is this late is sent no more: the next is nearer. */
const longestLateMs = 20 * HOUR_MS

/** A brief that is due: of which day in the reader's zone, and when it was to be made. */
export type DueBrief = { readonly kind: 'day' | 'week'; readonly day: string; readonly at: string }

/**
 * The briefs whose hour has come by `now` and is not too long ago, for a reader in a zone: so that what the server slept
 * through goes out late. None is due for an hour that had passed when it was chosen (`since`). Times are ISO 8601, UTC.
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
 * When a full hour of a calendar day begins in a zone, in milliseconds. An hour that a clock change leaves out begins as much
 * later as the clock was moved; of one that comes twice it is the first.
 */
export function instantOf(day: string, hour: number, timeZone: string): number {
  const wall = Date.parse(`${day}T00:00:00Z`) + hour * HOUR_MS
  const offsets = [wall - DAY_MS, wall + DAY_MS].map((at) => wallOf(at, timeZone) - at)
  const fitting = offsets.map((offset) => wall - offset).filter((at) => wallOf(at, timeZone) === wall)
  return fitting.length > 0 ? Math.min(...fitting) : wall - offsets[0]!
}

/** The calendar day of a time in a zone. */
function dayOf(at: number, timeZone: string): string {
  return new Date(wallOf(at, timeZone)).toISOString().slice(0, 10)
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** What a clock in a zone shows, as if it were UTC. */
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
