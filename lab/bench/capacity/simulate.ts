import { randomNumbers } from '../material/random-numbers.ts'
import type { Costs } from './costs.ts'
import { createEventQueue } from './event-queue.ts'
import { createResource, type Resource } from './resource.ts'

/** Machines and load. */
export type Plan = {
  /** Cores of each machine that reads and decides, and how many articles each has in hand at once. */
  readonly workers: readonly { readonly cores: number; readonly inHand: number }[]
  /** Cores of the database; absent where it is a file in the worker's process, which then does that work itself. */
  readonly databaseCores?: number
  /** The database runs on the first worker's machine and shares its cores. */
  readonly isOneMachine?: boolean
  /** Share of each lane's language in what comes in; together 1. */
  readonly languages: readonly number[]
  /** How long a page takes to come. */
  readonly fetchMs: number
  /** So many articles that are all there at the start, or so many a second for so long. */
  readonly load: { readonly articles: number } | { readonly perSecond: number; readonly seconds: number }
  readonly seed: number
}

export type Outcome = {
  readonly articles: number
  /** Until the last was done. */
  readonly wallSeconds: number
  readonly perSecond: number
  /** From when it came in until it stood in its story, in seconds. */
  readonly p50Seconds: number
  readonly p95Seconds: number
  /** How busy each was, 0 to 1: of the workers all together, the busiest lane. */
  readonly workersBusy: number
  readonly databaseBusy: number
  readonly laneBusy: number
}

/**
 * Discrete-event simulation of the walk of an article over machines: its page comes, a thread of a worker reads it, its lane
 * decides, a core of the database writes; who wants the same core takes turns. Costs vary by article (log-normal, the spread of the pages measured); deterministic for
 * a seed. What it leaves out: garbage collection, memory and disks that are slower than measured, machines that fail.
 */
export function simulate(plan: Plan, costs: Costs): Outcome {
  const events = createEventQueue()
  let now = 0
  const clock = () => now
  const random = randomNumbers(plan.seed)
  const cores = plan.workers.map(({ cores }, index) => createResource(`worker ${index}`, cores, events, clock))
  /** As many articles are read at once as there are cores. */
  const readers = plan.workers.map(({ cores }, index) => createResource(`readers ${index}`, cores, events, clock))
  const database =
    plan.databaseCores === undefined || plan.isOneMachine
      ? (cores[0] as Resource)
      : createResource('database', plan.databaseCores, events, clock)
  const lanes = plan.languages.map((_, index) => createResource(`lane ${index}`, 1, events, clock))
  const room = plan.workers.map(({ inHand }) => inHand)
  /** Jobs that no worker has in hand yet, by when they came in. */
  const jobs: number[] = []
  let taken = 0
  const took: number[] = []
  let databaseMs = 0
  const ask = (ms: number, then: () => void) => {
    databaseMs += ms
    database.share(ms, then)
  }

  const work = (worker: number, since: number, done: () => void) => {
    const core = cores[worker] as Resource
    const lane = lanes[pick(plan.languages, random())] as Resource
    const digestMs = costs.digestMs * spread(random)
    const decide = () =>
      lane.take((leave) =>
        core.share(costs.decideMs, () =>
          ask(costs.laneDatabaseMs, () => {
            leave()
            ask(costs.otherDatabaseMs, () =>
              core.share(costs.refreshMs, () => {
                took.push(now - since)
                done()
              }),
            )
          }),
        ),
      )
    const read = () =>
      (readers[worker] as Resource).take((leave) =>
        core.share(digestMs, () => {
          leave()
          decide()
        }),
      )
    events.put(now + plan.fetchMs * -Math.log(1 - random()), read)
  }
  /** Each worker takes the oldest jobs while it has room; they take turns, as claims do. */
  const claim = () => {
    for (let worker = 0; taken < jobs.length && room.some((count) => count > 0); worker = (worker + 1) % room.length) {
      const count = room[worker] ?? 0
      if (count === 0) continue
      room[worker] = count - 1
      work(worker, jobs[taken] as number, () => {
        room[worker] = (room[worker] ?? 0) + 1
        claim()
      })
      taken += 1
    }
  }
  const arrive = () => {
    jobs.push(now)
    claim()
  }

  if ('articles' in plan.load) {
    for (let left = plan.load.articles; left > 0; left -= 1) events.put(0, arrive)
  } else {
    const { perSecond, seconds } = plan.load
    for (let at = 0; at < seconds * 1000; at += (-Math.log(1 - random()) * 1000) / perSecond) events.put(at, arrive)
  }
  for (let event = events.next(); event; event = events.next()) {
    now = event.atMs
    event.run()
  }
  const sorted = took.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) / 1000
  const coreCount = plan.workers.reduce((sum, { cores }) => sum + cores, 0)
  const share = (busy: number, of: number) => (now === 0 ? 0 : busy / (now * of))
  return {
    articles: took.length,
    wallSeconds: now / 1000,
    perSecond: now === 0 ? 0 : (took.length * 1000) / now,
    p50Seconds: at(0.5),
    p95Seconds: at(0.95),
    workersBusy: share(
      cores.reduce((sum, core) => sum + core.busyMs(), 0),
      coreCount,
    ),
    databaseBusy: share(databaseMs, plan.databaseCores ?? 1),
    laneBusy: Math.max(...lanes.map((lane) => share(lane.busyMs(), 1))),
  }
}

/** Multipliers with a mean of 1: pages are of very different lengths. */
function spread(random: () => number): number {
  const sigma = 0.6
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return Math.exp(sigma * normal - sigma ** 2 / 2)
}

function pick(shares: readonly number[], at: number): number {
  let sum = 0
  for (const [index, share] of shares.entries()) {
    sum += share
    if (at < sum) return index
  }
  return shares.length - 1
}
