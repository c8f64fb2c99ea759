/** When the feeds of the personas post, and what is in their documents at a time. All of it follows from numbers. */

export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS
/** When the simulated month begins: a Monday. */
export const START_MS = Date.parse('2026-01-05T00:00:00Z')

export type Posting = {
  /** Number of the feed. */
  readonly feed: number
  /** Entries in a document. */
  readonly window: number
  readonly everyMinutes: number
}

/** A number below `below` that is the same for the same seeds and spread evenly. */
export function spread(below: number, ...seeds: readonly number[]): number {
  let state = 2_166_136_261
  for (const seed of seeds) {
    state = Math.imul(state ^ (seed & 0xffff), 16_777_619) >>> 0
    state = Math.imul(state ^ (seed >>> 16), 16_777_619) >>> 0
    state ^= state >>> 13
  }
  return (Math.imul(state, 2_654_435_761) >>> 0) % below
}

/** When entry `number` of a feed is published; a document is full when the month begins. */
export function publishedMs({ feed, window, everyMinutes }: Posting, number: number): number {
  const lateMinutes = spread(Math.max(1, Math.floor(everyMinutes / 2)), feed, number)
  return START_MS + ((number - window) * everyMinutes + lateMinutes) * MINUTE_MS
}

/** The number of the newest entry at a time. */
export function newestAt(posting: Posting, atMs: number): number {
  const number = Math.floor((atMs - START_MS) / MINUTE_MS / posting.everyMinutes) + posting.window
  return publishedMs(posting, number) <= atMs ? number : number - 1
}

/** How often a feed posts: one of twenty each hour, three each day, six every third day, the others weekly. */
export function usualMinutes(feed: number): number {
  const kind = spread(20, feed, 77)
  if (kind === 0) return 60
  if (kind < 4) return 24 * 60
  return kind < 10 ? 3 * 24 * 60 : 7 * 24 * 60
}
