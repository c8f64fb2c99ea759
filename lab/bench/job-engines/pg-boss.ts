import pg from 'pg'
import { inTransaction, type JobEngine, loadInstalled, writeRow } from './job-engine.ts'

/** The few things of it that are used here. */
type Boss = {
  on(event: 'error', take: (error: Error) => void): void
  start(): Promise<unknown>
  stop(options: object): Promise<void>
  createQueue(name: string, options: object): Promise<void>
  send(name: string, data: object, options: object): Promise<string | null>
  work(
    name: string,
    options: object,
    run: (jobs: readonly { readonly data: { key: string } }[]) => Promise<void>,
  ): Promise<string>
}

/**
 * With the policy `stately`, which allows one waiting and one running job of a key, and a heartbeat of 10 s, the shortest it takes.
 * Woken by `notify`; while batches come back full, it takes the next at once.
 */
export async function openPgBoss(url: string, folder: string): Promise<JobEngine> {
  const { PgBoss } = await loadInstalled<{ PgBoss: new (options: object) => Boss }>(folder, 'pg-boss')
  const boss = new PgBoss({
    connectionString: url,
    useListenNotify: true,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    schedule: false,
  })
  boss.on('error', (error) => console.error('pg-boss:', error.message))
  await boss.start()
  await boss.createQueue('work', { policy: 'stately', notify: true, heartbeatSeconds: 10, retryLimit: 4 })
  const pool = new pg.Pool({ connectionString: url })
  return {
    request: (key) =>
      inTransaction(pool, async (client) => {
        await client.query({ name: 'row', text: writeRow, values: [key] })
        const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) }
        await boss.send('work', { key }, { singletonKey: key, db })
      }),
    async work(run, width) {
      await boss.work(
        'work',
        { batchSize: width, burstWhenBatchFull: true, pollingIntervalSeconds: 0.5 },
        async (jobs) => {
          await Promise.all(jobs.map(({ data }) => run(data.key)))
        },
      )
      return { stop: () => boss.stop({ graceful: true, close: false }) }
    },
    async close() {
      await boss.stop({ graceful: false })
      await pool.end()
    },
  }
}
