import { setTimeout as sleep } from 'node:timers/promises'
import type { Context } from './context.ts'

/** SQLite: a sleeping disk is not woken often. PostgreSQL: with several processes, a dead one must be noticed soon. */
const EVERY_MS = { sqlite: 20_000, postgres: 5_000 }
/** After a failed beat, the next one comes sooner: readiness should recover quickly. */
const AGAIN_MS = 2_000

/** Reports in the database that this process is alive, until disposed; then reports that it ended. */
export async function startHeartbeat(
  { health, operations, log }: Pick<Context, 'health' | 'operations' | 'log'>,
  serves: boolean,
): Promise<AsyncDisposable> {
  const stopping = new AbortController()
  const { signal } = stopping
  let hasFailed = false
  const beat = async (): Promise<boolean> => {
    try {
      await health.beat(serves)
      if (hasFailed) log('beat-again')
      hasFailed = false
      return true
    } catch (error) {
      // Logged once: a database that is away for an hour is one line.
      if (!hasFailed) log('beat-failed', { error: error instanceof Error ? error.message : String(error) })
      hasFailed = true
      return false
    }
  }
  const first = await beat()
  const beating = (async () => {
    let isOk = first
    while (!signal.aborted) {
      await sleep(isOk ? EVERY_MS[operations.store.dialect] : AGAIN_MS, undefined, { signal, ref: false }).catch(
        () => {},
      )
      if (!signal.aborted) isOk = await beat()
    }
  })()
  return {
    async [Symbol.asyncDispose]() {
      if (signal.aborted) return
      stopping.abort()
      await beating
      await operations.store.nodes.leave().catch(() => {})
    },
  }
}
