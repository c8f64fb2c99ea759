import type { HubMode } from '../core/hub.ts'
import type { HubSubscription } from '../store/hub-store.ts'

export type HubStep =
  | { readonly kind: 'wait'; readonly until: string }
  | { readonly kind: 'ask'; readonly mode: HubMode }
  /** It was asked, and did not ask back in time. */
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'lapse' }
  | { readonly kind: 'forget' }

/** So often a hub is asked to stop; then it is left to the end of its lease. */
const MOST_FAREWELLS = 3
const MINUTE_MS = 60_000
const WEEK_MS = 7 * 24 * 60 * MINUTE_MS
const WAITS_MS = [10, 60, 360, 1440, 1440, 1440].map((minutes) => minutes * MINUTE_MS)

/** What is to be done about a subscription at a hub. */
export function nextHubStep(at: HubSubscription, now: string): HubStep {
  const { feedId, pending, leaseUntil, renewAt, retryAt, failures } = at
  const isOver = leaseUntil === undefined || leaseUntil <= now
  if (feedId === undefined && (isOver || failures >= MOST_FAREWELLS)) return { kind: 'forget' }
  if (leaseUntil !== undefined && isOver) return { kind: 'lapse' }
  const first = (until: string): HubStep => ({
    kind: 'wait',
    until: leaseUntil === undefined || until < leaseUntil ? until : leaseUntil,
  })
  if (feedId !== undefined && renewAt !== undefined && renewAt > now) return first(renewAt)
  if (pending && !isAnswered(at)) return pending.until > now ? first(pending.until) : { kind: 'unanswered' }
  if (retryAt !== undefined && retryAt > now) return first(retryAt)
  return { kind: 'ask', mode: feedId === undefined ? 'unsubscribe' : 'subscribe' }
}

/** A renewal is asked for when it is due; what was asked before that has been answered. */
function isAnswered({ pending, renewAt }: HubSubscription): boolean {
  return pending?.mode === 'subscribe' && renewAt !== undefined && pending.until <= renewAt
}

/**
 * How long a hub that failed so often in a row is left alone, in milliseconds: ten minutes, an hour, six, a day for three times, then
 * a week. One that refuses is asked in a week.
 */
export function hubWaitMs(failuresBefore: number, isRefused = false): number {
  return isRefused ? WEEK_MS : (WAITS_MS[failuresBefore] ?? WEEK_MS)
}
