import { afterSkipped } from '../../core/feed/feed-pace.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { readPace } from './claim-due.ts'

/**
 * A hub is not relied on until it tells something again: its feed is polled when it would be if there were no hub, never sooner
 * than its server asked for.
 */
export async function pollAsEver(engine: Engine, tx: Tx, id: string, at: string): Promise<void> {
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
