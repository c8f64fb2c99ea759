import { sql } from 'kysely'
import { afterSkipped, maxPauseSeconds } from '../../core/feed/feed-pace.ts'
import { readPace } from '../feeds/claim-due.ts'
import { jobKinds, soonKinds } from '../jobs/job-rules.ts'
import type { Engine, Tx } from './engine.ts'
import { addMs } from './times.ts'

/** How many times were brought back, of each. */
export type BroughtBack = { readonly feeds: number; readonly jobs: number; readonly sendings: number }

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
/** No rule leaves a feed alone for longer: the longest pause of a host, and then all days of a week but one to leave out. */
const furthestPollMs = maxPauseSeconds * 1000 + 8 * dayMs
/** Clocks of several machines differ by less. */
const apartMs = 10 * minuteMs
/** Leases of jobs and feeds are much shorter. */
const longestLeaseMs = hourMs
/** What is done at once, and what is tried again, is so within four hours. */
const longestWaitMs = 6 * hourMs
/** Of feeds only those are looked at that wait for longer. */
const leastPollMs = dayMs
const mostAtOnce = 1000

/**
 * Times that are waited for and lie further ahead than any rule puts them: the clock was ahead when they were written. It looks without
 * writing, by index, and writes where there is something: nearly never.
 */
export function farTimeStore(engine: Engine) {
  return {
    /**
     * Brings them back, counted from `now`: a feed is asked after as long as it was to be left alone, work that is done at once and
     * another try are done now, and a lease that nobody can have runs out. To be called by a clock that has been steady: to one that is
     * behind, everything lies ahead.
     */
    async bringBack(now: string): Promise<BroughtBack> {
      let feeds = 0
      for (let found = mostAtOnce; found === mostAtOnce; feeds += found)
        found = (await isAny(engine, farFeeds(now))) ? await engine.write((tx) => bringBackFeeds(engine, tx, now)) : 0
      const jobs = (await isAny(engine, farJobs(now))) ? await engine.write((tx) => bringBackJobs(tx, now)) : 0
      const sendings = (await isAny(engine, farSendings(now)))
        ? await engine.write((tx) => bringBackSendings(tx, now))
        : 0
      return { feeds, jobs, sendings }
    },
  }
}

export type FarTimeStore = ReturnType<typeof farTimeStore>

async function isAny(engine: Engine, rows: ReturnType<typeof farFeeds>): Promise<boolean> {
  const found = await sql<{ found: number }>`select 1 as found ${rows} limit 1`.execute(engine.reader)
  return found.rows.length > 0
}

/** Of those that wait for longer than a day: what was polled or added in the future, and what no rule put there. */
function farFeeds(now: string) {
  return sql`from feed where is_stopped = 0 and intake <> 'mail' and next_poll_at > ${addMs(now, leastPollMs)}
    and (coalesce(last_polled_at, created_at) > ${addMs(now, apartMs)} or next_poll_at > ${addMs(now, furthestPollMs)})`
}

async function bringBackFeeds(engine: Engine, tx: Tx, now: string): Promise<number> {
  const found = await sql<{
    id: number
    next_poll_at: string
    last_polled_at: string | null
    leased_until: string | null
    interval_minutes: number
    pace: string | null
  }>`select id, next_poll_at, last_polled_at, leased_until, interval_minutes, pace
    ${farFeeds(now)} order by id limit ${mostAtOnce} ${engine.skipLocked}`.execute(tx)
  await engine.updateMany(
    tx,
    'feed',
    'id',
    found.rows.map((row) => {
      const isPolledAhead = row.last_polled_at !== null && row.last_polled_at > now
      return {
        id: row.id,
        next_poll_at: new Date(
          afterSkipped(Date.parse(now) + waitOf(row, isPolledAhead), readPace(row.pace)),
        ).toISOString(),
        last_polled_at: isPolledAhead ? now : row.last_polled_at,
        leased_until:
          row.leased_until !== null && row.leased_until > addMs(now, longestLeaseMs) ? null : row.leased_until,
      }
    }),
  )
  return found.rows.length
}

/** How long it was to be left alone when it was polled; where that is not known, as long as usual, a day at most. */
function waitOf(
  row: { readonly next_poll_at: string; readonly last_polled_at: string | null; readonly interval_minutes: number },
  isPolledAhead: boolean,
): number {
  const usualMs = Math.min(row.interval_minutes * minuteMs, dayMs)
  const meantMs = isPolledAhead ? Date.parse(row.next_poll_at) - Date.parse(row.last_polled_at ?? '') : usualMs
  return meantMs <= furthestPollMs ? Math.max(meantMs, usualMs) : usualMs
}

/** What is put off on purpose may lie far ahead, as an alert of a story that is dated ahead: of that only another try is too far. */
function farJobs(now: string) {
  const far = addMs(now, longestWaitMs)
  return sql`from job where id in (
    select id from job where state = 'waiting' and run_at > ${far}
      and kind in (${sql.join(soonKinds)})
    union all select id from job where state = 'waiting' and run_at > ${far} and attempts > 0
    union all select id from job where state = 'failed' and run_at > ${far}
    union all select id from job where state = 'running' and kind in (${sql.join(jobKinds)})
      and locked_until > ${addMs(now, longestLeaseMs)})`
}

async function bringBackJobs(tx: Tx, now: string): Promise<number> {
  const done = await sql`update job set run_at = case when run_at > ${now} then ${now} else run_at end,
      locked_until = case when state = 'running' then ${now} else locked_until end
    where id in (select id ${farJobs(now)})`.execute(tx)
  return Number(done.numAffectedRows ?? 0n)
}

function farSendings(now: string) {
  return sql`from sending where state = 'waiting' and next_at > ${addMs(now, longestWaitMs)}`
}

async function bringBackSendings(tx: Tx, now: string): Promise<number> {
  const far = addMs(now, longestWaitMs)
  await sql`update destination set retry_at = null where retry_at > ${far}`.execute(tx)
  const done = await sql`update sending set next_at = ${now} where id in (select id ${farSendings(now)})`.execute(tx)
  return Number(done.numAffectedRows ?? 0n)
}
