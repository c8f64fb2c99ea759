import { type HostPause, longestPauseSeconds } from '../core/feed/feed-pace.ts'
import type { Fetched } from '../core/fetched.ts'

const HOUR_MS = 3_600_000
/** Without a length a pause lasts an hour, the next one twice as long, up to a day. */
const LONGEST_UNSAID_HOURS = 24

/** Which hosts (name and port) asked to be left alone, by 429 or 503. */
export type HostPauses = {
  /** Until when, in milliseconds since 1970; undefined: it may be asked. */
  untilOf(host: string): number | undefined
  /** Takes in what a host answered. */
  heard(host: string, answer: Fetched): void
  /** What has changed since this was last called. */
  unsaved(): readonly HostPause[]
  /**
   * Ends within a day what lies further ahead than any pause may: its length is not known, since it was heard while the clock was ahead.
   * For a clock that has been steady.
   */
  bringBack(): void
  /** Takes in pauses that were kept, also by another process; the longer one holds. */
  know(pauses: readonly HostPause[]): void
}

/** Of more hosts than this, those are forgotten whose pause is over and written down. */
const MOST_HOSTS = 10_000

/** Makes the list, empty. A pause holds for all that lives on the host and port, whatever the address that was answered. */
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
    heard(host, answer) {
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
    bringBack() {
      const nowMs = now().getTime()
      const until = new Date(nowMs + LONGEST_UNSAID_HOURS * HOUR_MS).toISOString()
      for (const pause of known.values())
        if (Date.parse(pause.until) > nowMs + longestPauseSeconds * 1000 + HOUR_MS) set({ ...pause, until })
    },
    know(pauses) {
      for (const pause of pauses) {
        const before = known.get(pause.host)
        if (!before || before.until < pause.until) known.set(pause.host, pause)
      }
    },
  }
}

function lengthMs(saidSeconds: number | undefined, unsaidCount: number): number {
  if (saidSeconds !== undefined) return Math.min(saidSeconds, longestPauseSeconds) * 1000
  return Math.min(2 ** (unsaidCount - 1), LONGEST_UNSAID_HOURS) * HOUR_MS
}
