import { StoreBusyError } from '../store/store-errors.ts'

/** After how many seconds what failed because the database was busy is worth another try. */
export const busySeconds = 5

/** True for what a face tells as "busy, try again": the database did not answer in time, and nothing is wrong with what was asked. */
export const isBusy = (error: unknown): boolean => error instanceof StoreBusyError
