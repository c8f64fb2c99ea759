import type { LeavingHook } from '../accounts/leaving-hooks.ts'
import { setState } from './comment-state.ts'

/**
 * Removes a leaving reader from the discussion: their comments are deleted or stay without a name, and what else identifies them is
 * deleted. Safe to repeat.
 */
export const removeFromDiscussion: LeavingHook = async (tx, readerId, words) => {
  const rows = await tx.selectFrom('comment').select('id').where('reader_id', '=', readerId).execute()
  for (const { id } of rows) {
    const row = await tx.selectFrom('comment').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    const stays = words === 'keep-unnamed' && row.state === 'shown'
    if (!stays) await setState(tx, row, 'deleted')
    await tx
      .updateTable('comment')
      .set({
        reader_id: '',
        appeal: null,
        ...(!stays && { body: '', quotes: '[]', queued_at: null, hold_reasons: '[]', report_count: 0 }),
      })
      .where('id', '=', id)
      .execute()
    if (stays) continue
    await tx.deleteFrom('comment_report').where('comment_id', '=', id).execute()
    await tx.deleteFrom('comment_mention').where('comment_id', '=', id).execute()
  }
  await tx.deleteFrom('comment_report').where('reader_id', '=', readerId).execute()
  await tx.deleteFrom('comment_mention').where('reader_id', '=', readerId).execute()
  await tx.deleteFrom('comment_block').where('reader_id', '=', readerId).execute()
  await tx.updateTable('comment_block').set({ by_id: '' }).where('by_id', '=', readerId).execute()
  // Decisions stay in the log, without who made them and in what words.
  for (const table of ['discussion_lock', 'moderation_entry'] as const)
    await tx.updateTable(table).set({ reader_id: '', reason: '' }).where('reader_id', '=', readerId).execute()
}
