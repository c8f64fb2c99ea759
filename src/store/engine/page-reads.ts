import { AsyncLocalStorage } from 'node:async_hooks'

/** A request for a page or of a program, while it is answered. */
export type PageRequest = {
  /** False for what is sent to be kept: all it reads comes from where it is written. */
  readonly isRead: boolean
  /** Whose page it is, once that is known. */
  readerId?: string
  /** What was read before may be older than what was written: from here on nothing is read from a copy. */
  hasWritten: boolean
  /** True for what has to be possible on a full disk, too: signing in, and taking one's own data out. */
  isEssential?: boolean
  /** Whether a copy may be read, and when that was found out. */
  fromReplica?: { readonly is: Promise<boolean>; readonly sinceMs: number }
}

const requests = new AsyncLocalStorage<PageRequest>()

/** Runs what answers a request. What the store reads within it may come from a copy, and never waits for long. */
export function answerAsPage<Result>(isRead: boolean, work: () => Result): Result {
  return requests.run({ isRead, hasWritten: false }, work)
}

/** Says whose page it is. Until then nothing is read from a copy: whether somebody may come in is never told by an old one. */
export function nameReader(readerId: string): void {
  const request = requests.getStore()
  if (!request || request.readerId === readerId) return
  request.readerId = readerId
  delete request.fromReplica
}

/** Says that what this request writes is essential: a reserve of room is given up for it where the disk is full. */
export function nameEssential(): void {
  const request = requests.getStore()
  if (request) request.isEssential = true
}

/** The request this is done for; undefined for all that goes on by itself. */
export const currentPage = (): PageRequest | undefined => requests.getStore()

/** Runs upkeep that a request happened to come across, as if it went on by itself. */
export const asUpkeep = <Result>(work: () => Result): Result => requests.exit(work)
