/** Whether this request is allowed, how many remain, and the seconds until all are available again. */
export type Allowance = { readonly isAllowed: boolean; readonly left: number; readonly resetSeconds: number }

/** Most clients remembered; beyond that, the one least recently seen is forgotten. */
const mostAskers = 10_000

/**
 * Counts requests by key in memory, `perMinute` of them in each minute. A forgotten client starts a new minute: this slows runaway
 * programs and is no security measure.
 */
export function limitRate(perMinute: number, now: () => number): (key: string) => Allowance {
  const minutes = new Map<string, { startedAt: number; count: number }>()
  return (key) => {
    const at = now()
    const known = minutes.get(key)
    const isCurrent = known !== undefined && at - known.startedAt < 60_000 && at >= known.startedAt
    const minute = isCurrent ? known : { startedAt: at, count: 0 }
    minute.count++
    minutes.delete(key)
    minutes.set(key, minute)
    const oldest = minutes.size > mostAskers ? minutes.keys().next() : undefined
    if (oldest && !oldest.done) minutes.delete(oldest.value)
    return {
      isAllowed: minute.count <= perMinute,
      left: Math.max(0, perMinute - minute.count),
      resetSeconds: Math.ceil((minute.startedAt + 60_000 - at) / 1000),
    }
  }
}
