import { sql } from 'kysely'
import type { EntriesSaved } from '../articles/polled-entries.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { enqueue } from '../jobs/jobs.ts'
import { listed } from './destinations.ts'

/** The first and last sequence of a feed's new entries. */
export type EntryRange = { readonly feedId: string; readonly first: number; readonly last: number }

/**
 * Queues webhooks for new entries, in the transaction of their poll. Excludes a feed's first round, since those are only new here.
 * If nobody asked for it, this costs one read of a small table.
 */
export async function announceEntries(
  engine: Engine,
  tx: Tx,
  saved: ReadonlyMap<number, EntriesSaved>,
  isFirstRound: (feedId: number) => boolean,
  at: string,
): Promise<void> {
  const fresh = [...saved].filter(([feedId, { newCount }]) => newCount > 0 && !isFirstRound(feedId))
  if (fresh.length === 0) return
  const asked = await tx
    .selectFrom('destination')
    .select(sql<number>`1`.as('one'))
    .where('is_on', '=', 1)
    .where('occasions', 'like', listed('new-entries'))
    .limit(1)
    .executeTakeFirst()
  if (!asked) return
  const jobs = fresh.map(([feedId, { firstSequence, lastSequence }]) => ({
    kind: 'announce' as const,
    key: rangeKey({ feedId: String(feedId), first: firstSequence, last: lastSequence }),
    runAt: at,
  }))
  await enqueue(engine, tx, jobs)
}

/** The range as a job's key. */
function rangeKey({ feedId, first, last }: EntryRange): string {
  return `entries:${feedId}:${first}:${last}`
}

/** The range in a key; undefined for another key. */
export function readRange(key: string): EntryRange | undefined {
  const [, feedId, first, last] = /^entries:(\d+):(\d+):(\d+)$/.exec(key) ?? []
  return feedId === undefined ? undefined : { feedId, first: Number(first), last: Number(last) }
}
