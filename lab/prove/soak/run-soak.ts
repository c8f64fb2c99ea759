import { join } from 'node:path'
import { freePort } from '../../../test/free-port.ts'
import { limitsEnv } from '../../../test/other-limits.ts'
import { type Crew, openCrew } from '../cluster/crew.ts'
import { ask } from '../cluster/database-access.ts'
import { type DatabaseHost, startDatabase, urlOf } from '../cluster/database-host.ts'
import { examine } from '../cluster/examine.ts'
import { finishWork } from '../cluster/finish-work.ts'
import { furnish } from '../cluster/instance.ts'
import { hearWitness, setWitness } from '../cluster/lane-witness.ts'
import { type Newsroom, openNewsroom } from '../cluster/newsroom.ts'
import { nodeLimits, nodeSettings } from '../cluster/nodes.ts'
import { passingFolder } from '../cluster/passing-folder.ts'
import { isStanding, pollNow, progressOf, until } from '../cluster/progress.ts'
import { runScript } from '../cluster/run-script.ts'
import { type Happened, play } from './play.ts'
import { type Found, startReader } from './reader.ts'
import type { Course } from './sample.ts'
import { type Soaked, startSoaked } from './soak-crew.ts'
import { thisMachine } from './this-machine.ts'
import { timetable } from './timetable.ts'

export type SoakOptions = {
  readonly store: 'sqlite' | 'postgres'
  readonly minutes: number
  readonly seed: number
  /** Folder for what is measured in its course. */
  readonly out: string
  /** Entries published before it begins, and in each minute of it. */
  readonly backlog: number
  readonly perMinute: number
}

/** What a soak found. */
export type SoakFound = {
  readonly course: Course
  readonly happened: Happened
  readonly entries: number
  /** Answers of outlets and of the webhook that were wrong, by kind. */
  readonly outletFaults: Readonly<Record<string, number>>
  /** What is wrong with what was kept, by kind. */
  readonly faults: Readonly<Record<string, number>>
  readonly reader: Found & { readonly lost: number }
  /** Who ended by themselves, with the last they wrote; but for those below. */
  readonly fallen: readonly string[]
  /** How often one would not start because its clock was wrong just then, or the database away; it was started again. */
  readonly refusedStarts: number
  /** How often each event was logged, by all processes. */
  readonly events: Readonly<Record<string, number>>
  readonly complaints: readonly string[]
  /** Writes into lanes, and those by somebody who held none; on PostgreSQL. */
  readonly witness?: { readonly writes: number; readonly strayed: number }
  /** Entries and jobs left when nothing moved any more, done once leases had run out. */
  readonly leftToLeases: number
}

const FAULT_SHARE = 0.2
/** Articles of a week ago are read only when somebody opens them. Before a clock is a day ahead the oldest have been read. */
const DAYS = 6.8
const DAY_MS = 86_400_000
const ADDRESSES = 100
/** Outlets that hang are given up after this. */
const TIMEOUT_SECONDS = 8
const BACKLOG_MS = 30 * 60_000
/** An article whose reader was killed is free after three minutes. */
const SETTLES_MS = 4 * 60_000
const IDLE_MS = 20_000
/** Who reads has a page again within this, when nothing happens any more. */
const ANSWERS_MS = 2 * 60_000
const ASK_AGAIN_MS = 10_000
/**
 * What may rightly be so: an outlet's fault has a text come from the feed at first, from the page later; of messages that were sent the
 * last 500 are kept.
 */
const allowed = [
  'articles with more than one text',
  'texts without a vector, or with two',
  'messages that came and are in no log',
]

/** Carries out a soak from an empty database to the examination of what it holds. */
export async function runSoak(options: SoakOptions): Promise<SoakFound> {
  const { store, minutes, seed, backlog, perMinute } = options
  const folder = passingFolder('soak')
  const count = backlog + Math.round(perMinute * minutes)
  const crew = openCrew()
  let newsroom: Newsroom | undefined
  let server: DatabaseHost | undefined
  try {
    newsroom = await openOutlets(seed, count)
    const port = await freePort()
    server = store === 'postgres' ? await startServer(port) : undefined
    const database = server ? urlOf('127.0.0.1', 'postgres', port) : join(folder, 'serve', 'twosource.db')
    const settings = (name: string) => ({
      ...nodeSettings,
      TWOSOURCE_DATA: join(folder, name),
      ...limitsEnv({ ...nodeLimits, timeoutMs: TIMEOUT_SECONDS * 1000 }),
      ...(server && { TWOSOURCE_DATABASE: database }),
    })
    await newsroom.release(0, 0)
    const token = await furnish(settings('serve'), { feeds: newsroom.feeds, hook: newsroom.hook })
    if (server) await setWitness(database)
    const processes = startAll(crew, folder, settings, store, await freePort())
    const [serve] = processes as [Soaked]
    const url = await serve.member.url
    await until(BACKLOG_MS, async () => (await progressOf(database)).feedsToAsk === 0)
    await newsroom.release(backlog, 0)
    await untilTakenIn(database, backlog, BACKLOG_MS)

    await newsroom.misbehave(FAULT_SHARE)
    const course: Course = { store, minutes, seed, samples: [], happenings: [] }
    const reader = startReader(url, token)
    const mortal = store === 'postgres' ? processes.slice(1) : processes
    const killMinutes = store === 'postgres' ? minutes : Math.max(1, Math.floor(minutes / 3))
    const happened = await play(
      { course, newsroom, database, server, processes, mortal, reader, out: options.out, backlog },
      timetable({ minutes, seed, killMinutes, hasServer: server !== undefined }),
      minutes * 60,
    )
    await newsroom.misbehave(0)
    const entries = newsroom.news.entries.length
    await newsroom.release(entries, 0)
    const pagesAtEnd = reader.found.pages
    await untilTakenIn(database, entries, Math.min(SETTLES_MS, minutes * 60_000))
    // All may have been taken in before, and a page may take its time.
    await until(ANSWERS_MS, async () => reader.found.pages > pagesAtEnd)
    if (reader.found.pages === pagesAtEnd) reader.found.failed.push('No page answered at the end')
    await reader.stop()
    const leftToLeases = await finish(crew, processes.at(-1) as Soaked, database, entries)
    const examined = await examine(database, newsroom.news, await newsroom.told())
    return {
      course,
      happened,
      entries,
      outletFaults: await newsroom.faults(),
      faults: await allFaults(examined.faults, database, newsroom),
      reader: { ...reader.found, lost: await reader.lost(database) },
      fallen: crew.fallen.filter((last) => !wouldNotStart(last)),
      refusedStarts: crew.fallen.filter(wouldNotStart).length,
      events: sumOf(crew),
      complaints: [...new Set(crew.members.flatMap(({ complaints }) => [...complaints.values()]))],
      ...(server && { witness: await hearWitness(database) }),
      leftToLeases,
    }
  } finally {
    await crew.stopAll()
    await newsroom?.close()
    await server?.stop('immediate')
  }
}

function openOutlets(seed: number, count: number): Promise<Newsroom> {
  const addresses = Array.from({ length: ADDRESSES }, (_, index) => `127.0.1.${index + 1}`)
  const recipe = { seed, count, days: DAYS, startMs: Date.now() - DAYS * DAY_MS }
  return openNewsroom(recipe, addresses, (script, args) => runScript([script, ...args]))
}

function startServer(port: number): Promise<DatabaseHost> {
  return startDatabase(thisMachine, '127.0.0.0/8', { port, listensTo: '127.0.0.1' })
}

/** One that serves and does all the work there is, and on a server two that do nothing but work. */
function startAll(
  crew: Crew,
  folder: string,
  settings: (name: string) => Readonly<Record<string, string>>,
  store: 'sqlite' | 'postgres',
  port: number,
): readonly Soaked[] {
  const serve = startSoaked(crew, folder, 'serve', ['serve', '--only-me'], {
    ...settings('serve'),
    TWOSOURCE_PORT: String(port),
  })
  const workers = store === 'postgres' ? ['worker-1', 'worker-2'] : []
  return [serve, ...workers.map((name) => startSoaked(crew, folder, name, ['worker'], settings(name)))]
}

/** Asks all feeds again and again until so many entries are there and nothing is left to do, or for so long. */
function untilTakenIn(database: string, count: number, longestMs: number): Promise<void> {
  let askedAt = 0
  return until(longestMs, async () => {
    if (performance.now() - askedAt > ASK_AGAIN_MS) {
      await pollNow(database)
      askedAt = performance.now()
    }
    const { entries, jobs } = await progressOf(database)
    return entries >= count && jobs === 0
  })
}

/** Ends all, has what is left done as by one process, and tells what is left then. Answers how much was left at first. */
async function finish(crew: Crew, { member, setClock }: Soaked, database: string, entries: number): Promise<number> {
  const begin = () => {
    setClock(0)
    member.start()
  }
  const left = await finishWork(crew, begin, database, entries, IDLE_MS)
  for (const job of await ask(database, `select kind, state, attempts, last_error from job where not ${isStanding}`))
    process.stderr.write(`left: ${JSON.stringify(job)}\n`)
  return left
}

/** What is wrong, beside what may be so; a job that was given up is no job left. */
async function allFaults(
  found: Readonly<Record<string, number>>,
  database: string,
  { news }: Newsroom,
): Promise<Readonly<Record<string, number>>> {
  const served = new Set(news.entries.map(({ key }) => key))
  const entries = await ask(database, 'select key from entry')
  const twice = 'select article_id from document group by article_id, text having count(*) > 1'
  const [row] = await ask(
    database,
    `select (select count(*) from job where state = 'failed') as failed, (select count(*) from (${twice}) twice) as doubled`,
  )
  const faults = {
    ...Object.fromEntries(Object.entries(found).filter(([fault]) => !allowed.includes(fault))),
    'jobs left': (found['jobs left'] ?? 0) - Number(row?.failed),
    'entries that no feed had': entries.filter(({ key }) => !served.has(String(key))).length,
    'jobs given up after five tries': Number(row?.failed),
    'texts kept twice': Number(row?.doubled),
  }
  return Object.fromEntries(Object.entries(faults).filter(([, count]) => count > 0))
}

/** What is said of a database that is restarted while it is opened. */
const going = [
  'connect ECONNREFUSED \\S+',
  'read ECONNRESET',
  'Connection terminated unexpectedly',
  'terminating connection due to administrator command',
  'the database system is (?:starting up|shutting down)',
]
/** All it ever said: it had only just been started. */
const wentAtStart = new RegExp(`^\\S+ \\(1\\): (?:\\S+ cannot be used as the database: )?(?:${going.join('|')})\\.?$`)

/** On a slow machine a clock may jump, or the database be restarted, before who was killed has begun again: work is not begun then. */
function wouldNotStart(last: string): boolean {
  return /This machine’s clock is \d+ s (ahead of|behind)/.test(last) || wentAtStart.test(last)
}

function sumOf({ members }: Crew): Readonly<Record<string, number>> {
  const sum: Record<string, number> = {}
  for (const { events } of members) for (const [name, count] of events) sum[name] = (sum[name] ?? 0) + count
  return sum
}
