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

/**
 * Kills one of the workers, drawn by lot, and starts it again.
 */
export async function killOne(workers: readonly Member[], database: string): Promise<Killing> {
  const victim = workers[Math.floor(Math.random() * workers.length)]!
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
