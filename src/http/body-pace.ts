/** So much of long bodies is taken in a second, over all hosts: each megabyte takes a millisecond of the thread that pages need. */
const bytesPerSecond = 16 * 2 ** 20
/** So much before that holds: one long feed is not slowed down. */
const burstBytes = 8 * 2 ** 20
/** Who has to wait waits at least so long: many small pauses cost more than one. */
const leastWaitMs = 25

/** Tells how long to wait after so many bytes, so that no more come on the average than are allowed. */
export type BytePace = { take(bytes: number): number }

/** A bucket of `burst` bytes that fills again at `perSecond`; `nowMs` is any clock that only goes on. */
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

/** The pace of this process. */
export const longBodyPace = bytePace(bytesPerSecond, burstBytes)
