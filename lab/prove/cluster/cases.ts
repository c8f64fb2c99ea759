import { setTimeout as sleep } from 'node:timers/promises'
import { ask } from './database-access.ts'
import { startStandby } from './database-host.ts'
import { type Killing, killOne, meantBy } from './kill-workers.ts'
import { hearWitness, holdersOf, setWitness } from './lane-witness.ts'
import { type Marking, startMarking } from './marking.ts'
import type { Scale } from './scale.ts'
import type { Stage } from './stage.ts'
import { type Run, type TakenIn, takeIn } from './take-in.ts'

/** What came of a case. */
export type Played = TakenIn & {
  readonly name: string
  /** What was done, in words. */
  readonly tried: string
  /** What else was wrong, by kind. */
  readonly more: Readonly<Record<string, number>>
  /** Seconds and counts worth knowing. */
  readonly figures: Readonly<Record<string, number>>
}

/** Between two kills; a process needs a second or two until it works. */
const LONGEST_PEACE_MS = 2500
/** Of so many kills some must have met a worker with an article in hand. */
const SOME_AT_WORK = 20

const furnishing = (database: string) => ({ TWOSOURCE_DATABASE: database, TWOSOURCE_ALLOW_PRIVATE: 'true' })

/** One process takes in everything: on its own file, or on PostgreSQL; in the order of time, or in another one. */
export async function alone(stage: Stage, name: string, on: 'file' | 'server', order = 0): Promise<Played> {
  const { nodes, newsroom } = stage
  const url = on === 'server' ? await stage.freshDatabase(name) : undefined
  const played = await takeIn({
    newsroom,
    database: url ?? nodes.fileOf(name),
    settings: { TWOSOURCE_DATA: nodes.folderOf(name), TWOSOURCE_ALLOW_PRIVATE: 'true', ...(url && furnishing(url)) },
    order,
    startCrew: (crew) => [nodes.whole(crew, stage.host('b'), name, url)],
  })
  return { name, tried: order === 0 ? 'in the order of time' : 'in another order', more: {}, figures: {}, ...played }
}

/** Four workers on two hosts and two web nodes take in everything, and something happens to them. */
async function together(
  stage: Stage,
  name: string,
  { steps, disturb, idleMs }: Pick<Run, 'steps' | 'disturb' | 'idleMs'>,
): Promise<Played> {
  const database = await stage.freshDatabase(name)
  let marking: Marking | undefined
  const played = await takeIn({
    newsroom: stage.newsroom,
    database,
    settings: { ...furnishing(database), TWOSOURCE_DATA: stage.nodes.folderOf(name) },
    prepare: () => setWitness(database),
    startCrew: (crew) => stage.startCluster(crew, database),
    async disturb(live, step) {
      marking ??= startMarking(`http://${stage.host('b').address}:${stage.nodes.webPort}`, live.token, database)
      await disturb?.(live, step)
    },
    beforeEnd: async () => marking?.pause(),
    ...(steps !== undefined && { steps }),
    ...(idleMs !== undefined && { idleMs }),
  })
  const marks = await marking?.stop()
  const { writes, strayed } = await hearWitness(database)
  return {
    name,
    tried: 'workers on 2 hosts, web nodes',
    ...played,
    more: {
      'acknowledged marks lost': marks?.lost ?? 0,
      'writes by somebody who held no lane': strayed,
      'processes that fell': played.fallen.length,
      ...(writes === 0 && { 'writes that were not witnessed': 1 }),
    },
    figures: {
      acknowledgedMarks: marks?.acknowledged ?? 0,
      refusedMarks: marks?.refused ?? 0,
      longestWithoutMarkSeconds: seconds(marks?.longestGapMs ?? 0),
    },
  }
}

/** Nothing happens to them. */
export const quiet = (stage: Stage): Promise<Played> => together(stage, 'cluster', {})

/** A worker drawn by lot is killed again and again, by turns one that has an article in hand, one that decides in a lane, and any. */
export async function killed(stage: Stage, { kills, killSteps, leaseIdleMs }: Scale): Promise<Played> {
  const killings: Killing[] = []
  const played = await together(stage, 'killed', {
    steps: killSteps,
    idleMs: leaseIdleMs,
    async disturb({ workers }, step) {
      const upTo = Math.round((kills * step) / killSteps)
      while (killings.length < upTo) {
        await sleep(Math.random() * LONGEST_PEACE_MS)
        killings.push(await killOne(workers, databaseOf(stage, 'killed'), meantBy(killings.length)))
      }
    },
  })
  const takeovers = (await Promise.all(killings.map(({ takeover }) => takeover))).flatMap((each) => each ?? [])
  const hadJobsInHand = killings.filter(({ jobsInHand }) => jobsInHand > 0).length
  const takeoverMs = takeovers.map(({ afterMs }) => afterMs).toSorted((one, other) => one - other)
  return {
    ...played,
    tried: `kill -9 of a worker, ${killings.length} times`,
    more: {
      ...played.more,
      'kills too few': kills - killings.length,
      // A third of the kills looks for one: of a few none may have been found.
      'kills but of nobody at work': kills >= SOME_AT_WORK && hadJobsInHand === 0 ? kills : 0,
    },
    figures: {
      ...played.figures,
      hadJobsInHand,
      heldALane: takeovers.length,
      medianTakeoverSeconds: seconds(takeoverMs[Math.floor(takeoverMs.length / 2)] ?? 0),
      longestTakeoverSeconds: seconds(takeoverMs.at(-1) ?? 0),
      leftToLeases: played.leftToLeases,
    },
  }
}

/** Host c is cut off and comes back; its processes are left alone. */
export async function cutOff(stage: Stage, { cutSeconds }: Scale): Promise<Played> {
  const database = databaseOf(stage, 'cut_off')
  let hadLane = 0
  let movedMs = 0
  let grown = 0
  const played = await together(stage, 'cut_off', {
    idleMs: 30_000,
    async disturb(_live, step) {
      if (step !== 2) return
      // It is cut while it decides, if it does so within some seconds.
      for (let tries = 0; tries < 200 && hadLane === 0; tries += 1) {
        hadLane = (await holdersOf(database)).filter(({ holder }) => holder.startsWith('c/')).length
        if (hadLane === 0) await sleep(20)
      }
      const articles = await countOf(database, 'article')
      stage.host('c').cut()
      const cutAt = Date.now()
      while (Date.now() - cutAt < cutSeconds * 1000) {
        const stillThere = (await holdersOf(database)).some(({ holder }) => holder.startsWith('c/'))
        if (movedMs === 0 && !stillThere) movedMs = Date.now() - cutAt
        await sleep(100)
      }
      grown = (await countOf(database, 'article')) - articles
      stage.host('c').join()
    },
  })
  return {
    ...played,
    tried: `host c cut off for ${cutSeconds} s`,
    figures: { ...played.figures, heldALane: hadLane, freeAgainSeconds: seconds(movedMs), articlesMeanwhile: grown },
  }
}

/** The database server is restarted under them. */
export async function restarted(stage: Stage, { restarts }: Scale): Promise<Played> {
  let done = 0
  const played = await together(stage, 'restarted', {
    steps: restarts * 2,
    idleMs: 40_000,
    async disturb() {
      await sleep(1000 + Math.random() * 1000)
      await stage.database.stop(done % 2 === 0 ? 'fast' : 'immediate')
      await stage.database.start()
      done += 1
    },
  })
  return { ...played, tried: `PostgreSQL restarted ${done} times, fast and immediate by turns` }
}

/** The host of the database dies; its standby on host b is promoted by hand and takes over the address. Nothing plays after it. */
export async function promoted(stage: Stage): Promise<Played> {
  const { database, databaseAddress, host } = stage
  let awayMs = 0
  const standby = await startStandby(host('b'), database)
  stage.keep(standby)
  const played = await together(stage, 'promoted', {
    idleMs: 40_000,
    async disturb(_live, step) {
      if (step !== 2) return
      await sleep(1500)
      const diedAt = Date.now()
      database.killHost()
      await sleep(2000)
      await standby.promote()
      host('b').takeOver(databaseAddress)
      await answers(databaseOf(stage, 'promoted'))
      awayMs = Date.now() - diedAt
    },
  })
  return {
    ...played,
    tried: 'host of the primary killed, standby promoted by hand',
    figures: { ...played.figures, databaseAwaySeconds: seconds(awayMs) },
  }
}

async function answers(database: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await ask(database, 'select 1').catch(() => undefined)) return
    await sleep(100)
  }
  throw new Error('The promoted server cannot be reached')
}

function databaseOf({ urlOf }: Stage, name: string): string {
  return urlOf(name)
}

async function countOf(database: string, table: string): Promise<number> {
  return Number((await ask(database, `select count(*) as found from ${table}`))[0]?.found)
}

function seconds(ms: number): number {
  return Number((ms / 1000).toFixed(1))
}
