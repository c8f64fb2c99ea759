import { sql } from 'kysely'
import type { EntriesSaved } from '../articles/polled-entries.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { enqueue } from '../jobs/jobs.ts'
import { listed } from './destinations.ts'

/** New entries of one feed, by their numbers, from the first to the last. */
export type EntryRange = { readonly feedId: string; readonly first: number; readonly last: number }

/**
 * Asks, with the poll that brought them, that webhooks be told of new entries. Not of those of a feed's first round, which
 * are as new as the subscription. Where nobody asked for it that costs one look at a small table.
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

/** The range as the key of a job. */
function rangeKey({ feedId, first, last }: EntryRange): string {
  return `entries:${feedId}:${first}:${last}`
}

/** The range of a key; undefined when it is none. */
export function readRange(key: string): EntryRange | undefined {
  const [, feedId, first, last] = /^entries:(\d+):(\d+):(\d+)$/.exec(key) ?? []
  return feedId === undefined ? undefined : { feedId, first: Number(first), last: Number(last) }
}
