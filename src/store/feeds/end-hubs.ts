import type { Engine, Tx } from '../engine/engine.ts'
import { enqueue } from '../jobs/jobs.ts'
import { pollNormally } from './hub-polls.ts'

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
