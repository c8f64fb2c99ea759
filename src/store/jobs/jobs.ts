import { sql } from 'kysely'
import { defined } from '../../core/defined.ts'
import type { Engine, NewJob, Tx } from '../engine/engine.ts'
import { jobNumber } from '../engine/row-ids.ts'
import { addMs } from '../engine/times.ts'
import { whileUnchanged } from '../engine/while-unchanged.ts'
import { delayedRetries, emptyCounts, maxAttempts, retryDelayMs } from './job-rules.ts'
import { presumedDead, thisProcess } from './process-liveness.ts'

/** How often to look for jobs of dead processes. */
const freeEveryMs = 5_000

// A waiting job keeps the earlier time, a running one is run again afterwards, a failed one is retried.
const mergeJob = `on conflict (kind, key) do update set
  run_at = case when job.state = 'failed' or (job.state = 'waiting' and excluded.run_at < job.run_at)
    then excluded.run_at else job.run_at end,
  attempts = case when job.state = 'failed' then 0 else job.attempts end,
  again_at = case when job.state = 'running' and (job.again_at is null or excluded.run_at < job.again_at)
    then excluded.run_at else job.again_at end,
  state = case when job.state = 'failed' then 'waiting' else job.state end`

/** Enqueues within a transaction, so that the job and its cause are written together or not at all. */
export async function enqueue(engine: Engine, tx: Tx, jobs: readonly NewJob[]): Promise<void> {
  const once = new Map<string, NewJob>()
  for (const job of jobs) {
    const name = `${job.kind} ${job.key}`
    const other = once.get(name)
    if (!other || job.runAt < other.runAt) once.set(name, job)
  }
  await engine.insertMany(
    tx,
    'job',
    [...once.values()].map(({ kind, key, runAt }) => ({ kind, key, state: 'waiting', run_at: runAt, attempts: 0 })),
    { ifExists: mergeJob },
  )
}

export type JobKind =
  | 'ingest-entry'
  | 'refresh-story'
  | 'tidy'
  | 'alert'
  | 'deliver'
  | 'announce'
  | 'send'
  | 'send-brief'
  | 'write-summary'
  | 'translate-article'
  | 'keep-page'
  | 'keep-hub'
  | 'take-push'
  | 'import-opml'
  | 'move'
  | 'end-embargo'

export type Job = {
  readonly id: string
  readonly kind: JobKind
  /** The id of its subject; unique with `kind` while it waits. */
  readonly key: string
  readonly attempts: number
}

type JobRow = Job & {
  readonly state: 'waiting' | 'running' | 'failed'
  readonly runAt: string
  readonly lastError?: string
}

/**
 * The job table: claimed by one update, leased, at least once. One table on both databases instead of a queue package on one:
 * enqueuing belongs to the transaction that causes it, leases follow the caller's clock, and the tests are the same.
 */
export function jobStore(engine: Engine) {
  const { reader } = engine
  const freed = new Map<JobKind, { readonly done: Promise<void>; readonly againMs: number }>()
  const freeOnce = (kind: JobKind, now: string) => {
    const before = freed.get(kind)
    if (before && performance.now() < before.againMs) return before.done
    const done = freeFromDead(engine, kind, now).catch(() => {})
    freed.set(kind, { done, againMs: performance.now() + freeEveryMs })
    return done
  }
  return {
    /** Enqueuing twice is the same as once. */
    enqueue: (
      jobs: readonly { readonly kind: JobKind; readonly key: string; readonly runAt: string }[],
    ): Promise<void> => (jobs.length === 0 ? Promise.resolve() : engine.write((tx) => enqueue(engine, tx, jobs))),

    /** At least once: when a lease expires, somebody else gets the job. */
    async claim(kind: JobKind, limit: number, leaseMs: number, now: string): Promise<readonly Job[]> {
      if (limit <= 0) return []
      await freeOnce(kind, now)
      // Reads first without writing, since an idle worker asks every second.
      if (!(await hasDue(engine, kind, now))) return []
      return engine.write((tx) => claim(engine, tx, kind, limit, addMs(now, leaseMs), now))
    },

    /** Renews a job's lease; false when it expired and somebody else has the job. */
    async renew(job: Job, leaseMs: number, now: string): Promise<boolean> {
      const { numUpdatedRows } = await engine.write((tx) =>
        tx
          .updateTable('job')
          .set({ locked_until: addMs(now, leaseMs) })
          .where(isOurs(engine, [job]))
          .executeTakeFirstOrThrow(),
      )
      return numUpdatedRows > 0n
    },

    async complete(jobs: readonly Job[]): Promise<void> {
      if (jobs.length > 0) await engine.write((tx) => complete(engine, tx, jobs))
    },

    /** Schedules a retry with backoff; after five attempts the job stays failed, for a person to see. */
    async fail(job: Job, error: string, now: string): Promise<void> {
      const isLast = job.attempts >= maxAttempts
      await engine.write((tx) =>
        tx
          .updateTable('job')
          .set({
            state: isLast ? 'failed' : 'waiting',
            run_at: isLast ? now : addMs(now, retryDelayMs(job.attempts)),
            last_error: error,
            locked_until: null,
            again_at: null,
          })
          .where(isOurs(engine, [job]))
          .execute(),
      )
    },

    /** Returns unfinished jobs, as if never tried, when a process ends. */
    async giveBack(jobs: readonly Job[], now: string): Promise<void> {
      if (jobs.length === 0) return
      await engine.write((tx) =>
        tx
          .updateTable('job')
          .set({ state: 'waiting', run_at: now, attempts: sql`attempts - 1`, locked_until: null, again_at: null })
          .where(isOurs(engine, jobs))
          .execute(),
      )
    },

    async list(limit: number): Promise<readonly JobRow[]> {
      const rows = await reader
        .selectFrom('job')
        .select(['id', 'kind', 'key', 'state', 'run_at', 'attempts', 'last_error'])
        .orderBy(sql`case state when 'failed' then 0 when 'running' then 1 else 2 end`)
        .orderBy('run_at')
        .orderBy('id')
        .limit(Math.max(0, limit))
        .execute()
      return rows.map(
        (row): JobRow => ({
          id: String(row.id),
          kind: row.kind as JobKind,
          key: row.key,
          attempts: row.attempts,
          state: row.state as JobRow['state'],
          runAt: row.run_at,
          ...defined({ lastError: row.last_error ?? undefined }),
        }),
      )
    },

    counts: whileUnchanged(
      engine,
      async (): Promise<
        Readonly<Record<JobKind, { readonly waiting: number; readonly running: number; readonly failed: number }>>
      > => {
        const rows = await reader
          .selectFrom('job')
          .select(['kind', 'state', sql<number>`count(*)`.as('count')])
          .groupBy(['kind', 'state'])
          .execute()
        const counts = emptyCounts()
        // A newer program running beside this one may have other kinds.
        for (const row of rows)
          if (row.kind in counts) counts[row.kind as JobKind][row.state as JobRow['state']] = row.count
        return counts
      },
    ),

    /** How long the oldest due job of each kind has waited, in seconds; kinds without one are left out. */
    async waits(now: string): Promise<Readonly<Partial<Record<JobKind, number>>>> {
      const found = await sql<{ kind: JobKind; since: string }>`select kind, min(run_at) as since from job
        where state = 'waiting' and run_at <= ${now} group by kind`.execute(reader)
      const known = emptyCounts()
      return Object.fromEntries(
        found.rows
          .filter(({ kind }) => kind in known)
          .map(({ kind, since }) => [kind, (Date.parse(now) - Date.parse(since)) / 1000]),
      )
    },

    async retryFailed(ids: readonly string[] | 'all', now: string): Promise<number> {
      const done = await engine.write((tx) =>
        tx
          .updateTable('job')
          .set({ state: 'waiting', attempts: 0, run_at: now })
          .where('state', '=', 'failed')
          .$if(ids !== 'all', (query) => query.where(engine.isIn('id', (ids as string[]).map(jobNumber))))
          .executeTakeFirst(),
      )
      return Number(done.numUpdatedRows)
    },

    /** Retries jobs that failed some hours ago and are still useful (`laterTries`). Returns how many. */
    async retryLater(now: string): Promise<number> {
      const { kinds, pauseMs, most } = delayedRetries
      const done = await engine.write((tx) =>
        tx
          .updateTable('job')
          .set({ state: 'waiting', run_at: now })
          .where('state', '=', 'failed')
          .where('kind', 'in', [...kinds])
          .where('attempts', '<', maxAttempts + most)
          .where('run_at', '<=', addMs(now, -pauseMs))
          .executeTakeFirst(),
      )
      return Number(done.numUpdatedRows)
    },
  }
}

export type JobStore = ReturnType<typeof jobStore>

/**
 * Ends the leases of a dead or long silent process at once, so that nobody waits for them. If it was only slow, its later reports on
 * these jobs are ignored, since the attempt number has changed.
 */
async function freeFromDead(engine: Engine, kind: JobKind, now: string): Promise<void> {
  const running = await engine.reader
    .selectFrom('job')
    .select('locked_by')
    .distinct()
    .where('kind', '=', kind)
    .where('state', '=', 'running')
    .execute()
  const holders = running.flatMap(({ locked_by: by }) => (by !== null && by !== thisProcess ? [by] : []))
  const dead = await presumedDead(engine, holders)
  if (dead.length === 0) return
  await engine.write((tx) =>
    tx
      .updateTable('job')
      .set({ locked_until: now })
      .where('kind', '=', kind)
      .where('state', '=', 'running')
      // A job that may have crashed its process before isn't restarted at once.
      .where('attempts', '=', 1)
      .where('locked_until', '>', now)
      .where(engine.isIn('locked_by', dead))
      .execute(),
  )
}

async function hasDue(engine: Engine, kind: JobKind, now: string): Promise<boolean> {
  const found = await sql<{ due: number }>`select case when
      exists (select 1 from job where kind = ${kind} and state = 'waiting' and run_at <= ${now})
      or exists (select 1 from job where kind = ${kind} and state = 'running' and locked_until <= ${now})
    then 1 else 0 end as due`.execute(engine.reader)
  return found.rows[0]?.due === 1
}

async function claim(
  engine: Engine,
  tx: Tx,
  kind: JobKind,
  limit: number,
  lockedUntil: string,
  now: string,
): Promise<readonly Job[]> {
  // The lease expired because its worker died. After the last attempt this is a failure for a person to see.
  await sql`update job set
      state = case when attempts >= ${maxAttempts} then 'failed' else 'waiting' end, again_at = null,
      run_at = case when attempts >= ${maxAttempts} then ${now} else run_at end,
      last_error = coalesce(last_error, 'The worker stopped before it was done.')
    where id in (
      select id from job where kind = ${kind} and state = 'running' and locked_until <= ${now} ${engine.skipLocked})`.execute(
    tx,
  )
  const claimed = await sql<{ id: number; key: string; attempts: number; run_at: string }>`update job set
      state = 'running', attempts = attempts + 1, locked_until = ${lockedUntil}, locked_by = ${thisProcess}
    where id in (
      select id from job where kind = ${kind} and state = 'waiting' and run_at <= ${now}
      order by run_at, id limit ${limit} ${engine.skipLocked})
    returning id, key, attempts, run_at`.execute(tx)
  return claimed.rows
    .toSorted((a, b) => (a.run_at < b.run_at ? -1 : a.run_at > b.run_at ? 1 : a.id - b.id))
    .map((row) => ({ id: String(row.id), kind, key: row.key, attempts: row.attempts }))
}

async function complete(engine: Engine, tx: Tx, jobs: readonly Job[]): Promise<void> {
  await tx.deleteFrom('job').where(isOurs(engine, jobs)).where('again_at', 'is', null).execute()
  await tx
    .updateTable('job')
    .set({ state: 'waiting', run_at: sql`again_at`, again_at: null, attempts: 0, locked_until: null, last_error: null })
    .where(isOurs(engine, jobs))
    .execute()
}

/** The attempt number proves that the lease is still ours: another claim would have increased it. */
function isOurs(engine: Engine, jobs: readonly Job[]) {
  const ids = jobs.map((job) => Number(job.id))
  const leases = jobs.map((job) => `${job.id} ${job.attempts}`)
  return sql<boolean>`(state = 'running' and ${engine.isIn('id', ids)} and ${engine.isIn(sql`(id || ' ' || attempts)`, leases)})`
}
