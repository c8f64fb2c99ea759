import { sql } from 'kysely'
import type { Engine, Job as NewJob, Reader, Tx } from './engine.ts'
import { emptyCounts, maxAttempts, retryDelayMs } from './job-rules.ts'
import { runMany } from './sqlite-run-many.ts'
import type { Job, JobKind, JobRow, JobStore } from './store.ts'
import { addMs } from './times.ts'

const workerName = `${process.pid}`

/** Enqueues; a job that waits keeps the earlier time, one that runs is done again after, one that had failed is tried anew. */
export async function enqueueInSqlite(tx: Tx, jobs: readonly NewJob[]): Promise<void> {
  await runMany(
    tx,
    `insert into job (kind, key, state, run_at, attempts) values (?, ?, 'waiting', ?, 0)
     on conflict (kind, key) do update set
       run_at = case state when 'waiting' then min(run_at, excluded.run_at) when 'failed' then excluded.run_at else run_at end,
       attempts = case state when 'failed' then 0 else attempts end,
       again_at = case state when 'running' then coalesce(min(again_at, excluded.run_at), excluded.run_at) else again_at end,
       state = case state when 'failed' then 'waiting' else state end`,
    jobs.map((job) => [job.kind, job.key, job.runAt]),
  )
}

/** The job table: claimed by one update, leased, at least once. */
export function sqliteJobs(reader: Reader, write: Engine['write']): JobStore {
  return {
    enqueue: (jobs) => (jobs.length === 0 ? Promise.resolve() : write((tx) => enqueueInSqlite(tx, jobs))),

    async claim(kind, limit, leaseMs, now) {
      // Looked at first without writing: an idle worker asks every second and must cost nothing.
      if (limit <= 0 || !(await hasDue(reader, kind, now))) return []
      return write((tx) => claim(tx, kind, limit, addMs(now, leaseMs), now))
    },

    async complete(jobs) {
      if (jobs.length === 0) return
      // The attempt is the proof that the lease is still ours: whoever took the job over counted one more.
      const ours = jobs.map((job) => [job.id, job.attempts])
      const isOurs = `id = ? and attempts = ? and state = 'running'`
      await write(async (tx) => {
        await runMany(tx, `delete from job where ${isOurs} and again_at is null`, ours)
        await runMany(
          tx,
          `update job set state = 'waiting', run_at = again_at, again_at = null, attempts = 0, locked_until = null,
             last_error = null where ${isOurs}`,
          ours,
        )
      })
    },

    async fail(job, error, now) {
      const isLast = job.attempts >= maxAttempts
      await write(async (tx) => {
        await tx
          .updateTable('job')
          .set({
            state: isLast ? 'failed' : 'waiting',
            run_at: isLast ? now : addMs(now, retryDelayMs(job.attempts)),
            last_error: error,
            locked_until: null,
            again_at: null,
          })
          .where('id', '=', Number(job.id))
          .where('attempts', '=', job.attempts)
          .where('state', '=', 'running')
          .execute()
      })
    },

    async list(limit) {
      const rows = await reader
        .selectFrom('job')
        .select(['id', 'kind', 'key', 'state', 'run_at', 'attempts', 'last_error'])
        .orderBy(sql`case state when 'failed' then 0 when 'running' then 1 else 2 end`)
        .orderBy('run_at')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(
        (row): JobRow => ({
          id: String(row.id),
          kind: row.kind as JobKind,
          key: row.key,
          attempts: row.attempts,
          state: row.state as JobRow['state'],
          runAt: row.run_at,
          ...(row.last_error === null ? {} : { lastError: row.last_error }),
        }),
      )
    },

    async counts() {
      const rows = await reader
        .selectFrom('job')
        .select(['kind', 'state', sql<number>`count(*)`.as('count')])
        .groupBy(['kind', 'state'])
        .execute()
      const counts = emptyCounts()
      for (const row of rows) counts[row.kind as JobKind][row.state as JobRow['state']] = row.count
      return counts
    },

    async retryFailed(ids, now) {
      const done = await write((tx) =>
        tx
          .updateTable('job')
          .set({ state: 'waiting', attempts: 0, run_at: now })
          .where('state', '=', 'failed')
          .$if(ids !== 'all', (query) =>
            query.where(
              sql<boolean>`id in (select value from json_each(${JSON.stringify((ids as string[]).map(Number))}))`,
            ),
          )
          .executeTakeFirst(),
      )
      return Number(done.numUpdatedRows)
    },
  }
}

async function hasDue(reader: Reader, kind: JobKind, now: string): Promise<boolean> {
  const found = await sql<{ due: number }>`select
      exists (select 1 from job where kind = ${kind} and state = 'waiting' and run_at <= ${now})
      or exists (select 1 from job where kind = ${kind} and state = 'running' and locked_until <= ${now}) as due`.execute(
    reader,
  )
  return found.rows[0]?.due === 1
}

async function claim(tx: Tx, kind: JobKind, limit: number, lockedUntil: string, now: string): Promise<readonly Job[]> {
  // A lease that ran out: somebody died with it. After the last attempt it is a failure for a person to see.
  await sql`update job set
      state = case when attempts >= ${maxAttempts} then 'failed' else 'waiting' end,
      last_error = coalesce(last_error, 'The worker stopped before it was done.'), again_at = null
    where kind = ${kind} and state = 'running' and locked_until <= ${now}`.execute(tx)
  const claimed = await sql<{ id: number; key: string; attempts: number; run_at: string }>`update job set
      state = 'running', attempts = attempts + 1, locked_until = ${lockedUntil}, locked_by = ${workerName}
    where id in (select id from job where kind = ${kind} and state = 'waiting' and run_at <= ${now} order by run_at, id limit ${limit})
    returning id, key, attempts, run_at`.execute(tx)
  return claimed.rows
    .toSorted((a, b) => (a.run_at < b.run_at ? -1 : a.run_at > b.run_at ? 1 : a.id - b.id))
    .map((row) => ({ id: String(row.id), kind, key: row.key, attempts: row.attempts }))
}
