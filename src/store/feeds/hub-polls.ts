import { afterSkipped } from '../../core/feed/feed-pace.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { enqueue } from '../jobs/jobs.ts'
import { readPace } from './claim-due.ts'

/**
 * Stops relying on a hub until it sends something again: its feed is polled as if there were no hub, but never sooner than its
 * server allows.
 */
export async function pollNormally(engine: Engine, tx: Tx, id: string, at: string): Promise<void> {
  const row = await tx
    .selectFrom('hub_subscription')
    .select(['feed_id', 'poll_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  await tx.updateTable('hub_subscription').set({ pushed_at: null }).where('id', '=', id).execute()
  if (!row || row.feed_id === null || row.poll_at === null) return
  await engine.lockFeeds(tx, [row.feed_id])
  const feed = await tx.selectFrom('feed').select('pace').where('id', '=', row.feed_id).executeTakeFirst()
  const soonest = Date.parse(row.poll_at > at ? row.poll_at : at)
  const due = new Date(afterSkipped(soonest, readPace(feed?.pace ?? null))).toISOString()
  await tx
    .updateTable('feed')
    .set({ next_poll_at: due, next_why: null })
    .where('id', '=', row.feed_id)
    .where('error_count', '=', 0)
    .where('next_poll_at', '>', due)
    .execute()
}

/** Earlier than any clock's time: at once. */
const atOnce = '1970-01-01T00:00:00.000Z'

/** Ends the hub subscriptions of a feed that no longer needs them. The rows stay until the hub has been asked to stop. */
export async function endHubs(engine: Engine, tx: Tx, feedId: number, at = atOnce): Promise<void> {
  const rows = await tx.selectFrom('hub_subscription').select('id').where('feed_id', '=', feedId).execute()
  for (const { id } of rows) await pollNormally(engine, tx, id, at)
  await tx
    .updateTable('hub_subscription')
    .set({ feed_id: null, pending: null, pending_until: null, retry_at: null, failures: 0 })
    .where('feed_id', '=', feedId)
    .execute()
  await enqueue(
    engine,
    tx,
    rows.map(({ id }) => ({ kind: 'keep-hub', key: id, runAt: at })),
  )
}
