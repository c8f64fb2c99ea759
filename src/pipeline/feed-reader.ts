import { Worker } from 'node:worker_threads'
import type { ParseFeedResult } from '../feeds/parse-feed-text.ts'
import { holdBody } from '../http/long-bodies.ts'
import type { FeedReaderReply, FeedReaderRequest } from './feed-reader-worker.ts'

/** A document that could not be read as a feed though it may be one: it takes too long, or more memory than it may. */
export type FeedTrouble = { readonly kind: 'trouble'; readonly reason: 'too-slow'; readonly message: string }

export type FeedReader = {
  /** Reads a long document in a thread; undefined for a short one, which whoever asks reads at once. */
  read(
    body: Uint8Array,
    from: { readonly contentType: string; readonly url: string },
  ): Promise<ParseFeedResult | FeedTrouble | undefined>
  close(): Promise<void>
}

/** Up to this many bytes a document is read on the thread that fetched it: that takes a few milliseconds at most. */
const SHORT_BYTES = 256 * 1024
/** Memory the thread may hold, in megabytes. */
const MOST_MEMORY_MB = 192
/** A thread with nothing to read is ended after this long. */
const IDLE_MS = 20_000

/** Whether a document is read in the thread. */
export function isLong(body: Uint8Array): boolean {
  return body.length > SHORT_BYTES
}

type Task = { readonly request: FeedReaderRequest; readonly settle: (result: ParseFeedResult | FeedTrouble) => void }

/**
 * Reads long documents in a thread of its own, one after another, so that none of them holds up a page. One that is not read within
 * `deadlineMs` is given up, thread and all.
 */
export function createFeedReader(options: { readonly deadlineMs: number }): FeedReader {
  const waiting: Task[] = []
  let worker: Worker | undefined
  let task: Task | undefined
  let timer: NodeJS.Timeout | undefined
  let isClosed = false

  const finish = (result: ParseFeedResult | FeedTrouble) => {
    clearTimeout(timer)
    const done = task
    task = undefined
    done?.settle(result)
    next()
    if (!task && worker) timer = setTimeout(dismiss, IDLE_MS).unref()
  }
  const dismiss = () => {
    const ended = worker
    worker = undefined
    return ended?.terminate()
  }
  const giveUp = (message: string) => {
    void dismiss()
    finish({ kind: 'trouble', reason: 'too-slow', message })
  }
  const hire = (): Worker => {
    const hired = new Worker(new URL('./feed-reader-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB, maxYoungGenerationSizeMb: 8 },
    })
    hired.on('message', (reply: FeedReaderReply) => {
      if (worker !== hired) return
      if (reply.kind === 'read') finish(reply.result)
      else giveUp(`Reading it failed: ${reply.error.slice(0, 200)}`)
    })
    hired.on('error', () => {
      if (worker === hired) giveUp(`Reading it takes more than ${MOST_MEMORY_MB} MB of memory.`)
    })
    hired.unref()
    return hired
  }
  const next = () => {
    if (task || isClosed) return
    task = waiting.shift()
    if (!task) return
    clearTimeout(timer)
    worker ??= hire()
    worker.postMessage(task.request)
    timer = setTimeout(
      () => giveUp(`It was not read within ${Math.round(options.deadlineMs / 1000)} s.`),
      options.deadlineMs,
    )
  }

  return {
    read(body, from) {
      if (!isLong(body) || isClosed) return Promise.resolve(undefined)
      const letGo = holdBody(body)
      return new Promise<ParseFeedResult | FeedTrouble>((settle) => {
        waiting.push({ request: { body, ...from }, settle })
        next()
      }).finally(letGo)
    },
    async close() {
      isClosed = true
      clearTimeout(timer)
      const stopped = { kind: 'trouble', reason: 'too-slow', message: 'Stopped before it was read.' } as const
      for (const { settle } of waiting.splice(0)) settle(stopped)
      task?.settle(stopped)
      task = undefined
      await dismiss()
    },
  }
}
