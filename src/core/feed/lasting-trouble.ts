import type { FeedPace } from './feed-pace.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** A feed that fails for less is left to the next polls. */
const FAILING_MS = 7 * DAY_MS
/** A shorter silence is a vacation. */
const SILENT_MS = 14 * DAY_MS
/** How many times the longest and the middle gap between its entries a silence must last. */
const LONGEST_GAPS = 2
const MEDIAN_GAPS = 8

/** What a feed's state tells about lasting trouble. */
export type TroubledFeed = {
  readonly intake: string
  readonly isStopped: boolean
  readonly pace: FeedPace
  readonly lastError?: unknown
  readonly lastPolledAt?: string
  readonly lastOkAt?: string
  readonly lastArrivalAt?: string
}

/** `failing`: it could not be loaded for a week. `silent`: it loads, but is silent for far longer than it ever was. Since when, ISO 8601. */
export type LastingTrouble = { readonly kind: 'failing' | 'silent'; readonly since: string }

/**
 * What is wrong with a feed for so long that its reader should know; undefined when nothing is, or when it isn't certain. A silence is
 * judged by the feed's own rhythm: twice the longest of its last gaps, eight times the middle one, and two weeks at least.
 */
export function lastingTrouble(feed: TroubledFeed, at: string): LastingTrouble | undefined {
  // A newsletter has no address that could fail, and no rhythm that it publishes.
  if (feed.intake === 'mail') return undefined
  return failingFor(feed, Date.parse(at)) ?? silentFor(feed, Date.parse(at))
}

function failingFor(
  { isStopped, lastError, pace, lastPolledAt, lastOkAt }: TroubledFeed,
  atMs: number,
): LastingTrouble | undefined {
  if (!isStopped && lastError === undefined) return undefined
  // A stopped feed isn't polled again: what it was stopped for lasts.
  const since = pace.failingSince ?? (isStopped ? (lastPolledAt ?? lastOkAt) : undefined)
  return since !== undefined && atMs - Date.parse(since) >= FAILING_MS ? { kind: 'failing', since } : undefined
}

function silentFor({ isStopped, lastError, pace, lastArrivalAt, lastOkAt }: TroubledFeed, atMs: number) {
  const { newestAt, medianGapMinutes, longestGapMinutes } = pace
  if (isStopped || lastError !== undefined || lastOkAt === undefined) return undefined
  if (newestAt === undefined || medianGapMinutes === undefined || longestGapMinutes === undefined) return undefined
  // A feed that republishes old entries isn't silent, whatever times it gives them.
  const since = lastArrivalAt !== undefined && lastArrivalAt > newestAt ? lastArrivalAt : newestAt
  const most = Math.max(
    SILENT_MS,
    LONGEST_GAPS * longestGapMinutes * MINUTE_MS,
    MEDIAN_GAPS * medianGapMinutes * MINUTE_MS,
  )
  // What wasn't seen since can't be silent: this server may have been off.
  return Date.parse(lastOkAt) - Date.parse(since) >= most && atMs >= Date.parse(lastOkAt)
    ? { kind: 'silent' as const, since }
    : undefined
}
