import { CommitUnknownError, StoreBusyError, StoreFullError } from '../store/store-errors.ts'
import { NoRoomError } from './body-room.ts'

/** After how many seconds what failed because the server was busy is worth another try. */
export const busySeconds = 5

/**
 * True for what a face tells as "busy, try again": the database did not answer in time or has no room, or too much is being sent at
 * once; nothing is wrong with what was asked.
 */
export const isBusy = (error: unknown): boolean =>
  error instanceof StoreBusyError || error instanceof NoRoomError || isFull(error)

/**
 * True when the connection to the database broke while something was being saved, and nobody could be asked what became of it: it has
 * happened as a whole, or not at all. What can be repeated is answered like {@link isBusy}; of all else, whoever asked looks first.
 */
export const isUnconfirmed = (error: unknown): boolean => error instanceof CommitUnknownError

/** True when there was no room left for what was to be kept: nothing was changed, and what was asked can be asked again later. */
export const isFull = (error: unknown): boolean => error instanceof StoreFullError

/** What is noted by the way (when something was read, a session used) does not keep a page from who reads where the disk is full. */
export async function unlessFull<Result>(work: Promise<Result>): Promise<Result | undefined> {
  return work.catch((error: unknown) => {
    if (!isFull(error)) throw error
    return undefined
  })
}
