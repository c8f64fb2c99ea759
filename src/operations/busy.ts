import { CommitUnknownError, StoreBusyError, type StoreTrouble, StoreTroubleError } from '../store/store-errors.ts'
import { NoRoomError } from './body-room.ts'

export type { StoreTrouble }

/** After how many seconds what failed because the server was busy is worth another try. */
export const busySeconds = 5

/**
 * True for what a face tells as "busy, try again": the database did not answer in time or takes no writes, or too much is being sent at
 * once; nothing is wrong with what was asked.
 */
export const isBusy = (error: unknown): boolean =>
  error instanceof StoreBusyError || error instanceof NoRoomError || troubleOf(error) !== undefined

/**
 * True when the connection to the database broke while something was being saved, and nobody could be asked what became of it: it has
 * happened as a whole, or not at all. What can be repeated is answered like {@link isBusy}; of all else, whoever asked looks first.
 */
export const isUnconfirmed = (error: unknown): boolean => error instanceof CommitUnknownError

/** What is wrong with the store where that is why something failed: nothing was changed, and it can be asked again when it is mended. */
export const troubleOf = (error: unknown): StoreTrouble | undefined =>
  error instanceof StoreTroubleError ? error.trouble : undefined

/**
 * What is noted by the way (when something was read, a session used) does not keep a page from who reads where the disk is full, or the
 * database cannot be written for another reason.
 */
export async function unlessTroubled<Result>(work: Promise<Result>): Promise<Result | undefined> {
  return work.catch((error: unknown) => {
    if (troubleOf(error) === undefined) throw error
    return undefined
  })
}
