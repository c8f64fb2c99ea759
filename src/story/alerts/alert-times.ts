import type { AlertSettings } from '../../core/alert.ts'
import { defined } from '../../core/defined.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const DAY_MINUTES = 1440

/** Until when alerts are held at a time (ISO 8601): the end of the reader's quiet hours, or that time itself outside of them. */
export function quietEnd(at: string, { quiet }: Pick<AlertSettings, 'quiet'>, timeZone: string): string {
  if (!quiet || !isQuiet(at, quiet, timeZone)) return at
  const left = (quiet.until - minuteOfDay(at, timeZone) + DAY_MINUTES) % DAY_MINUTES
  let end = Math.floor(Date.parse(at) / MINUTE_MS) * MINUTE_MS + left * MINUTE_MS
  // A clock change in between moves the end.
  const off =
    ((minuteOfDay(new Date(end).toISOString(), timeZone) - quiet.until + 1.5 * DAY_MINUTES) % DAY_MINUTES) - 720
  if (end - off * MINUTE_MS > Date.parse(at)) end -= off * MINUTE_MS
  // The end may be in an hour that the clock skips.
  for (let step = 0; step < 120 && isQuiet(new Date(end).toISOString(), quiet, timeZone); step++) end += MINUTE_MS
  return new Date(end).toISOString()
}

/** True within quiet hours; there are none if they begin and end at the same minute. */
export function isQuiet(at: string, quiet: NonNullable<AlertSettings['quiet']>, timeZone: string): boolean {
  const minute = minuteOfDay(at, timeZone)
  const { from, until } = quiet
  return from <= until ? minute >= from && minute < until : minute >= from || minute < until
}

function minuteOfDay(at: string, timeZone: string): number {
  const parts = clockIn(timeZone).formatToParts(new Date(at))
  const value = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0)
  return value('hour') * 60 + value('minute')
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockIn(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    clocks.set(timeZone, clock)
  }
  return clock
}

/** A pending delivery: its alert, since when, and whether it was held for quiet hours. */
type PendingDelivery = {
  readonly alertId: string
  readonly nextAt: string
  readonly isHeld: boolean
  /** Set once it was tried: its message is sent again unchanged. */
  readonly batch?: string
}

/** What one channel should send now, and when to check again: absent when nothing is pending. */
type ChannelPlan = {
  /** Messages as the ids of their alerts; `batch` is the name of a message sent before. */
  readonly messages: readonly { readonly alertIds: readonly string[]; readonly batch?: string }[]
  readonly nextAt?: string
}

/**
 * Plans the pending deliveries of one channel. Sends nothing within quiet hours; what was held is combined at their end. If the hourly
 * limit is reached, all pending alerts are combined in one message. `sentAt` are the times of messages in the last hour.
 */
export function planChannel(
  waiting: readonly PendingDelivery[],
  sentAt: readonly string[],
  settings: AlertSettings,
  timeZone: string,
  now: string,
): ChannelPlan {
  if (waiting.length === 0) return { messages: [] }
  const open = quietEnd(now, settings, timeZone)
  if (open > now) return { messages: [], nextAt: open }
  const due = waiting.filter(({ nextAt }) => nextAt <= now)
  const lately = sentAt.filter((time) => Date.parse(time) > Date.parse(now) - HOUR_MS).sort()
  const again = [...Map.groupBy(due, ({ batch }) => batch)].flatMap(([batch, rows]) =>
    batch === undefined ? [] : [{ batch, alertIds: rows.map(({ alertId }) => alertId) }],
  )
  const fresh = due.filter(({ batch }) => batch === undefined)
  const room = settings.perHour - lately.length - again.length
  const freeAt = new Date(Date.parse(lately[0] ?? now) + HOUR_MS).toISOString()
  const later = waiting.filter(({ nextAt }) => nextAt > now).map(({ nextAt }) => nextAt)
  const hasRoom = room > 0
  const together = fresh.length > 1 && (fresh.length > room || fresh.some(({ isHeld }) => isHeld))
  const messages = !hasRoom
    ? []
    : together
      ? [{ alertIds: fresh.map(({ alertId }) => alertId) }]
      : fresh.map(({ alertId }) => ({ alertIds: [alertId] }))
  const [nextAt] = [...later, ...(fresh.length > 0 && !hasRoom ? [freeAt] : [])].sort()
  return { messages: [...again, ...messages], ...defined({ nextAt }) }
}

/** How long to wait after the given failed attempt (from 1): a minute, 4, 16, an hour, and then every 4 hours. */
export function deliveryDelayMs(attempt: number): number {
  return Math.min(4 * HOUR_MS, MINUTE_MS * 4 ** (attempt - 1))
}

/** Attempts over about a day; after the last the channel is switched off, with the reason. */
export const mostAttempts = 10
