import { availableParallelism } from 'node:os'
import { pace, setWitness } from './lane-witness.ts'
import type { Stage } from './stage.ts'
import { takeIn } from './take-in.ts'

/** What one article costs, and how many are kept in a second, with so many workers. */
export type Scaled = {
  readonly workers: number
  readonly articlesPerSecond: number
  /** Reading, deciding and telling. */
  readonly workerCpuMsPerArticle: number
  readonly databaseCpuMsPerArticle: number
}

/**
 * A backlog, with one worker on one core and with two on two. The database and the outlets need cores of their own: where there are no more
 * than the workers have, what is measured is not how it scales, and the cost of an article is what is worth knowing.
 */
export async function scaling(stage: Stage): Promise<readonly Scaled[]> {
  return [await withWorkers(stage, 1), await withWorkers(stage, 2)]
}

/** Whether the machine has cores enough for two workers, a database and the world outside. */
export const hasCores = availableParallelism() >= 4

async function withWorkers(stage: Stage, workers: number): Promise<Scaled> {
  const { newsroom, nodes, host } = stage
  const name = `workers_${workers}`
  const database = await stage.freshDatabase(name)
  const before = stage.database.cpuSeconds()
  const { cpuSeconds, startCpuSeconds } = await takeIn({
    newsroom,
    database,
    settings: { TWOSOURCE_DATABASE: database, TWOSOURCE_ALLOW_PRIVATE: 'true', TWOSOURCE_DATA: nodes.folderOf(name) },
    prepare: () => setWitness(database),
    startCrew: (crew) =>
      Array.from({ length: workers }, (_, core) =>
        nodes.worker(crew, host(core === 0 ? 'b' : 'c'), `${name}-${core}`, database, String(core)),
      ),
    steps: 1,
  })
  const per = (seconds: number) => Number(((seconds * 1000) / newsroom.news.articles.length).toFixed(1))
  return {
    workers,
    articlesPerSecond: Number((await pace(database)).toFixed(2)),
    workerCpuMsPerArticle: per(cpuSeconds - startCpuSeconds),
    databaseCpuMsPerArticle: per(stage.database.cpuSeconds() - before),
  }
}
