import { setTimeout as sleep } from 'node:timers/promises'
import type { Member } from './crew.ts'
import { ask } from './database-access.ts'
import { holdersOf } from './lane-witness.ts'

/** How long it took until somebody else decided in a lane whose holder was killed. */
export type Takeover = { readonly afterMs: number }

export type Killing = {
  /** How many jobs it had in hand. */
  readonly jobsInHand: number
  /** Settles when somebody decides again in the lane it held, or at once where it held none. */
  readonly takeover: Promise<Takeover | undefined>
}

const LOOK_MS = 100
const LONGEST_MS = 90_000
/** Somebody at work is looked for so long, and so often. */
const LONGEST_SEARCH_MS = 4000
/** A lane is held for moments. */
const SEARCH_MS = { busy: 50, holder: 5 } as const

/** Whom a kill is meant for: one that has an article in hand, one that decides in a lane just then, or any. */
export type Meant = 'busy' | 'holder' | 'anybody'

const turns: readonly Meant[] = ['busy', 'holder', 'anybody']

/** Whom the kill of this number, from 0, is meant for. */
export function meantBy(number: number): Meant {
  return turns[number % turns.length]!
}

/** Kills one of the workers, drawn by lot among those it is meant for or, where there are none for some seconds, among all; starts it again. */
export async function killOne(workers: readonly Member[], database: string, meant: Meant): Promise<Killing> {
  const found = meant === 'anybody' ? [] : await search(workers, database, meant)
  const among = found.length > 0 ? found : workers
  const victim = among[Math.floor(Math.random() * among.length)]!
  const pid = victim.lives.at(-1)
  await victim.kill()
  const killedAt = Date.now()
  victim.start()
  const held = (await holdersOf(database).catch(() => [])).filter(({ holder }) => holder.endsWith(`/${pid}`))
  const takeovers = held.map(({ lane, fence }) => nextHolding(database, lane, fence, killedAt))
  const [had] = await ask(
    database,
    `select count(*) as found from job where state = 'running' and locked_by like '%/${pid}/%'`,
  ).catch(() => [])
  return { jobsInHand: Number(had?.found ?? 0), takeover: Promise.all(takeovers).then(([first]) => first) }
}

/** Those it is meant for; none where there is nobody for some seconds. */
async function search(
  workers: readonly Member[],
  database: string,
  meant: 'busy' | 'holder',
): Promise<readonly Member[]> {
  const look = meant === 'busy' ? busyPids : holderPids
  for (const until = Date.now() + LONGEST_SEARCH_MS; Date.now() < until; await sleep(SEARCH_MS[meant])) {
    const pids = new Set(await look(database).catch(() => []))
    const found = workers.filter(({ lives }) => pids.has(String(lives.at(-1))))
    if (found.length > 0) return found
  }
  return []
}

async function busyPids(database: string): Promise<readonly string[]> {
  const rows = await ask(
    database,
    `select distinct locked_by from job where state = 'running' and kind = 'ingest-entry'`,
  )
  return rows.map(({ locked_by }) => pidOf(String(locked_by)))
}

async function holderPids(database: string): Promise<readonly string[]> {
  return (await holdersOf(database)).map(({ holder }) => pidOf(holder))
}

/** Of a process as the store names it: machine, number, and what tells it from others of that number. */
function pidOf(name: string): string {
  return name.split('/')[1] ?? ''
}

async function nextHolding(
  database: string,
  lane: string,
  fence: number,
  since: number,
): Promise<Takeover | undefined> {
  while (Date.now() - since < LONGEST_MS) {
    const [row] = await ask(database, `select fence from lane where name = '${lane}'`).catch(() => [])
    if (row && Number(row.fence) > fence) return { afterMs: Date.now() - since }
    await sleep(LOOK_MS)
  }
  return undefined
}
