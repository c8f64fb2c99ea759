import { availableParallelism, loadavg } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { ask } from './database-access.ts'

const LOOK_MS = 250
/** No run continues for longer than this, whatever is left. */
const LONGEST_MS = 40 * 60_000
const LONG_AGO = '2000-01-01T00:00:00.000Z'

/** Feeds are due again; who cannot be reached now is tried again. */
export async function pollNow(database: string): Promise<void> {
  const now = new Date().toISOString()
  await insist(() =>
    ask(
      database,
      `update feed set next_poll_at = '${now}', next_why = 'by-hand' where leased_until is null or leased_until <= '${now}'`,
    ),
  )
}

/** As if an hour had gone by in which nobody worked: what the dead had taken in hand is free, what waits is due. */
export async function letTimePass(database: string): Promise<void> {
  for (const statement of [
    `update feed set leased_until = null, next_poll_at = '${LONG_AGO}'`,
    `update job set locked_until = '${LONG_AGO}' where state = 'running'`,
    `update job set run_at = '${LONG_AGO}' where state = 'waiting'`,
    'update lane set expires_ms = 0',
    'update destination set retry_at = null',
    `update sending set next_at = '${LONG_AGO}' where state = 'waiting'`,
    `update host_pause set until = '${LONG_AGO}'`,
  ])
    await insist(() => ask(database, statement))
}

/** Waits until all is done that there is to do, or until nothing has moved for `idleMs`. */
export async function untilStill(
  database: string,
  idleMs: number,
  isDone: (progress: Progress) => boolean,
): Promise<void> {
  let before = ''
  let movedAt = Date.now()
  await until(LONGEST_MS, async () => {
    const progress = await progressOf(database)
    const is = JSON.stringify(progress)
    if (is !== before) movedAt = Date.now()
    before = is
    return isDone(progress) || Date.now() - movedAt > idleMs * slowness()
  })
}

/** By how much a process may be slower here than on a machine that has nothing else to do. */
function slowness(): number {
  return Math.max(1, (loadavg()[0] ?? 0) / availableParallelism())
}

/** Waits until something is so, or until it has waited for so long. */
export async function until(longestMs: number, isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + longestMs; Date.now() < end && !(await isSo()); ) await sleep(LOOK_MS)
}

export type Progress = {
  readonly entries: number
  readonly jobs: number
  /** Feeds that nobody has asked yet. */
  readonly feedsToAsk: number
  /** Those that are to be asked now, or are being asked. */
  readonly feedsDue: number
}

/** Jobs that are always queued again: tidying, and the daily check of feeds. */
export const isStanding = `(kind = 'tidy' or kind = 'alert' and key = 'feeds')`

export async function progressOf(database: string): Promise<Progress> {
  const now = new Date().toISOString()
  const [row] = await insist(() =>
    ask(
      database,
      `select (select count(*) from feed where last_polled_at is null) as "feedsToAsk",
        (select count(*) from feed where is_stopped = 0 and (next_poll_at <= '${now}' or leased_until > '${now}')) as "feedsDue",
        (select count(*) from entry) as entries, (select count(*) from article) as articles,
        (select count(*) from story where has_dossier = 1) as told,
        (select count(*) from job where not ${isStanding} or state = 'running' or run_at <= '${now}') as jobs`,
    ),
  )
  return { entries: 0, jobs: 0, feedsToAsk: 0, feedsDue: 0, ...row }
}

/** A database that is being restarted answers a little later. */
export async function insist<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await work()
    } catch (error) {
      if (tries === 240) throw error
      await sleep(LOOK_MS)
    }
  }
}
