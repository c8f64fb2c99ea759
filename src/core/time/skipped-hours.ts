import type { FeedAsks } from '../feed/feed-pace.ts'

const HOUR_MS = 3_600_000
const WEEK_HOURS = 7 * 24

/** Whether a feed names this hour or this day as one in which not to ask. A feed that names all of them names none. */
export function isSkipped(atMs: number, asks: FeedAsks): boolean {
  return isNamed(atMs, asks) && firstFree(atMs, asks) !== undefined
}

/** The first moment from `atMs` on, in milliseconds, at which a feed may be asked by its skipHours and skipDays (RSS 2.0). */
export function afterSkipped(atMs: number, asks: FeedAsks): number {
  return isNamed(atMs, asks) ? (firstFree(atMs, asks) ?? atMs) : atMs
}

function firstFree(atMs: number, asks: FeedAsks): number | undefined {
  const hour = Math.floor(atMs / HOUR_MS)
  for (let next = hour + 1; next <= hour + WEEK_HOURS; next++) if (!isNamed(next * HOUR_MS, asks)) return next * HOUR_MS
  return undefined
}

function isNamed(atMs: number, { skipHours = [], skipDays = [] }: FeedAsks): boolean {
  if (skipHours.length === 0 && skipDays.length === 0) return false
  const at = new Date(atMs)
  return skipHours.includes(at.getUTCHours()) || skipDays.includes(at.getUTCDay())
}
