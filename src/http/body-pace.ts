/** Bytes of long bodies read per second, over all hosts: each megabyte takes a millisecond of the thread that pages need. */
const bytesPerSecond = 16 * 2 ** 20
/** Bytes allowed before the rate applies, so that a single long feed isn't slowed down. */
const burstBytes = 8 * 2 ** 20
/** The shortest wait: many small pauses cost more than one. */
const leastWaitMs = 25

/** Returns how long to wait after so many bytes, in milliseconds, to stay below the average rate. */
type BytePace = { take(bytes: number): number }

/** A bucket of `burst` bytes, refilled at `perSecond`; `nowMs` is any monotonic clock. */
export function bytePace(perSecond: number, burst: number, nowMs: () => number = () => performance.now()): BytePace {
  let owed = 0
  let at = nowMs()
  return {
    take(bytes) {
      const now = nowMs()
      owed = Math.max(0, owed - ((now - at) / 1000) * perSecond) + bytes
      at = now
      return owed <= burst ? 0 : Math.max(leastWaitMs, Math.ceil(((owed - burst) / perSecond) * 1000))
    },
  }
}

export const longBodyPace = bytePace(bytesPerSecond, burstBytes)
