/** Lets requests through, at most so many per host and in all; the others wait in line. */
export type HostQueue = {
  /** Resolves when it is this request's turn, with a function to call when it is over. */
  enter(host: string): Promise<() => void>
}

/**
 * Makes a queue. First come, first served among the hosts that have room: a slow host holds up nobody but itself.
 * `perHost` and `inFlight` are numbers of requests.
 */
export function hostQueue(perHost: number, inFlight: number): HostQueue {
  const running = new Map<string, number>()
  const waiting = new Map<string, (() => void)[]>()
  /** Hosts that have both somebody waiting and room for them. */
  const ready = new Set<string>()
  let total = 0

  const hasRoom = (host: string) => (running.get(host) ?? 0) < perHost

  const admit = () => {
    for (const host of ready) {
      if (total >= inFlight) return
      const line = waiting.get(host)!
      const next = line.shift()!
      ready.delete(host)
      if (line.length === 0) waiting.delete(host)
      total++
      running.set(host, (running.get(host) ?? 0) + 1)
      if (line.length > 0 && hasRoom(host)) ready.add(host)
      next()
    }
  }

  const leave = (host: string) => {
    total--
    const left = running.get(host)! - 1
    if (left === 0) running.delete(host)
    else running.set(host, left)
    if (waiting.has(host)) ready.add(host)
    admit()
  }

  return {
    enter: (host) =>
      new Promise((resolve) => {
        let hasLeft = false
        const line = waiting.get(host) ?? []
        waiting.set(host, line)
        line.push(() =>
          resolve(() => {
            if (!hasLeft) leave(host)
            hasLeft = true
          }),
        )
        if (hasRoom(host)) ready.add(host)
        admit()
      }),
  }
}
