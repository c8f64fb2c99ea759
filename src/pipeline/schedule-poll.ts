import type { Fetched } from '../core/fetched.ts'

const DAY_MINUTES = 24 * 60
const WEEK_MINUTES = 7 * DAY_MINUTES
/** A move is believed after this many polls in a row agreed on it. */
export const MOVE_SIGHTINGS = 3

export type Pace = {
  /** Minutes between polls before this one. */
  readonly intervalMinutes: number
  readonly defaultMinutes: number
  /** Failures in a row, this one included. */
  readonly errorCount: number
  readonly ttlMinutes?: number
  readonly maxAgeSeconds?: number
  readonly isUnchanged: boolean
  /** 0 to 1; spreads retries so that feeds of a host that failed together do not return together. */
  readonly jitter: number
}

/** Minutes until a feed that answered is asked again: never sooner than it asks, at most a day, slower while nothing changes. */
export function minutesAfterAnswer(pace: Pace): number {
  const asked = Math.max(pace.ttlMinutes ?? 0, (pace.maxAgeSeconds ?? 0) / 60)
  const rhythm = pace.isUnchanged ? Math.min(pace.intervalMinutes * 1.25, 6 * 60) : pace.defaultMinutes
  return Math.round(Math.min(Math.max(rhythm, pace.defaultMinutes, asked), DAY_MINUTES))
}

/** Minutes until a feed that failed is asked again: Retry-After where given, else doubling with jitter, at most a day; rarely when it is not there. */
export function minutesAfterFailure(
  failure: Failure,
  pace: Pick<Pace, 'defaultMinutes' | 'errorCount' | 'jitter'>,
): number {
  if (failure.kind === 'busy') {
    const asked =
      failure.retryAfterSeconds === undefined ? 60 * 2 ** (pace.errorCount - 1) : failure.retryAfterSeconds / 60
    return Math.ceil(Math.min(Math.max(asked, 1), WEEK_MINUTES))
  }
  if (failure.kind === 'gone') return WEEK_MINUTES
  const doubled = Math.min(pace.defaultMinutes * 2 ** Math.min(pace.errorCount - 1, 10), DAY_MINUTES)
  return Math.round(doubled * (0.75 + pace.jitter / 2))
}

export type Failure = Exclude<Fetched, { kind: 'ok' | 'not-modified' }>

/** What happened, in words for the person who subscribed, ending in what to do. */
export function explainFailure(failure: Failure): string {
  switch (failure.kind) {
    case 'gone':
      return `The feed is gone for good (HTTP ${failure.status}). It is not polled again; remove it or give its new address.`
    case 'not-found':
      return `There is nothing at this address (HTTP ${failure.status}). Check the address; it is tried again less and less often.`
    case 'forbidden':
      return `The server refuses us (HTTP ${failure.status}). It may need an address made for you, or block readers.`
    case 'busy':
      return failure.retryAfterSeconds === undefined
        ? `The server asks for a pause (HTTP ${failure.status}).`
        : `The server asks to be left alone for ${Math.ceil(failure.retryAfterSeconds / 60)} minutes (HTTP ${failure.status}).`
    case 'server-error':
      return `The server has a fault (HTTP ${failure.status}). It is tried again later.`
    case 'client-error':
      return `The server does not accept the request (HTTP ${failure.status}).`
    case 'too-large':
      return `More than ${Math.round(failure.limitBytes / 2 ** 20)} MB came; the rest was not read. Raise the size limit in the settings if the feed is right.`
    case 'timeout':
      return `No whole answer within ${Math.round(failure.afterMs / 1000)} s. It is tried again later.`
    case 'refused-address':
      return `${failure.host} is not fetched: ${failure.reason}. Set TWOSOURCE_ALLOW_PRIVATE=true to allow private addresses.`
    case 'bad-url':
      return `Not an address that can be fetched: ${failure.reason}`
    case 'too-many-redirects':
      return `The address moves on and on (${failure.hops} redirects).`
    case 'network-error':
      return `No connection: ${failure.reason}. It is tried again later.`
    case 'bad-encoding':
      return `The compressed answer could not be unpacked: ${failure.reason}`
  }
}
