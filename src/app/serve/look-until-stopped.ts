import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../../pipeline/pipeline-context.ts'

/**
 * Looks for work again and again until it is disposed; what is under way is finished first. A look that throws is logged under
 * `loop`, and ends nothing.
 */
export function lookUntilStopped(
  loop: string,
  everyMs: number,
  log: Log,
  look: (signal: AbortSignal) => Promise<unknown>,
): AsyncDisposable {
  const stopping = new AbortController()
  const { signal } = stopping
  const looking = (async () => {
    while (!signal.aborted) {
      await look(signal).catch((error: unknown) =>
        log('loop-failed', { loop, error: error instanceof Error ? error.message : String(error) }),
      )
      await sleep(everyMs, undefined, { signal }).catch(() => {})
    }
  })()
  return {
    async [Symbol.asyncDispose]() {
      stopping.abort()
      await looking
    },
  }
}
