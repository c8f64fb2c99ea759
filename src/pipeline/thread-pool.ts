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

export type ThreadPool<Request, Result> = {
  /** `given` is transferred, not copied: the caller can no longer use it. */
  ask(request: Request, given?: readonly ArrayBuffer[]): Promise<ThreadResult<Result>>
  close(): Promise<void>
}

export type ThreadPoolOptions = {
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
type Seat<Request, Result> = {
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
  const seats: Seat<Request, Result>[] = Array.from({ length: threads }, () => ({}))
  const waiting: Task<Request, Result>[] = []
  let lastId = 0
  let isClosed = false

  const next = () => {
    if (isClosed) return
    for (const seat of seats) {
      if (seat.task) continue
      const task = waiting.shift()
      if (!task) return
      begin(seat, task)
    }
  }
  const begin = (seat: Seat<Request, Result>, task: Task<Request, Result>) => {
    clearTimeout(seat.idle)
    const worker = seat.worker ?? hire(seat)
    seat.worker = worker
    lastId += 1
    const timer = setTimeout(() => giveUp(seat, { kind: 'too-slow', afterMs: deadlineMs }), deadlineMs)
    seat.task = { ...task, id: lastId, timer }
    worker.ref()
    worker.postMessage({ id: lastId, request: task.request } satisfies ThreadRequest<Request>, [...task.given])
  }
  const hire = (seat: Seat<Request, Result>): Worker => {
    onThread?.(1)
    const worker = new Worker(program, { resourceLimits })
    worker.once('exit', () => onThread?.(-1))
    worker.on('message', (reply: ThreadReply<Result> | undefined) => {
      if (seat.worker !== worker || seat.task === undefined || reply?.id !== seat.task.id) return
      const { id: _, ...outcome } = reply
      finish(seat, outcome)
    })
    const fell = (error: string) => seat.worker === worker && giveUp(seat, { kind: 'fell', error })
    worker.on('error', (error) => fell(String(error)))
    worker.on('exit', () => fell('it ended its thread'))
    return worker
  }
  const finish = (seat: Seat<Request, Result>, outcome: ThreadResult<Result>) => {
    const { task, worker } = seat
    delete seat.task
    clearTimeout(task?.timer)
    worker?.unref()
    task?.settle(outcome)
    next()
    if (!seat.task && worker) seat.idle = setTimeout(() => void dismiss(seat), idleMs).unref()
  }
  const giveUp = (seat: Seat<Request, Result>, outcome: ThreadResult<Result>) => {
    void dismiss(seat)
    finish(seat, outcome)
  }
  const dismiss = (seat: Seat<Request, Result>) => {
    const { worker } = seat
    delete seat.worker
    clearTimeout(seat.idle)
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
      await Promise.all(seats.map(dismiss))
      for (const seat of seats) if (seat.task) finish(seat, { kind: 'stopped' })
    },
  }
}
