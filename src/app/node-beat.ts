import { setTimeout as sleep } from 'node:timers/promises'
import type { Context } from './context.ts'

/** A disk that sleeps is not woken up so often; where several share a server, a dead one is to be known soon. */
const EVERY_MS = { sqlite: 20_000, postgres: 5_000 }
/** After a beat that failed, the next one comes sooner: whoever asks whether this process is ready should not wait. */
const AGAIN_MS = 2_000

/** Has a process say in the database that it lives, until it is disposed; then it says that it ends. */
export async function startNodeBeat(
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
      // Told once: a database that is away for an hour is one line.
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
