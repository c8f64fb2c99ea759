import { Worker } from 'node:worker_threads'
import type { FeedEntry } from '../core/entry.ts'
import type { LetterRequest } from './letter-worker.ts'

/** A letter as an entry, with the hash of what it says and the beginning of its text. */
export type ReadLetter =
  | {
      readonly kind: 'letter'
      readonly entry: FeedEntry
      readonly contentHash: string
      readonly text: string
    }
  | { readonly kind: 'unreadable'; readonly message: string }

/** Reads letters, one after the other. */
export type LetterReader = {
  read(bytes: Uint8Array, receivedAt: string): Promise<ReadLetter>
  close(): Promise<void>
}

/** A megabyte of HTML takes half a second of a core, which may be busy; whoever brings a letter waits for ten minutes. */
const DEADLINE_MS = 30_000
/** Enough for five megabytes of files, or two of text, a hundred times a newsletter. */
const limits = { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 4, stackSizeMb: 8 }

/**
 * A thread that reads letters: what somebody sends here must not stop the pages, however it is made. One that takes too long or too
 * much memory is ended with the letter, which is refused; the next letter gets a new thread. It starts with the first letter.
 */
export function createLetterReader(
  options: { readonly deadlineMs?: number; readonly program?: URL } = {},
): LetterReader {
  const { deadlineMs = DEADLINE_MS, program = new URL('./letter-worker.ts', import.meta.url) } = options
  let worker: Worker | undefined
  let last: Promise<unknown> = Promise.resolve()
  let isClosed = false

  let settle: (read: ReadLetter) => void = () => {}
  const giveUp = (message: string) => settle({ kind: 'unreadable', message })

  const hire = () => {
    const hired = new Worker(program, { resourceLimits: limits })
    const ended = (message: string) => {
      if (worker !== hired) return
      worker = undefined
      giveUp(message)
    }
    hired.on('message', (read: ReadLetter) => worker === hired && settle(read))
    hired.on('error', (error) => ended(error.message))
    hired.on('exit', () => ended('The thread that read it ended.'))
    return hired
  }

  const readNow = async (request: LetterRequest): Promise<ReadLetter> => {
    if (isClosed) throw new Error('The server stops: letters are to be brought again')
    worker ??= hire()
    const busy = worker
    const { promise, resolve } = Promise.withResolvers<ReadLetter>()
    settle = resolve
    const timer = setTimeout(() => giveUp(`It was not read after ${Math.round(deadlineMs / 1000)} s.`), deadlineMs)
    busy.ref()
    busy.postMessage(request)
    const read = await promise
    clearTimeout(timer)
    busy.unref()
    if (read.kind === 'unreadable') {
      worker = undefined
      await busy.terminate()
    }
    return read
  }

  return {
    read(bytes, receivedAt) {
      const next = last.then(() => readNow({ bytes, receivedAt }))
      last = next.catch(() => {})
      return next
    },
    async close() {
      isClosed = true
      await last
      await worker?.terminate()
    },
  }
}
