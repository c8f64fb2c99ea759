import { AsyncLocalStorage } from 'node:async_hooks'

/** A request by a browser or program, while it is being answered. */
export type RequestContext = {
  /** False for requests that write: they read only from the main database. */
  readonly isRead: boolean
  /** The reader who made the request, once known. */
  readerId?: string
  /** Earlier reads may be older than this write, so nothing more is read from a replica. */
  hasWritten: boolean
  /** True for writes that must work even on a full disk: signing in and exporting one's own data. */
  isEssential?: boolean
  /** Whether the replica may be read, and when that was decided. */
  fromReplica?: { readonly is: Promise<boolean>; readonly sinceMs: number }
}

const requests = new AsyncLocalStorage<RequestContext>()

/** Runs the handler of a request. Store reads within it may come from a replica, and never wait long. */
export function runRequest<Result>(isRead: boolean, work: () => Result): Result {
  return requests.run({ isRead, hasWritten: false }, work)
}

/** Sets the reader of the request. Before this call nothing is read from a replica: permission checks never use old data. */
export function setRequestReader(readerId: string): void {
  const request = requests.getStore()
  if (!request || request.readerId === readerId) return
  request.readerId = readerId
  delete request.fromReplica
}

/** Marks this request's writes as essential: on a full disk, reserved space is released for them. */
export function markEssential(): void {
  const request = requests.getStore()
  if (request) request.isEssential = true
}

/** The current request; undefined for background work. */
export const currentRequest = (): RequestContext | undefined => requests.getStore()

/** Runs upkeep that a request triggered as if it were background work. */
export const outsideRequest = <Result>(work: () => Result): Result => requests.exit(work)
