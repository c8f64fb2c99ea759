import { sql } from 'kysely'
import { isDue } from './claim-due.ts'
import type { Engine } from './engine.ts'
import type { FeedStore } from './feed-store.ts'
import { whileUnchanged } from './while-unchanged.ts'

type Progress = Awaited<ReturnType<FeedStore['progress']>>
/** Holds until `until`, when the next feed becomes due or the next lease runs out. */
type Kept = { readonly from: string; readonly until: string; readonly progress: Progress }

/** Counts polls: how many feeds there are, were polled and are due. As long as nothing is written, only time changes that. */
export function progressOfPolls(engine: Engine): FeedStore['progress'] {
  // One place to keep it in, which is emptied by every write.
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

async function countPolls({ reader }: Engine, now: string): Promise<{ progress: Progress; until: string }> {
  const found = await sql<{
    total: number
    polled: number
    due: number
    next: string | null
    due_next: string | null
    lease_ends: string | null
  }>`select
      count(*) as total, count(last_polled_at) as polled,
      count(case when ${isDue(now)} then 1 end) as due,
      min(case when is_stopped = 0 then next_poll_at end) as next,
      min(case when next_poll_at > ${now} then next_poll_at end) as due_next,
      min(case when leased_until > ${now} then leased_until end) as lease_ends
    from feed where intake <> 'mail'`.execute(reader)
  const row = found.rows[0]!
  return {
    progress: {
      total: row.total,
      polled: row.polled,
      due: row.due,
      ...(row.next === null ? {} : { nextPollAt: row.next }),
    },
    until: [row.due_next ?? '~', row.lease_ends ?? '~'].sort()[0]!,
  }
}
