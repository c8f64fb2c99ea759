import { deleteReportsOnLeaving } from '../articles/problem-reports.ts'
import { leaveDesk } from '../desk/desk.ts'
import { removeFromDiscussion } from '../discussion/leave-discussion.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { deleteNewslettersOnLeaving } from '../feeds/newsletter-addresses.ts'
import { leaveWatches } from '../notify/leave-watches.ts'

/** What happens to a leaving reader's comments: they are deleted, or stay without a name. */
export type CommentsOnLeaving = 'remove' | 'keep-unnamed'

/**
 * What a table does when somebody leaves, before all rows with their `reader_id` are deleted: to keep texts without a name, it
 * clears the id. Runs within the transaction that deletes everything else.
 */
export type LeavingHook = (tx: Tx, readerId: string, words: CommentsOnLeaving, engine: Engine) => Promise<void>

/** One for each table that other readers see, or that others depend on. */
export const leavingHooks: readonly LeavingHook[] = [
  removeFromDiscussion,
  deleteNewslettersOnLeaving,
  deleteReportsOnLeaving,
  leaveWatches,
  leaveDesk,
]
