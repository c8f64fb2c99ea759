/** Purpose of a request. Feeds and pages don't wait for each other: each has its own slots. */
export type QueueLine = 'feeds' | 'pages'

/** Limits concurrent requests per host and in total; the others wait. */
type HostQueue = {
  /** Resolves when the request may start, with a function to call when it ends. */
  enter(host: string, line?: QueueLine): Promise<() => void>
}

/** A request that takes longer makes room for another: most of them end without a result. */
export const SLOW_MS = 2_000
/**
 * How many times more slow requests than quick ones may run. They cost a socket each, and nobody is asked for more because of
 * it.
 */
export const SLOW_SHARE = 4
/** Number of hosts remembered as slow, and for how long. */
const maxSlowHosts = 10_000
const slowForMs = 3_600_000

type Line = {
  quick: number
  /** Quick requests to hosts that were slow recently. */
  suspect: number
  slow: number
  /** Slow requests that don't fit among the slow ones, the oldest first. */
  readonly overdue: Set<() => void>
  readonly waiting: Map<string, ((asSuspect: boolean) => void)[]>
  /** Hosts with waiting requests and free slots. */
  readonly ready: Set<string>
}

/**
 * Creates a queue. `perHost` limits requests to one host, whatever their purpose; `inFlight` limits the quick ones of a line.
 * After `slowMs` a request counts as slow, and {@link SLOW_SHARE} times as many of those may run. Hosts that were slow recently
 * come last and take at most half of the quick slots, so thousands of dead hosts never delay the others for long.
 */
export function hostQueue(perHost: number, inFlight: number, slowMs: number = SLOW_MS): HostQueue {
  const running = new Map<string, number>()
  const lines: Readonly<Record<QueueLine, Line>> = { feeds: newLine(), pages: newLine() }
  const slowUntil = new Map<string, number>()
  const mostSlow = inFlight * SLOW_SHARE
  const mostSuspect = Math.max(1, Math.floor(inFlight / 2))

  const hasRoom = (host: string) => (running.get(host) ?? 0) < perHost
  const isSuspect = (host: string) => (slowUntil.get(host) ?? 0) > performance.now()
  const noteSlow = (host: string) => {
    slowUntil.delete(host)
    slowUntil.set(host, performance.now() + slowForMs)
    const [oldest] = slowUntil.keys()
    if (slowUntil.size > maxSlowHosts && oldest !== undefined) slowUntil.delete(oldest)
  }

  const admit = (line: Line) => {
    if (line.ready.size === 0 || line.quick >= inFlight) return
    for (const host of [...line.ready].filter((each) => !isSuspect(each))) {
      if (line.quick >= inFlight) return
      admitOne(line, host, false)
    }
    for (const host of line.ready) {
      if (line.quick >= inFlight || line.suspect >= mostSuspect) return
      if (isSuspect(host)) admitOne(line, host, true)
    }
  }

  const admitOne = (line: Line, host: string, asSuspect: boolean) => {
    const those = line.waiting.get(host)!
    const next = those.shift()!
    line.ready.delete(host)
    if (those.length === 0) line.waiting.delete(host)
    line.quick++
    if (asSuspect) line.suspect++
    running.set(host, (running.get(host) ?? 0) + 1)
    if (!hasRoom(host)) for (const each of Object.values(lines)) each.ready.delete(host)
    else if (those.length > 0) line.ready.add(host)
    next(asSuspect)
  }

  /** Starts a waiting request and returns a function to call when it ends. */
  const begin = (line: Line, host: string, wasSuspect: boolean) => {
    let state: 'quick' | 'slow' | 'left' = 'quick'
    const becomeSlow = () => {
      line.overdue.delete(becomeSlow)
      state = 'slow'
      line.quick--
      if (wasSuspect) line.suspect--
      line.slow++
      admit(line)
    }
    const timer = setTimeout(() => {
      noteSlow(host)
      line.overdue.add(becomeSlow)
      if (line.slow < mostSlow) becomeSlow()
    }, slowMs).unref()
    return () => {
      if (state === 'left') return
      clearTimeout(timer)
      const isOverdue = line.overdue.delete(becomeSlow)
      if (state === 'quick' && !isOverdue) slowUntil.delete(host)
      if (state === 'slow') line.slow--
      else {
        line.quick--
        if (wasSuspect) line.suspect--
      }
      const [oldest] = line.overdue
      if (state === 'slow' && oldest) oldest()
      state = 'left'
      leave(host, line)
    }
  }

  const leave = (host: string, line: Line) => {
    const left = running.get(host)! - 1
    if (left === 0) running.delete(host)
    else running.set(host, left)
    for (const each of [line, ...Object.values(lines).filter((other) => other !== line)]) {
      if (each.waiting.has(host) && hasRoom(host)) each.ready.add(host)
      admit(each)
    }
  }

  return {
    enter: (host, name = 'pages') =>
      new Promise((resolve) => {
        const line = lines[name]
        const those = line.waiting.get(host) ?? []
        line.waiting.set(host, those)
        those.push((asSuspect) => resolve(begin(line, host, asSuspect)))
        if (hasRoom(host)) line.ready.add(host)
        admit(line)
      }),
  }
}

const newLine = (): Line => ({
  quick: 0,
  suspect: 0,
  slow: 0,
  overdue: new Set(),
  waiting: new Map(),
  ready: new Set(),
})
