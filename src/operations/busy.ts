import { CommitUnknownError, StoreBusyError, type StoreTrouble, StoreTroubleError } from '../store/store-errors.ts'
import { NoRoomError } from './body-memory.ts'

export type { StoreTrouble }

/** Seconds after which a request that failed because the server was busy is worth another try. */
export const busySeconds = 5

/**
 * True for what an adapter answers with "busy, try again": the database timed out or accepts no writes, or too much is being sent at
 * once. The request itself is fine.
 */
export const isBusy = (error: unknown): boolean =>
  error instanceof StoreBusyError || error instanceof NoRoomError || storeTroubleOf(error) !== undefined

/**
 * True when the connection to the database broke during a commit, so that the outcome is unknown: all of it happened, or nothing. A
 * request that can be repeated is answered like {@link isBusy}; otherwise the caller checks first.
 */
export const isUnconfirmed = (error: unknown): boolean => error instanceof CommitUnknownError

/** The problem of the store that caused a failure: nothing was changed, and the request can be repeated once it is fixed. */
export const storeTroubleOf = (error: unknown): StoreTrouble | undefined =>
  error instanceof StoreTroubleError ? error.trouble : undefined

/**
 * Ignores storage trouble in incidental writes (an article marked as read, a session used), so that a full disk or a read-only
 * database doesn't keep people from reading.
 */
export async function ignoringStoreTrouble<Result>(work: Promise<Result>): Promise<Result | undefined> {
  return work.catch((error: unknown) => {
    if (storeTroubleOf(error) === undefined) throw error
    return undefined
  })
}
