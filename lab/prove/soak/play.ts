import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { DatabaseHost } from '../cluster/database-host.ts'
import { killOne, meantBy, type Takeover } from '../cluster/kill-workers.ts'
import type { Newsroom } from '../cluster/newsroom.ts'
import { pollNow } from '../cluster/progress.ts'
import type { Reader } from './reader.ts'
import { type Course, takeSample, writeCourse } from './sample.ts'
import type { Soaked } from './soak-crew.ts'
import { JUMP_SECONDS, type Mishap } from './timetable.ts'

/** What a soak is played with. */
export type Scene = {
  readonly course: Course
  readonly newsroom: Newsroom
  readonly database: string
  readonly server: DatabaseHost | undefined
  readonly processes: readonly Soaked[]
  /** Those that may be killed. */
  readonly mortal: readonly Soaked[]
  readonly reader: Reader
  readonly out: string
  /** Entries that are out when it begins. */
  readonly backlog: number
}

const PUBLISH_MS = 5000
const POLL_MS = 30_000
const SAMPLES = 240

/** What came of the mishaps. */
export type Happened = { kills: number; restarts: number; jumps: number; readonly takeovers: Takeover[] }

/** Plays a soak to its end: news comes out, mishaps happen by their timetable, and all the while samples are taken. */
export async function play(scene: Scene, mishaps: readonly Mishap[], seconds: number): Promise<Happened> {
  const startedAt = performance.now()
  const elapsed = () => (performance.now() - startedAt) / 1000
  const happened: Happened = { kills: 0, restarts: 0, jumps: 0, takeovers: [] }
  const { newsroom, course, backlog } = scene
  const count = newsroom.news.entries.length
  const publishedAt = (at: number) => Math.min(count, Math.round(backlog + ((count - backlog) * at) / seconds))
  const every = async (ms: number, work: () => Promise<void>) => {
    while (elapsed() < seconds) {
      await work().catch((error: unknown) => console.error(String(error)))
      await sleep(Math.min(ms, Math.max(0, (seconds - elapsed()) * 1000)))
    }
  }
  const sampleMs = Math.max(1000, (seconds * 1000) / SAMPLES)
  await Promise.all([
    every(PUBLISH_MS, () => newsroom.release(publishedAt(elapsed()), 0)),
    every(Math.min(POLL_MS, (seconds * 1000) / 4), () => pollNow(scene.database)),
    every(sampleMs, async () => {
      course.samples.push(await takeSample(scene.processes, scene.database, elapsed(), publishedAt(elapsed())))
      writeCourse(join(scene.out, `soak-${course.store}.json`), course)
    }),
    befall(scene, mishaps, elapsed, happened),
  ])
  return happened
}

async function befall(
  scene: Scene,
  mishaps: readonly Mishap[],
  elapsed: () => number,
  happened: Happened,
): Promise<void> {
  const late: Promise<unknown>[] = []
  for (const mishap of mishaps) {
    await sleep(Math.max(0, (mishap.atSeconds - elapsed()) * 1000))
    const { kind } = mishap
    const begun = elapsed()
    const what = await carryOut(scene, mishap, happened, late)
    // Somebody who has an article in hand may have been looked for before the kill.
    const atSeconds = Math.round(kind === 'kill' ? elapsed() : begun)
    scene.course.happenings.push({ atSeconds, kind, what })
  }
  await Promise.all(late)
}

async function carryOut(
  { server, database, processes, mortal }: Scene,
  mishap: Mishap,
  happened: Happened,
  late: Promise<unknown>[],
): Promise<string> {
  switch (mishap.kind) {
    case 'kill': {
      for (const { setClock } of mortal) setClock(0)
      const members = mortal.map(({ member }) => member)
      const killing = await killOne(members, database, meantBy(happened.kills))
      happened.kills += 1
      late.push(killing.takeover.then((takeover) => takeover && happened.takeovers.push(takeover)))
      return `kill -9, ${killing.jobsInHand} jobs in hand`
    }
    case 'restart':
      await server?.stop(mishap.mode)
      await server?.start()
      happened.restarts += 1
      return `PostgreSQL restarted (${mishap.mode})`
    case 'jump': {
      const soaked = processes[Math.floor(mishap.who * processes.length)]!
      soaked.setClock(mishap.aheadMs)
      happened.jumps += 1
      late.push(sleep(JUMP_SECONDS * 1000).then(() => soaked.setClock(0)))
      return `clock of ${soaked.member.name} ${mishap.aheadMs / 60_000} min ahead`
    }
  }
}
