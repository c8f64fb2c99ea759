/** What a feed's document asks of feed readers. */
export type FeedPollHints = {
  /** Minutes between requests (RSS ttl, sy:updatePeriod). */
  readonly ttlMinutes?: number
  /** Hours of the day in GMT, 0 to 23, without requests (RSS skipHours). */
  readonly skipHours?: readonly number[]
  /** Days of the week in GMT, 0 is Sunday, without requests (RSS skipDays). */
  readonly skipDays?: readonly number[]
}

/** What we remember of a feed to schedule its next poll: its last complete document, and how it behaved since. */
export type FeedPace = FeedPollHints & {
  /** How long its last response stays fresh, in seconds (Cache-Control, Expires). */
  readonly freshSeconds?: number
  /** Usual minutes between two entries, by their own times. */
  readonly gapMinutes?: number
  readonly newestAt?: string
  /** The middle and the longest of these gaps, in minutes: absent where too few entries say when they were published. */
  readonly medianGapMinutes?: number
  readonly longestGapMinutes?: number
  /** When the first of its last failures in a row was, ISO 8601; absent while it answers. */
  readonly failingSince?: string
  /** When new entries were found, ISO 8601, the newest last. */
  readonly arrivals?: readonly string[]
  /** The URL that the validators come from, if not the feed's own. */
  readonly heldFrom?: string
  /** When it last came complete; if unknown, when it first had its present content. ISO 8601. */
  readonly wholeAt?: string
  /** Number of times in a row it answered 410. */
  readonly goneCount?: number
}

/**
 * Why a feed is polled at its time: `usual` default pace · `asked` the feed asks for this interval · `rhythm` it publishes
 * rarely · `quiet` nothing new · `same-bytes` it ignores conditional requests · `skipped` hours or days it excludes · `pushed`
 * its hub notifies us · `host-paused` its server asked for a pause · `failing` · `missing` not found · `gone` it says it's gone,
 * which we verify · `by-hand` a person asked · `turn` other feeds of its host come first · `asked-now` a request is running.
 */
export const pollReasons = [
  'usual',
  'asked',
  'rhythm',
  'quiet',
  'same-bytes',
  'skipped',
  'pushed',
  'host-paused',
  'failing',
  'missing',
  'gone',
  'by-hand',
  'turn',
  'asked-now',
] as const
export type PollReason = (typeof pollReasons)[number]

/** Longer pauses are cut to 30 days: nobody seriously means more. */
export const maxPauseSeconds = 30 * 24 * 3600

/** How long a host, with its port, asked not to be polled. */
export type HostPause = {
  readonly host: string
  readonly until: string
  /** Pauses in a row without a stated length. */
  readonly unsaidCount: number
}

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
