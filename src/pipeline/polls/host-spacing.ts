/** Keeps the first requests to the feeds of one host apart. */
export type HostSpacing = {
  /**
   * `atMs` when a feed of the host may be asked now, which then counts as a start; else when its turn is, in milliseconds since
   * 1970: soon where this is a turn given before, behind all others where not.
   */
  turnAt(host: string, atMs: number, isItsTurn: boolean): number
}

export type SpacingOptions = {
  /** So many may start together after a while in which none did. */
  readonly burst: number
  readonly everyMs: number
  /** Hosts whose feeds are not kept apart. */
  readonly isExempt: (host: string) => boolean
}

/** Four feeds of a host may start together, further ones a second apart; this machine may be asked as fast as it answers. */
export const usualSpacing: SpacingOptions = {
  burst: 4,
  everyMs: 1000,
  isExempt: (host) => /^(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])(?::\d+)?$/.test(host),
}

/** Of one host two pages may be looked at again at once, further ones ten seconds apart. */
export const lookSpacing: SpacingOptions = { ...usualSpacing, burst: 2, everyMs: 10_000 }

const MOST_BUCKETS = 10_000

type Bucket = {
  /** When it is full again. */
  fullAt: number
  /** The last turn that was given out. */
  lastTurn: number
}

/**
 * Makes the spacing: for each host a bucket of starts that fills by one each `everyMs` (generic cell rate algorithm). Only a start
 * takes something out of it, so that who comes late to a turn is not too close to the next.
 */
export function hostSpacing({ burst, everyMs, isExempt }: SpacingOptions): HostSpacing {
  const buckets = new Map<string, Bucket>()
  return {
    turnAt(host, atMs, isItsTurn) {
      if (isExempt(host)) return atMs
      if (buckets.size > MOST_BUCKETS)
        for (const [name, { fullAt }] of buckets) if (fullAt <= atMs) buckets.delete(name)
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
