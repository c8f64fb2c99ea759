import { type ResourceLimits, Worker } from 'node:worker_threads'
import type { ThreadReply, ThreadRequest } from './thread-answers.ts'

/** The outcome of a request to a thread; whatever the thread does, it is one of these. */
export type ThreadResult<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  /** Its deadline passed; the thread is gone. */
  | { readonly kind: 'too-slow'; readonly afterMs: number }
  /** The request threw; the thread continues. */
  | { readonly kind: 'failed'; readonly error: string; readonly stack?: string }
  /** The thread ended, or exceeded its memory limit. */
  | { readonly kind: 'fell'; readonly error: string }
  /** The pool was closed before it was done. */
  | { readonly kind: 'stopped' }

type ThreadPool<Request, Result> = {
  /** `given` is transferred, not copied: the caller can no longer use it. */
  ask(request: Request, given?: readonly ArrayBuffer[]): Promise<ThreadResult<Result>>
  close(): Promise<void>
}

type ThreadPoolOptions = {
  /** The program of the threads, which calls `answerRequests`. */
  readonly program: URL
  readonly threads?: number
  /** A thread that is busy for longer with one request is ended and replaced. */
  readonly deadlineMs: number
  /** A thread that is idle this long is ended and frees its memory. */
  readonly idleMs: number
  readonly resourceLimits: ResourceLimits
  /** Called when a thread starts (1) and when one has ended (-1). */
  readonly onThread?: (by: 1 | -1) => void
}

type Task<Request, Result> = {
  readonly request: Request
  readonly given: readonly ArrayBuffer[]
  readonly settle: (outcome: ThreadResult<Result>) => void
}
type Slot<Request, Result> = {
  worker?: Worker
  idle?: NodeJS.Timeout
  task?: Task<Request, Result> & { readonly id: number; readonly timer: NodeJS.Timeout }
}

/**
 * Threads that answer requests, each one at a time, in order; they start when first needed. A thread that does not end, dies, or fills
 * memory loses only its current request. Idle threads don't keep the process alive.
 */
export function createThreadPool<Request, Result>({
  program,
  threads = 1,
  deadlineMs,
  idleMs,
  resourceLimits,
  onThread,
}: ThreadPoolOptions): ThreadPool<Request, Result> {
  const slots: Slot<Request, Result>[] = Array.from({ length: threads }, () => ({}))
  const waiting: Task<Request, Result>[] = []
  let lastId = 0
  let isClosed = false

  const next = () => {
    if (isClosed) return
    for (const slot of slots) {
      if (slot.task) continue
      const task = waiting.shift()
      if (!task) return
      begin(slot, task)
    }
  }
  const begin = (slot: Slot<Request, Result>, task: Task<Request, Result>) => {
    clearTimeout(slot.idle)
    const worker = slot.worker ?? startThread(slot)
    slot.worker = worker
    lastId += 1
    const timer = setTimeout(() => endThread(slot, { kind: 'too-slow', afterMs: deadlineMs }), deadlineMs)
    slot.task = { ...task, id: lastId, timer }
    worker.ref()
    worker.postMessage({ id: lastId, request: task.request } satisfies ThreadRequest<Request>, [...task.given])
  }
  const startThread = (slot: Slot<Request, Result>): Worker => {
    onThread?.(1)
    const worker = new Worker(program, { resourceLimits })
    worker.once('exit', () => onThread?.(-1))
    worker.on('message', (reply: ThreadReply<Result> | undefined) => {
      if (slot.worker !== worker || slot.task === undefined || reply?.id !== slot.task.id) return
      const { id: _, ...outcome } = reply
      finish(slot, outcome)
    })
    const fell = (error: string) => slot.worker === worker && endThread(slot, { kind: 'fell', error })
    worker.on('error', (error) => fell(String(error)))
    worker.on('exit', () => fell('it ended its thread'))
    return worker
  }
  const finish = (slot: Slot<Request, Result>, outcome: ThreadResult<Result>) => {
    const { task, worker } = slot
    delete slot.task
    clearTimeout(task?.timer)
    worker?.unref()
    task?.settle(outcome)
    next()
    if (!slot.task && worker) slot.idle = setTimeout(() => void dismiss(slot), idleMs).unref()
  }
  const endThread = (slot: Slot<Request, Result>, outcome: ThreadResult<Result>) => {
    void dismiss(slot)
    finish(slot, outcome)
  }
  const dismiss = (slot: Slot<Request, Result>) => {
    const { worker } = slot
    delete slot.worker
    clearTimeout(slot.idle)
    return worker?.terminate()
  }

  return {
    ask(request, given = []) {
      if (isClosed) return Promise.resolve({ kind: 'stopped' })
      return new Promise((settle) => {
        waiting.push({ request, given, settle })
        next()
      })
    },
    async close() {
      isClosed = true
      for (const { settle } of waiting.splice(0)) settle({ kind: 'stopped' })
      await Promise.all(slots.map(dismiss))
      for (const slot of slots) if (slot.task) finish(slot, { kind: 'stopped' })
    },
  }
}
