import { createThreadPool } from '../thread-pool.ts'
import type { PluginRequest } from './plugin-worker.ts'

/** The outcome of running a plugin; whatever it does, it is one of these. */
export type PluginRun =
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'too-slow'; readonly afterMs: number }
  | { readonly kind: 'failed'; readonly error: string }

type PluginThread = {
  ask(work: PluginRequest): Promise<PluginRun>
  close(): Promise<void>
}

const maxMemoryMb = 256
const idleMs = 60_000

/**
 * A thread that runs plugins and nothing of ours: one that does not end within `deadlineMs`, fills memory, ends its thread or throws
 * afterwards affects only the current request. Requests run one after the other; the next one gets a new thread.
 */
export function createPluginThread({ deadlineMs }: { readonly deadlineMs: number }): PluginThread {
  const pool = createThreadPool<PluginRequest, unknown>({
    program: new URL('./plugin-worker.ts', import.meta.url),
    deadlineMs,
    idleMs,
    resourceLimits: { maxOldGenerationSizeMb: maxMemoryMb, maxYoungGenerationSizeMb: 24, stackSizeMb: 8 },
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
