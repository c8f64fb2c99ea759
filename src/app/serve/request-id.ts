import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'

const requests = new AsyncLocalStorage<string>()

/**
 * Answers a request under an id of its own, which is in every line logged meanwhile and in the answer, so that a reader can quote it. An id
 * sent by a client is never used.
 */
export function withRequestId<Result>(env: unknown, work: () => Result): Result {
  // Twelve random digits, from Node's cache of them.
  const id = randomUUID().replace('-', '').slice(0, 12)
  const { outgoing } = (env ?? {}) as { readonly outgoing?: { setHeader?(name: string, value: string): unknown } }
  outgoing?.setHeader?.('X-Request-Id', id)
  return requests.run(id, work)
}

/** The id of the current request; undefined for background work. */
export const requestId = (): string | undefined => requests.getStore()
