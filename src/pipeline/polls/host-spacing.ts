/** Spaces out the first requests to the feeds of one host. */
export type HostSpacing = {
  /**
   * Returns `atMs` when a feed of the host may be polled now, which counts as a start; else the time of its turn, in milliseconds since
   * 1970: soon when it already waited for a turn, after all others when not.
   */
  turnAt(host: string, atMs: number, isItsTurn: boolean): number
}

type SpacingOptions = {
  /** Feeds that may start together after a quiet period. */
  readonly burst: number
  readonly everyMs: number
  /** Hosts whose feeds are not spaced out. */
  readonly isExempt: (host: string) => boolean
}

/** Four feeds of a host may start together, further ones a second apart; this machine itself is not limited. */
export const usualSpacing: SpacingOptions = {
  burst: 4,
  everyMs: 1000,
  isExempt: (host) => /^(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])(?::\d+)?$/.test(host),
}

/** Two pages of one host may be rechecked at once, further ones ten seconds apart. */
export const recheckSpacing: SpacingOptions = { ...usualSpacing, burst: 2, everyMs: 10_000 }

const MAX_BUCKETS = 10_000

type Bucket = {
  /** When the bucket is full again. */
  fullAt: number
  /** The last turn that was assigned. */
  lastTurn: number
}

/**
 * Creates the spacing: for each host a bucket of starts that refills by one each `everyMs` (generic cell rate algorithm). Only an actual
 * start takes from it, so a feed that comes late to its turn is not too close to the next.
 */
export function hostSpacing({ burst, everyMs, isExempt }: SpacingOptions): HostSpacing {
  const buckets = new Map<string, Bucket>()
  return {
    turnAt(host, atMs, isItsTurn) {
      if (isExempt(host)) return atMs
      if (buckets.size > MAX_BUCKETS) for (const [name, { fullAt }] of buckets) if (fullAt <= atMs) buckets.delete(name)
      const bucket = buckets.get(host) ?? { fullAt: 0, lastTurn: 0 }
      buckets.set(host, bucket)
      const free = bucket.fullAt - (burst - 1) * everyMs
      if (free <= atMs) {
        bucket.fullAt = Math.max(bucket.fullAt, atMs) + everyMs
        return atMs
      }
      if (isItsTurn) return free
      bucket.lastTurn = Math.max(bucket.lastTurn + everyMs, free)
      return bucket.lastTurn
    },
  }
}
