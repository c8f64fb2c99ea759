import type { LeavingHook } from '../accounts/leaving-hooks.ts'
import { dropUntold } from './told-pages.ts'

/** What somebody told of texts goes with them, and the pages that were kept for them alone. */
export const leaveToldPages: LeavingHook = async (tx, readerId) => {
  await tx.deleteFrom('told_page').where('reader_id', '=', readerId).execute()
  await dropUntold(tx)
}
