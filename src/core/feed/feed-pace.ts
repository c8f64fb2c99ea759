/** What a feed asks of whoever reads it, in its own document. */
export type FeedAsks = {
  /** How long to leave it alone, in minutes (RSS ttl, sy:updatePeriod). */
  readonly ttlMinutes?: number
  /** Hours of the day in GMT, 0 to 23, in which not to ask (RSS skipHours). */
  readonly skipHours?: readonly number[]
  /** Days of the week in GMT, 0 being Sunday, on which not to ask (RSS skipDays). */
  readonly skipDays?: readonly number[]
}

/** What is remembered of a feed to decide when to ask it again: its last whole document, and how it has behaved since. */
export type FeedPace = FeedAsks & {
  /** How long its last answer said it stays fresh, in seconds (Cache-Control, Expires). */
  readonly freshSeconds?: number
  /** Usual time between two of its entries, in minutes, by the times they carry. */
  readonly gapMinutes?: number
  /** When its newest entry was published, ISO 8601. */
  readonly newestAt?: string
  /** When new entries were found, ISO 8601, the newest last. */
  readonly arrivals?: readonly string[]
  /** Where the validators come from, when that is not its own address. */
  readonly heldFrom?: string
  /** When it last came whole, or, for one of which that is not known, first was as it was; ISO 8601. */
  readonly wholeAt?: string
  /** How many times in a row it said that it is gone. */
  readonly goneCount?: number
}

/**
 * Why a feed is asked again when it is: `usual` the default pace · `asked` it asks to be left alone so long · `rhythm` it posts
 * rarely · `quiet` it brought nothing new · `same-bytes` it sends everything again each time · `skipped` it names hours or days ·
 * `pushed` its hub tells us · `host-paused` its server asked for a pause · `failing` · `missing` nothing is there any more ·
 * `gone` it says it is gone, which is made sure of · `by-hand` somebody asked · `turn` others of its host go first · `asked-now`
 * a request is under way.
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

/** A pause nobody means seriously ends here: after 30 days. */
export const longestPauseSeconds = 30 * 24 * 3600

/** Until when a host, with its port, asked to be left alone. */
export type HostPause = {
  readonly host: string
  /** ISO 8601. */
  readonly until: string
  /** Pauses in a row it did not say the length of. */
  readonly unsaidCount: number
}
