import { leaveToldPages } from '../articles/leave-told-pages.ts'
import { leaveDiscussion } from '../discussion/leave-discussion.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { leaveLetters } from '../feeds/leave-letters.ts'

/** What becomes of what somebody wrote for others, when they leave: all of it goes, or it stays without their name. */
export type WrittenWords = 'remove' | 'keep-unnamed'

/**
 * What a table asks for when somebody leaves, before every row with their `reader_id` is removed: to keep words without a name,
 * it takes the id off them. Runs within the transaction in which everything else of theirs goes.
 */
export type LeavingHook = (tx: Tx, readerId: string, words: WrittenWords, engine: Engine) => Promise<void>

/** One line for each table that others read in, or that has more hanging on it. */
export const leavingHooks: readonly LeavingHook[] = [leaveDiscussion, leaveLetters, leaveToldPages]
