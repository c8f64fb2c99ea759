import type { LeavingHook } from '../accounts/leaving-hooks.ts'
import { deleteUnreportedPages } from './told-pages.ts'

/** Deletes a leaving reader's problem reports, and the pages stored only for them. */
export const deleteReportsOnLeaving: LeavingHook = async (tx, readerId) => {
  await tx.deleteFrom('told_page').where('reader_id', '=', readerId).execute()
  await deleteUnreportedPages(tx)
}
