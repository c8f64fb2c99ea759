import { type HostPause, maxPauseSeconds } from '../core/feed/feed-pace.ts'
import type { FetchResult } from '../core/fetch-result.ts'

const HOUR_MS = 3_600_000
/** A pause without a stated length lasts an hour, the next one twice as long, up to a day. */
const MAX_UNSTATED_HOURS = 24

/** Hosts (name and port) that asked for a pause, by 429 or 503. */
export type HostPauses = {
  /** When the pause ends, in milliseconds since 1970; undefined if there is none. */
  untilOf(host: string): number | undefined
  record(host: string, answer: FetchResult): void
  /** Changes since the last call. */
  unsaved(): readonly HostPause[]
  /**
   * Ends pauses further in the future than any may be within a day: they were recorded while the clock was ahead, so their real
   * length is unknown. Call it when the clock has been steady.
   */
  shortenFuture(): void
  /** Adds stored pauses, including those of other processes; the longer one wins. */
  add(pauses: readonly HostPause[]): void
}

/** Beyond this many hosts, those whose pause is over and saved are forgotten. */
const MOST_HOSTS = 10_000

/** Creates an empty list. A pause applies to everything on the host and port, whichever URL caused it. */
export function hostPauses(now: () => Date): HostPauses {
  const known = new Map<string, HostPause>()
  const changed = new Set<string>()

  const set = (pause: HostPause) => {
    known.set(pause.host, pause)
    changed.add(pause.host)
    if (known.size > MOST_HOSTS) forgetThoseOver()
  }
  const forgetThoseOver = () => {
    const at = now().toISOString()
    for (const { host, until } of known.values()) if (until < at && !changed.has(host)) known.delete(host)
  }

  return {
    untilOf(host) {
      const pause = known.get(host)
      const until = pause === undefined ? 0 : Date.parse(pause.until)
      return until > now().getTime() ? until : undefined
    },
    record(host, answer) {
      const before = known.get(host)
      if (answer.kind === 'ok' || answer.kind === 'not-modified') {
        if (before?.unsaidCount) set({ ...before, unsaidCount: 0 })
        return
      }
      if (answer.kind !== 'busy' || answer.isHeld) return
      const unsaidCount = answer.retryAfterSeconds === undefined ? (before?.unsaidCount ?? 0) + 1 : 0
      const until = now().getTime() + lengthMs(answer.retryAfterSeconds, unsaidCount)
      if (before && Date.parse(before.until) >= until) return
      set({ host, until: new Date(until).toISOString(), unsaidCount })
    },
    unsaved() {
      const pauses = [...changed].map((host) => known.get(host)!)
      changed.clear()
      return pauses
    },
    shortenFuture() {
      const nowMs = now().getTime()
      const until = new Date(nowMs + MAX_UNSTATED_HOURS * HOUR_MS).toISOString()
      for (const pause of known.values())
        if (Date.parse(pause.until) > nowMs + maxPauseSeconds * 1000 + HOUR_MS) set({ ...pause, until })
    },
    add(pauses) {
      for (const pause of pauses) {
        const before = known.get(pause.host)
        if (!before || before.until < pause.until) known.set(pause.host, pause)
      }
    },
  }
}

function lengthMs(saidSeconds: number | undefined, unsaidCount: number): number {
  if (saidSeconds !== undefined) return Math.min(saidSeconds, maxPauseSeconds) * 1000
  return Math.min(2 ** (unsaidCount - 1), MAX_UNSTATED_HOURS) * HOUR_MS
}
