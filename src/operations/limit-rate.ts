/** Where somebody stands: whether this request may go on, how many are left, and in how many seconds there are all again. */
export type Allowance = { readonly isAllowed: boolean; readonly left: number; readonly resetSeconds: number }

/** How many askers are remembered; one more, and the one heard of least lately is forgotten. */
const mostAskers = 10_000

/**
 * Counts requests in memory by a key, so many in each minute. Forgetting an asker gives them a new minute: it is a brake on
 * programs that run away, not a lock.
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
