import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { startServer, whyNoServer } from '../../test/integration/postgres-server.ts'
import { type EngineName, engineNames, openEngine, packages } from './job-engines/engines.ts'
import { letFourHoursPass } from './job-engines/graphile-worker.ts'
import { type JobEngine, makeRows } from './job-engines/job-engine.ts'
import { startWorker, type WorkerProcess } from './job-engines/worker-process.ts'
import { type Bench, measure, peakMemoryMb, percentile, type Row, round, sized } from './measure.ts'
import { serverCpu } from './server-cpu.ts'

const JOBS = sized(5000, 20)
/** One request at a time, each some while after the last. */
const SINGLE = sized(60, 2)
const WIDTH = 8
/** Requests under way at once. */
const REQUESTERS = 4
/** Keys that are requested again while they wait, and while they run. */
const AGAIN = 5
const KILLED = sized(400, 60)
/** How long what a killed process held is waited for. */
const PATIENCE_MS = sized(60_000, 20_000)
/** Graphile Worker gives up a lock after four hours, which no setting changes. */
const FIXED_LOCK_SECONDS = 4 * 3600

/**
 * What a job costs by our own table, by Graphile Worker and by pg-boss, on one PostgreSQL: CPU of the server and of our processes, jobs a
 * second, how soon a single job begins, what becomes of a key that is requested again, and what `kill -9` loses or doubles. The other two
 * are installed for the run.
 */
export const bench: Bench = async ({ sizes }) => {
  if (whyNoServer) throw new Error(whyNoServer)
  const jobs = sizes?.[0] ?? JOBS
  const folder = mkdtempSync(join(tmpdir(), 'twosource-job-engines-'))
  try {
    const whyOursAlone = await install(folder)
    const server = await startServer()
    const rows: Row[] = []
    for (const [index, name] of engineNames.slice(0, whyOursAlone ? 1 : undefined).entries())
      rows.push(...(await measureEngine(name, await makeDatabase(server, index), folder, jobs)))
    return {
      name: 'job-engines',
      load: `${jobs} jobs that do nothing, a tenth requested twice; two workers, ${WIDTH} at once in each; a server of its own without fsync`,
      rows,
      peakMemoryMb: peakMemoryMb(),
      notes: [
        ...(whyOursAlone ? [`Our table alone: ${whyOursAlone}`] : [`Compared: ${packages.join(', ')}.`]),
        'Server and own CPU in milliseconds a job. Requests write a row in the same transaction.',
        'overlapping: a key ran in two places at once. takenAgain: seconds until the last job of the killed process began again.',
        'Graphile Worker: 14,400 s are its fixed four hours; the bench made its locks older to see what comes back.',
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** Installs the other engines; answers why they are left out when they are. */
async function install(folder: string): Promise<string | undefined> {
  if (sized(false, true)) return 'a short run installs nothing.'
  const options = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--fetch-retries=1']
  try {
    await promisify(execFile)('npm', ['install', '--prefix', folder, ...options, ...packages], { cwd: folder })
    return undefined
  } catch (error) {
    return `npm could not install ${packages.join(' and ')}: ${String(error).split('\n').slice(0, 3).join(' ')}`
  }
}

async function makeDatabase(server: string, index: number): Promise<string> {
  const client = new pg.Client(server)
  await client.connect()
  await client.query(`create database engine_${index}`)
  await client.end()
  const url = server.replace(/[^/]*$/, `engine_${index}`)
  await makeRows(url)
  return url
}

async function measureEngine(name: EngineName, url: string, folder: string, jobs: number): Promise<readonly Row[]> {
  const engine = await openEngine(name, url, folder)
  const start = (jobMs: number) => startWorker([name, url, folder, WIDTH, jobMs])
  try {
    return [
      { what: `${name}: cost`, figures: await measureCost(engine, url, start, jobs) },
      { what: `${name}: one job at a time, ms to its start`, figures: await measureLatency(engine, start) },
      ...(name === 'our table' ? [await measureOwnProcess(engine)] : []),
      { what: `${name}: requested again`, figures: await measureAgain(engine, start) },
      { what: `${name}: a worker killed`, figures: await measureKill(engine, name, url, start) },
    ]
  } finally {
    await engine.close()
  }
}

type Start = (jobMs: number) => Promise<WorkerProcess>

/** What requesting costs, then what working costs. */
async function measureCost(engine: JobEngine, url: string, start: Start, jobs: number) {
  const server = await serverCpu(url)
  // What is prepared and compiled at first is no job's cost.
  const warm = Array.from({ length: sized(200, 2) }, (_, i) => `warm-${i}`)
  for (const key of warm) await engine.request(key)
  const keys = Array.from({ length: jobs }, (_, i) => `cost-${i}`)
  const wanted = keys.flatMap((key, i) => (i % 10 === 0 ? [key, key] : [key]))
  const workers = [await start(0), await start(0)]
  let before = server()
  let next = 0
  const { cpuSeconds } = await measure(() =>
    Promise.all(
      Array.from({ length: REQUESTERS }, async () => {
        for (let key = wanted[next++]; key !== undefined; key = wanted[next++]) await engine.request(key)
      }),
    ),
  )
  const requestServerMs = server() - before
  before = server()
  const startedAt = performance.now()
  for (const worker of workers) worker.go()
  await until(() => doneKeys(workers) >= jobs + warm.length, 300_000)
  const seconds = (performance.now() - startedAt) / 1000
  const [one = 0, other = 0] = await Promise.all(workers.map((worker) => worker.stop()))
  const workServerMs = server() - before
  const runs = workers.reduce((sum, worker) => sum + worker.runs.length, 0)
  const done = jobs + warm.length
  return {
    serverMs: round(requestServerMs / jobs + workServerMs / done),
    ownMs: round((cpuSeconds * 1000) / jobs + (one + other) / done),
    requestServerMs: round(requestServerMs / jobs),
    requestOwnMs: round((cpuSeconds * 1000) / jobs),
    workServerMs: round(workServerMs / done),
    workOwnMs: round((one + other) / done),
    perSecond: round(done / seconds),
    runsTooMany: runs - done,
  }
}

/** From the request to the start in a process that has nothing else to do. */
async function measureLatency(engine: JobEngine, start: Start) {
  const worker = await start(0)
  worker.go()
  await sleep(sized(2000, 100))
  const waits: number[] = []
  for (let i = 0; i < SINGLE; i++) {
    const key = `single-${i}`
    const before = performance.timeOrigin + performance.now()
    await engine.request(key)
    await until(() => worker.runs.some((run) => run.key === key), 60_000)
    waits.push((worker.runs.find((run) => run.key === key)?.startMs ?? Number.NaN) - before)
    // At any moment of the worker's pause.
    await sleep(20 + 1000 * Math.random() * sized(1, 0.1))
  }
  await worker.stop()
  return { p50: round(percentile(waits, 0.5)), p99: round(percentile(waits, 0.99)) }
}

/** The same where the process that requests also works, as in an instance of one process: the request rings. */
async function measureOwnProcess(engine: JobEngine): Promise<Row> {
  const startedMs = new Map<string, number>()
  const working = await engine.work(async (key) => void startedMs.set(key, performance.now()), WIDTH)
  const waits: number[] = []
  for (let i = 0; i < SINGLE; i++) {
    const key = `own-${i}`
    const before = performance.now()
    await engine.request(key)
    working.ring?.()
    await until(() => startedMs.has(key), 60_000)
    waits.push((startedMs.get(key) ?? Number.NaN) - before)
    await sleep(20)
  }
  await working.stop()
  return {
    what: 'our table: the same in one process',
    figures: { p50: round(percentile(waits, 0.5)), p99: round(percentile(waits, 0.99)) },
  }
}

/** Each key twice while it waits and twice while it runs: two runs of each are right, one after the other. */
async function measureAgain(engine: JobEngine, start: Start) {
  const workers = [await start(500), await start(500)]
  const keys = Array.from({ length: AGAIN }, (_, i) => `again-${i}`)
  const runs = () => workers.flatMap((worker) => worker.runs)
  for (const key of [...keys, ...keys]) await engine.request(key)
  for (const worker of workers) worker.go()
  await until(() => new Set(runs().map(({ key }) => key)).size === AGAIN, 60_000)
  for (const key of [...keys, ...keys]) await engine.request(key)
  await until(() => runs().filter(({ doneMs }) => doneMs !== undefined).length >= 2 * AGAIN, 20_000)
  // More than that would come soon.
  await sleep(1500)
  await Promise.all(workers.map((worker) => worker.stop()))
  const overlapping = runs().filter((run) =>
    runs().some(
      (other) =>
        other !== run && other.key === run.key && other.startMs <= run.startMs && run.startMs < (other.doneMs ?? 0),
    ),
  )
  return { runsEach: round(runs().length / AGAIN), overlapping: overlapping.length }
}

/** One of two workers is killed when a quarter is done. */
async function measureKill(engine: JobEngine, name: EngineName, url: string, start: Start) {
  for (let i = 0; i < KILLED; i++) await engine.request(`kill-${i}`)
  const workers = [await start(50), await start(50)] as const
  const [victim, other] = workers
  for (const worker of workers) worker.go()
  await until(() => doneKeys(workers) >= KILLED / 4 && victim.runs.some(({ doneMs }) => doneMs === undefined), 60_000)
  await victim.kill()
  const killedMs = performance.timeOrigin + performance.now()
  const isFixed = name.startsWith('Graphile')
  const isDone = () => doneKeys(workers) >= KILLED
  await until(isDone, isFixed ? PATIENCE_MS / 3 : PATIENCE_MS)
  const inTime = doneKeys(workers)
  if (!isDone() && isFixed) {
    await letFourHoursPass(url)
    await until(isDone, PATIENCE_MS)
  }
  // What would be done twice comes by now.
  await sleep(sized(3000, 100))
  await other.stop()
  const all = workers.flatMap((worker) => worker.runs)
  const finished = all.filter(({ doneMs }) => doneMs !== undefined)
  const begunAgain = victim.runs
    .filter(({ doneMs }) => doneMs === undefined)
    .flatMap(({ key }) => other.runs.find((run) => run.key === key)?.startMs ?? [])
  const last = begunAgain.length > 0 ? (Math.max(...begunAgain) - killedMs) / 1000 : 0
  return {
    begun: victim.runs.filter(({ doneMs }) => doneMs === undefined).length,
    heldBack: KILLED - inTime,
    lost: KILLED - new Set(finished.map(({ key }) => key)).size,
    doubled: finished.length - new Set(finished.map(({ key }) => key)).size,
    takenAgain: round(isFixed && inTime < KILLED ? FIXED_LOCK_SECONDS : last),
  }
}

function doneKeys(workers: readonly WorkerProcess[]): number {
  const done = workers.flatMap(({ runs }) => runs).filter(({ doneMs }) => doneMs !== undefined)
  return new Set(done.map(({ key }) => key)).size
}

/** Waits until it is so, or for that long. */
async function until(isSo: () => boolean, forMs: number): Promise<void> {
  const endMs = performance.now() + forMs
  while (!isSo() && performance.now() < endMs) await sleep(20)
}
