import { sql } from 'kysely'
import { afterSkipped, maxPauseSeconds } from '../../core/feed/feed-pace.ts'
import { readPace } from '../feeds/claim-due.ts'
import { immediateKinds, jobKinds } from '../jobs/job-rules.ts'
import type { Engine, Tx } from './engine.ts'
import { addMs } from './times.ts'

/** How many times were corrected, of each kind. */
type CorrectedTimes = { readonly feeds: number; readonly jobs: number; readonly sendings: number }

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
/** No rule lets a feed wait longer: the longest pause of a host, plus a schedule that skips all days of a week but one. */
const furthestPollMs = maxPauseSeconds * 1000 + 8 * dayMs
/** Clocks of several machines differ by less. */
const apartMs = 10 * minuteMs
/** Leases of jobs and feeds are much shorter. */
const longestLeaseMs = hourMs
/** Immediate work and retries are due within four hours. */
const longestWaitMs = 6 * hourMs
/** Only feeds that wait longer than this are checked. */
const leastPollMs = dayMs
const mostAtOnce = 1000

/**
 * Finds scheduled times further ahead than any rule sets them: the clock was ahead when they were written. It reads by index, and
 * writes only when it finds something, which is almost never.
 */
export function farTimeStore(engine: Engine) {
  return {
    /**
     * Moves such times back, counted from `now`: a feed is due after its usual wait, immediate work and retries are due now, and
     * impossible leases expire. Call it only when the clock has been steady: to a slow clock, everything is ahead.
     */
    async moveBack(now: string): Promise<CorrectedTimes> {
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

/** Feeds that wait longer than a day and were polled or added in the future, or scheduled further than any rule allows. */
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

/** The wait that was set when the feed was polled; if unknown, its usual interval, at most a day. */
function waitOf(
  row: { readonly next_poll_at: string; readonly last_polled_at: string | null; readonly interval_minutes: number },
  isPolledAhead: boolean,
): number {
  const usualMs = Math.min(row.interval_minutes * minuteMs, dayMs)
  const meantMs = isPolledAhead ? Date.parse(row.next_poll_at) - Date.parse(row.last_polled_at ?? '') : usualMs
  return meantMs <= furthestPollMs ? Math.max(meantMs, usualMs) : usualMs
}

/** Work may be scheduled far ahead on purpose, such as an alert for a story dated ahead. Only retries can be too far. */
function farJobs(now: string) {
  const far = addMs(now, longestWaitMs)
  return sql`from job where id in (
    select id from job where state = 'waiting' and run_at > ${far}
      and kind in (${sql.join(immediateKinds)})
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
