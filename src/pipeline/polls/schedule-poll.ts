import type { FeedPollHints, PollReason } from '../../core/feed/feed-pace.ts'
import type { FetchResult } from '../../core/fetch-result.ts'

const HALF_DAY_MINUTES = 12 * 60
const DAY_MINUTES = 24 * 60
const WEEK_MINUTES = 7 * DAY_MINUTES
/** A redirect counts as a permanent move after this many polls in a row agree. */
export const MOVE_SIGHTINGS = 3
/** A feed that reports it is gone must do so this often, a day apart. */
export const GONE_CONFIRMATIONS = 2
/** A missing feed is polled once a week after this many days without an answer. */
const MISSING_DAYS = 3
const MISSING_TRIES = 3

type Pace = Pick<FeedPollHints, 'ttlMinutes'> & {
  readonly intervalMinutes: number
  readonly defaultMinutes: number
  /** The longest interval that a feed can request. */
  readonly capMinutes: number
  /** How long the server said its answer stays fresh. */
  readonly freshSeconds?: number
  /** What suits how often it posts; absent when unknown. */
  readonly rhythmMinutes?: number
  readonly isUnchanged: boolean
  /** The server sent the same bytes despite validators: each poll costs it the whole document. */
  readonly isSameBytes?: boolean
}

/** Minutes until the next poll, and the rule that decided it. */
export type NextPoll = { readonly minutes: number; readonly why: PollReason }

/** The next poll of a feed that answered: never sooner than it asks, by its rhythm, and less often while nothing is new. */
export function afterAnswer(pace: Pace): NextPoll {
  const { defaultMinutes, capMinutes, intervalMinutes, isUnchanged, isSameBytes, rhythmMinutes } = pace
  const asked = Math.max(pace.ttlMinutes ?? 0, (pace.freshSeconds ?? 0) / 60)
  const candidates: readonly NextPoll[] = [
    { why: 'usual', minutes: defaultMinutes },
    { why: 'asked', minutes: Math.min(asked, capMinutes) },
    { why: 'rhythm', minutes: Math.min(rhythmMinutes ?? 0, capMinutes) },
    {
      why: 'quiet',
      minutes: isUnchanged && rhythmMinutes === undefined ? Math.min(intervalMinutes * 1.25, 6 * 60) : 0,
    },
    { why: 'same-bytes', minutes: isSameBytes ? Math.min(intervalMinutes * 2, HALF_DAY_MINUTES) : 0 },
  ]
  const slowest = candidates.reduce((most, one) => (one.minutes > most.minutes ? one : most))
  return { ...slowest, minutes: Math.ceil(slowest.minutes) }
}

type FailingPace = Pick<Pace, 'defaultMinutes'> & {
  readonly atMs: number
  /** Failures in a row, including this one. */
  readonly errorCount: number
  /** When it last answered, ISO 8601. */
  readonly goodAt: string
  /** 0 to 1; spreads retries so that feeds of a host that failed together do not return together. */
  readonly jitter: number
}

/**
 * The next poll of a feed that failed: doubling up to a day, with jitter; a day later to confirm that it is gone; weekly when it has been
 * missing for days; as usual when this server's proxy failed. A pause of its host is stored elsewhere and comes on top.
 */
export function afterFailure(failure: Failure, pace: FailingPace): NextPoll {
  if (failure.kind === 'gone') return { why: 'gone', minutes: DAY_MINUTES }
  // A failure of this server's own proxy isn't the feed's fault: when it works again, all feeds are polled soon.
  if (failure.kind === 'proxy-error' && failure.why !== 'failed' && failure.why !== 'refused')
    return { why: 'failing', minutes: pace.defaultMinutes }
  const isMissing = failure.kind === 'not-found' || (failure.kind === 'network-error' && failure.isUnknownName === true)
  const daysWithout = (pace.atMs - Date.parse(pace.goodAt)) / 60_000 / DAY_MINUTES
  if (isMissing && daysWithout >= MISSING_DAYS && pace.errorCount > MISSING_TRIES)
    return { why: 'missing', minutes: WEEK_MINUTES }
  const { defaultMinutes, jitter } = pace
  const doubled = Math.min(defaultMinutes * 2 ** Math.min(pace.errorCount - 1, 10), DAY_MINUTES)
  const spread = Math.round(doubled * (0.75 + jitter / 2))
  return { why: 'failing', minutes: Math.min(Math.max(spread, defaultMinutes), DAY_MINUTES) }
}

export type Failure = Exclude<FetchResult, { kind: 'ok' | 'not-modified' }>

/** What happened, in words for the subscriber, ending in what to do. */
export function explainFailure(failure: Failure, isTriedAgain = true): string {
  const later = isTriedAgain ? ' It is tried again later.' : ''
  switch (failure.kind) {
    case 'gone':
      return isTriedAgain
        ? `The feed is gone for good (HTTP ${failure.status}). Unsubscribe, or enter its new URL.`
        : `What was at this URL is gone for good (HTTP ${failure.status}).`
    case 'not-found':
      return `There’s nothing at this URL (HTTP ${failure.status}). Check the URL${isTriedAgain ? '; after some days it is only tried once a week' : ''}.`
    case 'forbidden':
      return `The server refused access (HTTP ${failure.status}). It may need your personal URL, or block news readers.`
    case 'busy':
      return failure.retryAfterSeconds === undefined
        ? `The server asks for a pause (HTTP ${failure.status}).`
        : `The server asks us to wait ${Math.ceil(failure.retryAfterSeconds / 60)} minutes (HTTP ${failure.status}).`
    case 'server-error':
      return `The server has a fault (HTTP ${failure.status}).${later}`
    case 'client-error':
      return `The server does not accept the request (HTTP ${failure.status}).`
    case 'too-large':
      return `More than ${Math.round(failure.limitBytes / 2 ** 20)} MB came, and the rest wasn’t read. Ask the publisher for a shorter feed.`
    case 'timeout':
      return `No whole answer within ${Math.round(failure.afterMs / 1000)} s.${later}`
    case 'refused-address':
      return `${failure.host} is not fetched: ${failure.reason}. Set TWOSOURCE_ALLOW_PRIVATE=true to allow private addresses.`
    case 'bad-url':
      return `Not an address that can be fetched: ${failure.reason}`
    case 'too-many-redirects':
      return `The URL redirects too often (${failure.hops} redirects).`
    case 'network-error':
      if (!failure.isUnknownName) return `No connection: ${failure.reason}.${later}`
      return isTriedAgain
        ? 'The server’s name no longer exists (DNS). Check the URL; after some days it is only tried once a week.'
        : 'No server has this name (DNS). Check the URL.'
    case 'proxy-error':
      return `No connection: ${failure.reason}.${later}`
    case 'bad-encoding':
      return `The compressed answer could not be unpacked: ${failure.reason}`
  }
}
