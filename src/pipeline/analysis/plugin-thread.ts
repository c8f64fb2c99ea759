import { createThreadPool } from '../thread-pool.ts'
import type { PluginWork } from './plugin-worker.ts'

/** What came of asking a plugin; whatever it does, it is one of these. */
export type PluginRun =
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'too-slow'; readonly afterMs: number }
  | { readonly kind: 'failed'; readonly error: string }

/** A thread that plugins run in. */
export type PluginThread = {
  ask(work: PluginWork): Promise<PluginRun>
  close(): Promise<void>
}

/** Memory the thread may hold, in megabytes. */
const mostMemoryMb = 256
/** A thread that is asked nothing is ended after this long. */
const idleMs = 60_000

/**
 * Plugins run here and nothing of ours does: one that does not end within `deadlineMs`, fills memory, ends its thread or throws when
 * nobody waits any more takes nothing along but what was asked of it just then. Works are done one after the other; the next that is
 * asked gets a new thread.
 */
export function createPluginThread({ deadlineMs }: { readonly deadlineMs: number }): PluginThread {
  const pool = createThreadPool<PluginWork, unknown>({
    program: new URL('./plugin-worker.ts', import.meta.url),
    deadlineMs,
    idleMs,
    resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb, maxYoungGenerationSizeMb: 24, stackSizeMb: 8 },
  })
  return {
    async ask(work) {
      const run = await pool.ask(work)
      switch (run.kind) {
        case 'done':
        case 'too-slow':
          return run
        case 'stopped':
          return { kind: 'failed', error: 'Stopped before it was done' }
        default:
          return { kind: 'failed', error: run.error }
      }
    },
    close: pool.close,
  }
}
