import { sql } from 'kysely'
import { defined } from '../../core/defined.ts'
import type { Engine, Job as NewJob, Tx } from '../engine/engine.ts'
import { jobNumber } from '../engine/row-ids.ts'
import { addMs } from '../engine/times.ts'
import { whileUnchanged } from '../engine/while-unchanged.ts'
import { emptyCounts, laterTries, maxAttempts, retryDelayMs } from './job-rules.ts'
import { goneOf, thisProcess } from './living.ts'

/** How often it is looked for jobs of dead processes. */
const freeEveryMs = 5_000

// A job that waits keeps the earlier time, one that runs is done again after, one that had failed is tried anew.
const mergeJob = `on conflict (kind, key) do update set
  run_at = case when job.state = 'failed' or (job.state = 'waiting' and excluded.run_at < job.run_at)
    then excluded.run_at else job.run_at end,
  attempts = case when job.state = 'failed' then 0 else job.attempts end,
  again_at = case when job.state = 'running' and (job.again_at is null or excluded.run_at < job.again_at)
    then excluded.run_at else job.again_at end,
  state = case when job.state = 'failed' then 'waiting' else job.state end`

/** Enqueues within a transaction, so that what is to be done and why are written together or not at all. */
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
  | 'keep-hub'
  | 'take-push'
  | 'import-opml'

export type Job = {
  readonly id: string
  readonly kind: JobKind
  /** The id of what it is about; unique with kind while it waits. */
  readonly key: string
  readonly attempts: number
}

export type JobRow = Job & {
  readonly state: 'waiting' | 'running' | 'failed'
  readonly runAt: string
  readonly lastError?: string
}

/**
 * The job table: claimed by one update, leased, at least once. One table on both databases rather than a queue package on one of them:
 * enqueuing is part of the transaction that causes it, leases follow the caller's clock, and the tests are the same.
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
    /** Enqueuing twice is once. */
    enqueue: (
      jobs: readonly { readonly kind: JobKind; readonly key: string; readonly runAt: string }[],
    ): Promise<void> => (jobs.length === 0 ? Promise.resolve() : engine.write((tx) => enqueue(engine, tx, jobs))),

    /** At-least-once: a lease that runs out gives the job to somebody else. */
    async claim(kind: JobKind, limit: number, leaseMs: number, now: string): Promise<readonly Job[]> {
      if (limit <= 0) return []
      await freeOnce(kind, now)
      // Looked at first without writing: an idle worker asks every second and must cost nothing.
      if (!(await hasDue(engine, kind, now))) return []
      return engine.write((tx) => claim(engine, tx, kind, limit, addMs(now, leaseMs), now))
    },

    /** Begins the lease of a job anew; false where it ran out and somebody else took the job. */
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

    /** Tries again later with backoff; after five attempts the job stays as failed, for a person to see. */
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

    /** Puts back what was claimed and is not done, as if it had not been tried: for a process that ends. */
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
        // A newer program that is at work too may have kinds of its own.
        for (const row of rows)
          if (row.kind in counts) counts[row.kind as JobKind][row.state as JobRow['state']] = row.count
        return counts
      },
    ),

    /** How long the oldest due job of each kind waits, in seconds; kinds of which none is due are left out. */
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

    /** Tries once more what was given up some hours ago and is as right now (`laterTries`). How many. */
    async retryLater(now: string): Promise<number> {
      const { kinds, pauseMs, most } = laterTries
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
 * Nobody should wait for the leases of a process that is no more, or has not said for long that it lives: they run out now. Where it was
 * only slow, what it still says of these jobs counts for nothing: the attempt is another one by then.
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
  const dead = await goneOf(engine, holders)
  if (dead.length === 0) return
  await engine.write((tx) =>
    tx
      .updateTable('job')
      .set({ locked_until: now })
      .where('kind', '=', kind)
      .where('state', '=', 'running')
      // One that may have ended its process before is not begun again at once.
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
  // A lease that ran out: somebody died with it. After the last attempt it is a failure for a person to see.
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

/** The attempt is the proof that the lease is still ours: whoever took the job over counted one more. */
function isOurs(engine: Engine, jobs: readonly Job[]) {
  const ids = jobs.map((job) => Number(job.id))
  const leases = jobs.map((job) => `${job.id} ${job.attempts}`)
  return sql<boolean>`(state = 'running' and ${engine.isIn('id', ids)} and ${engine.isIn(sql`(id || ' ' || attempts)`, leases)})`
}
