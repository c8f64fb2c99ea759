import type { FeedPollHints } from '../feed/feed-pace.ts'

const HOUR_MS = 3_600_000
const WEEK_HOURS = 7 * 24

/** Whether the feed excludes this hour or day. A feed that excludes all of them excludes none. */
export function isSkipped(atMs: number, asks: FeedPollHints): boolean {
  return isNamed(atMs, asks) && firstFree(atMs, asks) !== undefined
}

/** The first moment from `atMs` on, in milliseconds, that skipHours and skipDays (RSS 2.0) allow. */
export function afterSkipped(atMs: number, asks: FeedPollHints): number {
  return isNamed(atMs, asks) ? (firstFree(atMs, asks) ?? atMs) : atMs
}

function firstFree(atMs: number, asks: FeedPollHints): number | undefined {
  const hour = Math.floor(atMs / HOUR_MS)
  for (let next = hour + 1; next <= hour + WEEK_HOURS; next++) if (!isNamed(next * HOUR_MS, asks)) return next * HOUR_MS
  return undefined
}

function isNamed(atMs: number, { skipHours = [], skipDays = [] }: FeedPollHints): boolean {
  if (skipHours.length === 0 && skipDays.length === 0) return false
  const at = new Date(atMs)
  return skipHours.includes(at.getUTCHours()) || skipDays.includes(at.getUTCDay())
}
