/** What requests are for. Feeds and pages do not wait for each other: each has slots of its own. */
export type QueueLine = 'feeds' | 'pages'

/** Lets requests through, at most so many per host and in all; the others wait in line. */
export type HostQueue = {
  /** Resolves when it is this request's turn, with a function to call when it is over. */
  enter(host: string, line?: QueueLine): Promise<() => void>
}

/** A request that takes longer than this makes room for another: most that take so long end with nothing. */
export const SLOW_MS = 2_000
/** So many times as many slow requests may be under way as quick ones. They cost a socket each, and nobody is asked more for it. */
export const SLOW_SHARE = 4
/** Hosts that are remembered as slow, and for how long. */
const mostSlowHosts = 10_000
const slowForMs = 3_600_000

type Line = {
  quick: number
  /** Of the quick ones, those to hosts that were slow lately. */
  suspect: number
  slow: number
  /** Slow requests for which there is no room among the slow ones, the oldest first. */
  readonly overdue: Set<() => void>
  readonly waiting: Map<string, ((asSuspect: boolean) => void)[]>
  /** Hosts that have both somebody waiting and room for them. */
  readonly ready: Set<string>
}

/**
 * Makes a queue. `perHost` counts requests to one host, whatever they are for; `inFlight` those of a line that are quick. What has taken
 * longer than `slowMs` counts as slow, and {@link SLOW_SHARE} times as many of these may be under way. Hosts that were slow lately
 * come after all others and take no more than half of the quick slots: so thousands of dead hosts hold up no other one for long.
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
    if (slowUntil.size > mostSlowHosts && oldest !== undefined) slowUntil.delete(oldest)
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

  /** Begins a request that was let in, and answers what to call when it is over. */
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
