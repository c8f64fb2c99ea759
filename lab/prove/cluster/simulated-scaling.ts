import { readCosts } from '../../bench/capacity/costs.ts'
import { type Plan, simulate } from '../../bench/capacity/simulate.ts'
import type { Scaled } from './scaling.ts'

/** How much more two workers keep in a second than one. */
export type SimulatedScaling = {
  /** Where workers and the database have cores of their own. */
  readonly apart: number
  /** Where two cores are shared by both workers and the database, as on a small machine. */
  readonly shared: number
}

/** Of the same machine together: the outlets and the proof itself are not in it. */
const SHARED_CORES = 2

/**
 * What the simulation makes of one and two workers on a backlog. An article costs what the one worker's did; how that divides among
 * reading, deciding and telling is as measured (`npm run bench -- costs`). `languages` are the shares of what comes in, together 1.
 */
export function simulateScaling(
  { workerCpuMsPerArticle, databaseCpuMsPerArticle }: Scaled,
  languages: readonly number[],
): SimulatedScaling {
  const known = readCosts()
  const worker = workerCpuMsPerArticle / (known.digestMs + known.decideMs + known.refreshMs)
  const database = databaseCpuMsPerArticle / (known.laneDatabaseMs + known.otherDatabaseMs)
  const costs = {
    ...known,
    digestMs: known.digestMs * worker,
    decideMs: known.decideMs * worker,
    refreshMs: known.refreshMs * worker,
    laneDatabaseMs: known.laneDatabaseMs * database,
    otherDatabaseMs: known.otherDatabaseMs * database,
  }
  const rate = (plan: Pick<Plan, 'workers' | 'databaseCores' | 'isOneMachine'>) =>
    simulate({ ...plan, languages, fetchMs: 5, load: { articles: 2000 }, seed: 1 }, costs).perSecond
  const worked = { cores: 1, inHand: 8 }
  const one = rate({ workers: [worked], databaseCores: 1 })
  return {
    apart: rate({ workers: [worked, worked], databaseCores: 1 }) / one,
    shared:
      rate({ workers: [{ cores: SHARED_CORES, inHand: 16 }], databaseCores: SHARED_CORES, isOneMachine: true }) / one,
  }
}
