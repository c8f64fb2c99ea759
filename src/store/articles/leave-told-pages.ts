import type { LeavingHook } from '../accounts/leaving-hooks.ts'
import { dropUntold } from './told-pages.ts'

/** Deletes a leaving reader's problem reports, and the pages stored only for them. */
export const leaveToldPages: LeavingHook = async (tx, readerId) => {
  await tx.deleteFrom('told_page').where('reader_id', '=', readerId).execute()
  await dropUntold(tx)
}
