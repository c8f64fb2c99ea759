import { setTimeout as sleep } from 'node:timers/promises'
import type { Store } from '../store/store.ts'

/** How often it is looked whether the process that does it is still there. */
const LOOK_MS = 30_000

export type OneProcessOptions = { readonly signal: AbortSignal; readonly lookMs?: number }

/**
 * Does work that passes over what is done, of all processes on a database in one at a time: the others look now and then
 * whether it has ended, or its process has, and then find little or nothing left. Ends with the work, or on `signal`.
 */
export async function byOneProcess(
  { stories }: Pick<Store, 'stories'>,
  name: string,
  work: () => Promise<unknown>,
  { signal, lookMs = LOOK_MS }: OneProcessOptions,
): Promise<void> {
  while (!signal.aborted) {
    const done = await stories.ifFree(`work:${name}`, work)
    if (done.kind === 'done') return
    await sleep(lookMs, undefined, { signal }).catch(() => {})
  }
}
