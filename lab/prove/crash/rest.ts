import { setTimeout as sleep } from 'node:timers/promises'
import { LONGEST_PAUSE_MS } from '../../../src/store/jobs/refresh-jobs.ts'
import { ask } from '../cluster/database-access.ts'

const LOOK_MS = 300
/** An instance in which nothing gets done for so long does not come to rest, however long is waited. */
const IDLE_MS = LONGEST_PAUSE_MS + 240_000
const LONGEST_MS = 40 * 60_000

/** Waits while an instance by whose clock it is `nowMs()` gets things done; true when nothing is left to do. */
export async function comesToRest(database: string, nowMs: () => number): Promise<boolean> {
  const endsAt = performance.now() + LONGEST_MS
  let least = Number.POSITIVE_INFINITY
  let movedAt = performance.now()
  while (performance.now() < Math.min(endsAt, movedAt + IDLE_MS)) {
    const left = await countLeft(database, nowMs())
    if (left === 0) return true
    if (left < least) movedAt = performance.now()
    least = Math.min(least, left)
    await sleep(LOOK_MS)
  }
  return false
}

/**
 * How much is to be done at this hour or is in hand; a feed that is being asked is. Alerts beyond what an hour may bring wait for the
 * next: they are not, and have a job that is due then.
 */
async function countLeft(database: string, nowMs: number): Promise<number> {
  const now = new Date(nowMs).toISOString()
  const soon = new Date(nowMs + 60_000).toISOString()
  // A large story is told minutes after its articles came, and what could not be sent is sent again after minutes.
  const later = new Date(nowMs + LONGEST_PAUSE_MS).toISOString()
  const [left] = await ask(
    database,
    `select (select count(*) from job where kind in ('ingest-entry', 'refresh-story', 'announce', 'send', 'deliver')
      and (state = 'running' or state = 'waiting' and run_at <= case when kind in ('refresh-story', 'deliver') then '${later}' else '${soon}' end))
      + (select count(*) from feed where (next_poll_at <= '${now}' or leased_until > '${now}')
        and intake <> 'mail' and is_stopped = 0)
      + (select count(*) from sending where state = 'waiting') as found`,
  )
  return Number(left?.found)
}
