import { sql } from 'kysely'
import { defined } from '../../core/defined.ts'
import { nth } from '../../core/nth.ts'
import type { Engine } from '../engine/engine.ts'
import { whileUnchanged } from '../engine/while-unchanged.ts'
import { isDue } from './claim-due.ts'

type Progress = { readonly total: number; readonly polled: number; readonly due: number; readonly nextPollAt?: string }
/** Valid until `until`, when the next feed becomes due or the next lease expires. */
type Kept = { readonly from: string; readonly until: string; readonly progress: Progress }

/** Counts how many feeds there are, were polled and are due. Between writes, only time changes these. */
export function progressOfPolls(engine: Engine): (now: string) => Promise<Progress> {
  // Holds the cached progress; every write empties it.
  const keep = whileUnchanged(engine, async (): Promise<{ kept?: Kept }> => ({}))
  return async (now) => {
    const place = await keep()
    const { kept } = place
    if (kept && kept.from <= now && now < kept.until) return kept.progress
    const found = await countPolls(engine, now)
    place.kept = { from: now, ...found }
    return found.progress
  }
}

/**
 * Written so that indexes answer it, since every list page runs it after each write. Only a due feed can wait for a lease to expire,
 * and only an active one becomes due.
 */
async function countPolls({ reader }: Engine, now: string): Promise<{ progress: Progress; until: string }> {
  const asked = sql`is_stopped = 0 and intake <> 'mail'`
  const found = await sql<{
    feeds: number
    letters: number
    unpolled: number
    due: number
    next: string | null
    due_next: string | null
    lease_ends: string | null
  }>`select
      (select count(*) from feed) as feeds,
      (select count(*) from feed where intake = 'mail') as letters,
      (select count(*) from feed where last_polled_at is null and intake <> 'mail') as unpolled,
      (select min(next_poll_at) from feed where ${asked}) as next,
      (select min(next_poll_at) from feed where ${asked} and next_poll_at > ${now}) as due_next,
      count(case when ${isDue(now)} then 1 end) as due,
      min(case when leased_until > ${now} then leased_until end) as lease_ends
    from feed where ${asked} and next_poll_at <= ${now}`.execute(reader)
  const row = nth(found.rows, 0)
  const total = row.feeds - row.letters
  return {
    progress: {
      total,
      polled: total - row.unpolled,
      due: row.due,
      ...defined({ nextPollAt: row.next ?? undefined }),
    },
    until: nth([row.due_next ?? '~', row.lease_ends ?? '~'].sort(), 0),
  }
}
