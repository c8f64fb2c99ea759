import { sql } from 'kysely'
import type { Engine, Tx } from './engine.ts'

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
  const due = row.poll_at > at ? row.poll_at : at
  await tx
    .updateTable('feed')
    .set({ next_poll_at: due, next_why: 'usual' })
    .where('id', '=', row.feed_id)
    .where('error_count', '=', 0)
    .where('next_poll_at', '>', due)
    .execute()
}

/** Until when a hub that tells news lately does so, for a query over feeds. */
export const pushUntil = (now: string) =>
  sql<string | null>`(select lease_until from hub_subscription where hub_subscription.feed_id = feed.id
    and pushed_at is not null and lease_until > ${now})`
