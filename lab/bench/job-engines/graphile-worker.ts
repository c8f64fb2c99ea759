import pg from 'pg'
import { inTransaction, type JobEngine, loadInstalled, writeRow } from './job-engine.ts'

/** The few things of it that are used here. */
type GraphileWorker = {
  run(options: object): Promise<{ stop(): Promise<void> }>
  runMigrations(options: object): Promise<void>
  readonly Logger: new (make: () => () => void) => unknown
}

/** With its job key in the mode `replace`, which its documents recommend, and its SQL function in the caller's transaction. */
export async function openGraphileWorker(url: string, folder: string, settings: object): Promise<JobEngine> {
  const { run: runWorker, runMigrations, Logger } = await loadInstalled<GraphileWorker>(folder, 'graphile-worker')
  const logger = new Logger(() => () => {})
  await runMigrations({ connectionString: url, logger })
  const pool = new pg.Pool({ connectionString: url })
  return {
    request: (key) =>
      inTransaction(pool, async (client) => {
        await client.query({ name: 'row', text: writeRow, values: [key] })
        const text = `select 1 from graphile_worker.add_job('work', payload => json_build_object('key', $1::text), job_key => $1, max_attempts => 5)`
        await client.query({ name: 'job', text, values: [key] })
      }),
    async work(run, width) {
      const worker = await runWorker({
        connectionString: url,
        logger,
        noHandleSignals: true,
        taskList: { work: ({ key }: { key: string }) => run(key) },
        // Looks for expired locks each second or two instead of each eight to ten minutes; how old a lock must be is fixed.
        preset: {
          worker: { ...settings, concurrentJobs: width, minResetLockedInterval: 1000, maxResetLockedInterval: 2000 },
        },
      })
      return { stop: () => worker.stop() }
    },
    close: () => pool.end(),
  }
}

/** Makes its locks older than its four hours, as if that time had passed. */
export async function letFourHoursPass(url: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(`update graphile_worker._private_jobs set locked_at = locked_at - interval '5 hours'
    where locked_at is not null`)
  await client.end()
}
