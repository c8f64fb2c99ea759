import { hashOf } from '../feeds/content-hash.ts'

/** So many feeds of a list are asked at once; a list of more is somebody's whole collection, or a load test. */
const atOnce = 300
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/**
 * When a feed of a list is polled first: at once for the first of them, for the rest at a time of its own within the hour after,
 * so that no host and no network sees them all together. `before` is how many of the list come before it. ISO 8601, UTC.
 */
export function firstPollAt(start: Date, url: string, before: number): string {
  if (before < atOnce) return start.toISOString()
  const spreadMs = Number.parseInt(hashOf([url]), 36) % HOUR_MS
  return new Date(start.getTime() + MINUTE_MS + spreadMs).toISOString()
}
