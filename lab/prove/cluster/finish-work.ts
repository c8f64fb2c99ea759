import type { Crew } from './crew.ts'
import { letTimePass, type Progress, progressOf, untilStill } from './progress.ts'

/** What fails is tried again minutes later, for which nobody waits here: time passes so often. */
const MOST_TRIES = 3

/**
 * Ends all processes and lets an hour go by, in which one, `begin` starts it, does alone what waits for leases and what comes of itself, as
 * the look over all stories of each quarter of an hour. It may be told to end while it asks a feed whose entries have changed: what comes of
 * that is left in its turn. So it continues until every feed has been asked and nothing is left. Answers how many jobs and entries were left at
 * first.
 */
export async function finishWork(
  crew: Crew,
  begin: () => void,
  database: string,
  entryCount: number,
  idleMs: number,
): Promise<number> {
  const leftOf = ({ jobs, entries }: Progress) => jobs + Math.max(0, entryCount - entries)
  const left = leftOf(await progressOf(database))
  await crew.stopAll()
  for (let tries = 0; tries === 0 || (tries < MOST_TRIES && leftOf(await progressOf(database)) > 0); tries++) {
    await letTimePass(database)
    begin()
    await untilStill(database, idleMs, (progress) => leftOf(progress) === 0 && progress.feedsDue === 0)
    await crew.stopAll()
  }
  return left
}
