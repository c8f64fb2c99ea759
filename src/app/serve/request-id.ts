import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'

const requests = new AsyncLocalStorage<string>()

/**
 * Runs what answers a request under an id of its own, which stands in every line that is logged meanwhile, and in the answer, so that
 * a reader can name it. One that a client sends is never taken.
 */
export function withRequestId<Result>(env: unknown, work: () => Result): Result {
  // Twelve digits at random, of those that Node has ready.
  const id = randomUUID().replace('-', '').slice(0, 12)
  const { outgoing } = (env ?? {}) as { readonly outgoing?: { setHeader?(name: string, value: string): unknown } }
  outgoing?.setHeader?.('X-Request-Id', id)
  return requests.run(id, work)
}

/** The id of the request this is done for; undefined for what goes on by itself. */
export const requestId = (): string | undefined => requests.getStore()
