import { setTimeout as sleep } from 'node:timers/promises'

/** Time to finish after a stop signal; the rest is left to other processes. */
export const FINISH_MS = 4_000

/** Settles when one of these is done, or when `signal` aborts. Leaves no listeners on a long-lived signal. */
export async function oneOf(running: Iterable<Promise<void>>, signal: AbortSignal | undefined): Promise<void> {
  if (!signal) return Promise.race(running)
  if (signal.aborted) return
  const { promise, resolve } = Promise.withResolvers<void>()
  const stop = () => resolve()
  signal.addEventListener('abort', stop, { once: true })
  try {
    await Promise.race([...running, promise])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

/** Waits for all of these; after `signal` aborts, no longer than `finishMs`. */
export async function allOf(
  running: Iterable<Promise<void>>,
  signal: AbortSignal | undefined,
  finishMs: number = FINISH_MS,
): Promise<void> {
  const all = Promise.all(running)
  if (signal?.aborted) await Promise.race([all, sleep(finishMs, undefined, { ref: false })])
  else await all
}
