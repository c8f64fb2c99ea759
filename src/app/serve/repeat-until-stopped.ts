import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../../pipeline/pipeline-context.ts'

/** Looks for work repeatedly until disposed; work in progress is finished first. An error is logged under `loop` and the loop continues. */
export function repeatUntilStopped(
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
