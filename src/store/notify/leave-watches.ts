import type { Tx } from '../engine/engine.ts'

/** Somebody leaves: their watches go with their logs, what they took is free again, and their name is in no log. */
export async function leaveWatches(tx: Tx, readerId: string): Promise<void> {
  const own = tx.selectFrom('watch').select('id').where('reader_id', '=', readerId)
  await tx.deleteFrom('watch_article').where('watch_id', 'in', own).execute()
  await tx.deleteFrom('watch_event').where('watch_id', 'in', own).execute()
  await tx.deleteFrom('watch_event').where('actor_id', '=', readerId).execute()
  await tx
    .updateTable('watch')
    .set({ taken_by: null, taken_name: null, taken_at: null })
    .where('taken_by', '=', readerId)
    .execute()
}
