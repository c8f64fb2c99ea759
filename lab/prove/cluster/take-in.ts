import { type Crew, type Member, openCrew } from './crew.ts'
import { type Examined, examine, storiesOf } from './examine.ts'
import { finishWork } from './finish-work.ts'
import type { Furniture } from './instance.ts'
import { furnish } from './instance.ts'
import type { Newsroom } from './newsroom.ts'
import { pollNow, progressOf, until, untilStill } from './progress.ts'

/** A run: news comes in step by step, processes take it in, something may happen to them, and what was kept is examined. */
export type Run = {
  readonly newsroom: Newsroom
  /** A database with nothing in it. */
  readonly database: string
  /** Settings with which its tables are made and its instance is furnished. */
  readonly settings: Readonly<Record<string, string>>
  /** Starts the processes; those answered are the ones that may be killed. */
  readonly startCrew: (crew: Crew) => readonly Member[]
  /** In which order entries are published; 0: that of time. */
  readonly order?: number
  readonly steps?: number
  /** Once the instance stands, before any process of the product runs. */
  readonly prepare?: () => Promise<void>
  /** What happens after the entries of a step are out, while they are taken in. */
  readonly disturb?: (live: Live, step: number) => Promise<void>
  /** Before the processes are stopped for good. */
  readonly beforeEnd?: () => Promise<void>
  /** While nothing moves for so long, all that is left is thought to wait for leases of the dead. */
  readonly idleMs?: number
}

export type Live = { readonly crew: Crew; readonly workers: readonly Member[]; readonly token: string }

export type TakenIn = Examined & {
  /** As `stories`, before all of them were looked over once more. */
  readonly storiesBefore: readonly string[]
  readonly wallSeconds: number
  /** Of all processes of the product. */
  readonly cpuSeconds: number
  /** Of that, until they had started and asked every feed once, which had nothing yet. */
  readonly startCpuSeconds: number
  readonly fallen: readonly string[]
  readonly events: Readonly<Record<string, number>>
  readonly complaints: readonly string[]
  /** Jobs and entries left when nothing moved any more, and taken over once leases had run out. */
  readonly leftToLeases: number
}

/** Starting and asking every feed once takes no longer than this; taking in the entries of a step is not waited for longer. */
const FIRST_ROUND_MS = 300_000
const STEP_MS = 3000
/** In the end nothing has to wait for a lease: what does not move for so long never will. */
const END_IDLE_MS = 20_000

/** Carries out a run from an empty database to the examination of what it holds. */
export async function takeIn(run: Run): Promise<TakenIn> {
  const { newsroom, database, order = 0, steps = 4, idleMs = 20_000 } = run
  const count = newsroom.news.entries.length
  await newsroom.release(0, order)
  const furniture: Furniture = { feeds: newsroom.feeds, hook: newsroom.hook }
  const token = await furnish(run.settings, furniture)
  await run.prepare?.()
  const crew = openCrew()
  try {
    const workers = run.startCrew(crew)
    // What a first round brings is told to no webhook.
    await until(FIRST_ROUND_MS, async () => (await progressOf(database)).feedsToAsk === 0)
    const startCpuSeconds = cpuOf(crew)
    const startedAt = performance.now()
    for (let step = 1; step <= steps; step += 1) {
      const published = Math.ceil((count * step) / steps)
      await newsroom.release(published, order)
      await pollNow(database)
      await run.disturb?.({ crew, workers, token }, step)
      await until(STEP_MS, async () => (await progressOf(database)).entries >= published)
    }
    await untilStill(database, idleMs, ({ entries, jobs }) => entries >= count && jobs === 0)
    const wallSeconds = (performance.now() - startedAt) / 1000
    await run.beforeEnd?.()
    const storiesBefore = await storiesOf(database, newsroom.news)
    const left = await finishWork(crew, () => workers[0]?.start(), database, count, END_IDLE_MS)
    return {
      ...(await examine(database, newsroom.news, await newsroom.told())),
      storiesBefore,
      wallSeconds: Number(wallSeconds.toFixed(1)),
      cpuSeconds: Number(cpuOf(crew).toFixed(1)),
      startCpuSeconds: Number(startCpuSeconds.toFixed(1)),
      fallen: crew.fallen,
      events: sumOf(crew.members.map(({ events }) => events)),
      complaints: [...new Set(crew.members.flatMap(({ complaints }) => [...complaints.values()]))].slice(0, 6),
      leftToLeases: left,
    }
  } finally {
    await crew.stopAll()
  }
}

function cpuOf({ members }: Crew): number {
  return members.reduce((sum, member) => sum + member.cpuSeconds(), 0)
}

function sumOf(counts: readonly ReadonlyMap<string, number>[]): Readonly<Record<string, number>> {
  const sum: Record<string, number> = {}
  for (const each of counts) for (const [name, count] of each) sum[name] = (sum[name] ?? 0) + count
  return sum
}
