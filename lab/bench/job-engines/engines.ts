import type { JobEngine } from './job-engine.ts'

/** What is compared, with the packages each needs, pinned. Ours needs none. */
export const engineNames = ['our table', 'Graphile Worker', 'Graphile Worker, in batches', 'pg-boss'] as const
export type EngineName = (typeof engineNames)[number]
export const packages = ['graphile-worker@0.18.0', 'pg-boss@12.38.0'] as const

/** Opens an engine and makes its tables if they are missing. `folder`: where the packages are installed. */
export async function openEngine(name: EngineName, url: string, folder: string): Promise<JobEngine> {
  switch (name) {
    case 'our table':
      return (await import('./our-table.ts')).openOurTable(url)
    case 'Graphile Worker':
      return (await import('./graphile-worker.ts')).openGraphileWorker(url, folder, {})
    case 'Graphile Worker, in batches':
      // Its documents name both as what makes it faster, at the price of jobs that are locked before they run.
      return (await import('./graphile-worker.ts')).openGraphileWorker(url, folder, {
        localQueue: { size: 16 },
        completeJobBatchDelay: 0,
      })
    case 'pg-boss':
      return (await import('./pg-boss.ts')).openPgBoss(url, folder)
  }
}
