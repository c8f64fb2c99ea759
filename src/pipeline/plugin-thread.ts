import { Worker } from 'node:worker_threads'
import type { PluginReply, PluginRequest, PluginWork } from './plugin-worker.ts'

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

type Task = { readonly id: number; readonly work: PluginWork; readonly settle: (run: PluginRun) => void }

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
  const waiting: Task[] = []
  let worker: Worker | undefined
  let task: Task | undefined
  let timer: NodeJS.Timeout | undefined
  let lastId = 0
  let isClosed = false

  const dismiss = () => {
    const ended = worker
    worker = undefined
    return ended?.terminate()
  }
  const finish = (run: PluginRun) => {
    clearTimeout(timer)
    const settled = task
    task = undefined
    settled?.settle(run)
    next()
    if (task || !worker) return
    worker.unref()
    timer = setTimeout(() => void dismiss(), idleMs).unref()
  }
  const giveUp = (run: PluginRun) => {
    void dismiss()
    finish(run)
  }
  const hire = () => {
    const hired = new Worker(new URL('./plugin-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb, maxYoungGenerationSizeMb: 24, stackSizeMb: 8 },
    })
    const isMine = () => worker === hired
    hired.on('message', (reply: PluginReply | undefined) => {
      if (!isMine() || task === undefined || reply?.id !== task.id) return
      finish(reply.kind === 'done' ? { kind: 'done', result: reply.result } : { kind: 'failed', error: reply.error })
    })
    hired.on('error', (error: unknown) => isMine() && giveUp({ kind: 'failed', error: String(error) }))
    hired.on('exit', () => isMine() && giveUp({ kind: 'failed', error: 'it ended its thread' }))
    return hired
  }
  const next = () => {
    if (task || isClosed) return
    task = waiting.shift()
    if (!task) return
    clearTimeout(timer)
    worker ??= hire()
    worker.ref()
    worker.postMessage({ id: task.id, work: task.work } satisfies PluginRequest)
    timer = setTimeout(() => giveUp({ kind: 'too-slow', afterMs: deadlineMs }), deadlineMs)
  }

  return {
    ask(work) {
      if (isClosed) return Promise.resolve({ kind: 'failed', error: 'Stopped before it was asked' })
      return new Promise((settle) => {
        lastId += 1
        waiting.push({ id: lastId, work, settle })
        next()
      })
    },
    async close() {
      isClosed = true
      clearTimeout(timer)
      const stopped = { kind: 'failed', error: 'Stopped while it was asked' } as const
      for (const { settle } of waiting.splice(0)) settle(stopped)
      task?.settle(stopped)
      task = undefined
      await dismiss()
    },
  }
}
