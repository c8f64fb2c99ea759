import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { runDueJobs } from '../../../src/pipeline/job-loop.ts'
import type { PipelineContext } from '../../../src/pipeline/pipeline-context.ts'
import { enqueue, jobStore } from '../../../src/store/jobs/jobs.ts'
import { openMigrated } from '../../../src/store/open-store.ts'
import type { JobEngine } from './job-engine.ts'

/** As the program looks for work, and as long as it leases (src/pipeline). */
const IDLE_MS = 1000
const LEASE_MS = 3 * 60_000

/** The product's own table and loop. */
export async function openOurTable(url: string): Promise<JobEngine> {
  const { engine } = await openMigrated(url)
  const context = {
    store: { jobs: jobStore(engine), instance: { trouble: () => engine.trouble() } },
    log: () => {},
    now: () => new Date(),
  } as unknown as PipelineContext
  return {
    request: (key) =>
      engine.write(async (tx) => {
        await sql`insert into bench.written (key) values (${key})`.execute(tx)
        await enqueue(engine, tx, [{ kind: 'ingest-entry', key, runAt: new Date().toISOString() }])
      }),
    async work(run, width) {
      const stopping = new AbortController()
      const { signal } = stopping
      let bell = Promise.withResolvers<void>()
      const job = {
        kind: 'ingest-entry',
        width,
        leaseMs: LEASE_MS,
        run: ({ key }: { key: string }) => run(key),
      } as const
      const looping = (async () => {
        while (!signal.aborted)
          if ((await runDueJobs(context, job, signal)) === 0)
            await Promise.race([sleep(IDLE_MS, undefined, { signal }).catch(() => {}), bell.promise])
      })()
      return {
        ring() {
          bell.resolve()
          bell = Promise.withResolvers<void>()
        },
        async stop() {
          stopping.abort()
          await looping
        },
      }
    },
    close: () => engine.close(),
  }
}
