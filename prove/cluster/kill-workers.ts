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
const SEARCH_MS = 50

/**
 * Kills one of the workers, drawn by lot among those that have an article in hand or, `isAnybody`, among all, and starts it again.
 */
export async function killOne(workers: readonly Member[], database: string, isAnybody: boolean): Promise<Killing> {
  const busy = isAnybody ? [] : await busyOf(workers, database)
  const among = busy.length > 0 ? busy : workers
  const victim = among[Math.floor(Math.random() * among.length)]!
  const pid = victim.lives.at(-1)
  await victim.kill()
  const killedAt = Date.now()
  victim.start()
  const held = (await holdersOf(database).catch(() => [])).filter(({ holder }) => holder.endsWith(`/${pid}`))
  const takeovers = held.map(({ lane, fence }) => nextHolding(database, lane, fence, killedAt))
  const [had] = await ask(
    database,
    `select count(*) as found from job where state = 'running' and locked_by like '%${pid}'`,
  ).catch(() => [])
  return { jobsInHand: Number(had?.found ?? 0), takeover: Promise.all(takeovers).then(([first]) => first) }
}

/** Those that have an article in hand; none where nobody has one for some seconds. */
async function busyOf(workers: readonly Member[], database: string): Promise<readonly Member[]> {
  for (const until = Date.now() + LONGEST_SEARCH_MS; Date.now() < until; await sleep(SEARCH_MS)) {
    const rows = await ask(
      database,
      `select distinct locked_by from job where state = 'running' and kind = 'ingest-entry'`,
    ).catch(() => [])
    const holders = new Set(rows.map(({ locked_by }) => String(locked_by)))
    const busy = workers.filter(({ lives }) => holders.has(String(lives.at(-1))))
    if (busy.length > 0) return busy
  }
  return []
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
