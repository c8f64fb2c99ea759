import type { Costs } from './costs.ts'

/** What the arithmetic supposes beside the costs. Each may be otherwise in a instance; the page says so. */
export const suppositions = {
  /** The busiest hour of a day against its mean. */
  peak: 3,
  /** Of all articles, those in the language with the most. */
  busiestLanguage: 0.4,
  /** Articles that a feed brings in a day, and how often it is asked in that time. */
  perFeed: 10,
  pollsPerFeed: 24,
  /** Days in which an article may join a story. */
  storyDays: 4,
  /** How busy at the peak a core of a worker, of the database, and a lane may be. */
  workerLoad: 0.7,
  databaseLoad: 0.5,
  laneLoad: 0.7,
  /** Memory of a process that decides, at most. */
  windowGigabytes: 8,
} as const

export type CapacityRow = {
  readonly perDay: number
  readonly perSecondAtPeak: number
  readonly workerCores: number
  readonly databaseCores: number
  /** Of those: finding look-alikes and saving the article, while its lane waits. */
  readonly lanesDatabaseCores: number
  /** How busy the busiest language's lane is at the peak, 0 to 1 and beyond. */
  readonly laneLoad: number
  readonly windowGigabytes: number
  readonly gigabytesPerDay: number
  readonly pollsPerSecond: number
  /** What is too small, the first first. */
  readonly breaks: readonly Breaking[]
}

/** What may be too small as articles grow in number. */
export type Breaking = 'one-core' | 'one-machine' | 'lane' | 'window'

/** Cores of an ordinary machine. */
const ONE_MACHINE = 8

/** What an instance with so many articles a day needs. */
export function planCapacity(perDay: number, costs: Costs): CapacityRow {
  const given = suppositions
  const perSecond = (perDay / 86_400) * given.peak
  const polls = (perDay / given.perFeed) * (given.pollsPerFeed / 86_400)
  const workerMs = costs.entryMs + costs.digestMs + costs.decideMs + costs.refreshMs
  const databaseMs = costs.laneDatabaseMs + costs.otherDatabaseMs
  const workerCores = (perSecond * workerMs + polls * costs.unchangedPollMs) / 1000 / given.workerLoad
  const databaseCores = (perSecond * databaseMs) / 1000 / given.databaseLoad
  const lanesDatabaseCores = (databaseCores * costs.laneDatabaseMs) / databaseMs
  const laneLoad = (perSecond * given.busiestLanguage * (costs.decideMs + costs.laneDatabaseMs)) / 1000
  const windowGigabytes = (perDay * given.busiestLanguage * given.storyDays * costs.windowBytes) / 1e9
  const row = {
    perDay,
    perSecondAtPeak: perSecond,
    workerCores,
    databaseCores,
    lanesDatabaseCores,
    laneLoad,
    windowGigabytes,
    gigabytesPerDay: (perDay * costs.bytes.postgres) / 1e9,
    pollsPerSecond: polls,
  }
  return { ...row, breaks: breaking(row) }
}

function breaking(row: Omit<CapacityRow, 'breaks'>): readonly Breaking[] {
  const cores = row.workerCores + row.databaseCores
  return [
    ...(row.windowGigabytes > suppositions.windowGigabytes ? (['window'] as const) : []),
    ...(row.laneLoad > suppositions.laneLoad ? (['lane'] as const) : []),
    ...(cores > ONE_MACHINE ? (['one-machine'] as const) : row.workerCores > 1 ? (['one-core'] as const) : []),
  ]
}
