import type { FeedEntry } from '../../core/entry.ts'
import { createThreadPool } from '../thread-pool.ts'
import type { NewsletterRequest } from './newsletter-worker.ts'

/** A newsletter as an entry, with the hash of its content and the beginning of its text. */
export type ReadNewsletter =
  | {
      readonly kind: 'letter'
      readonly entry: FeedEntry
      readonly contentHash: string
      readonly text: string
    }
  | { readonly kind: 'unreadable'; readonly message: string }

export type NewsletterReader = {
  read(bytes: Uint8Array, receivedAt: string): Promise<ReadNewsletter>
  close(): Promise<void>
}

/** A megabyte of HTML takes half a second of a core, which may be busy; the sender waits up to ten minutes. */
const DEADLINE_MS = 30_000
const IDLE_MS = 60_000
/** Enough for five megabytes of files, or two of text, a hundred times a newsletter. */
const resourceLimits = { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 4, stackSizeMb: 8 }

const stopping = 'The server is stopping: deliver the mail again later'

/**
 * A thread that reads newsletters, since no message may block the pages, however it is made. One that takes too long or too much memory is
 * ended together with its newsletter, which is refused; the next newsletter gets a new thread. It starts with the first newsletter.
 */
export function createNewsletterReader(
  options: { readonly deadlineMs?: number; readonly program?: URL } = {},
): NewsletterReader {
  const { deadlineMs = DEADLINE_MS, program = new URL('./newsletter-worker.ts', import.meta.url) } = options
  const pool = createThreadPool<NewsletterRequest, ReadNewsletter>({
    program,
    deadlineMs,
    idleMs: IDLE_MS,
    resourceLimits,
  })
  const underWay = new Set<Promise<unknown>>()
  let isClosed = false

  const readNow = async (request: NewsletterRequest): Promise<ReadNewsletter> => {
    const read = await pool.ask(request)
    switch (read.kind) {
      case 'done':
        return read.result
      case 'too-slow':
        return { kind: 'unreadable', message: `Reading it took longer than ${Math.round(read.afterMs / 1000)} s.` }
      case 'stopped':
        throw new Error(stopping)
      default:
        return { kind: 'unreadable', message: read.error }
    }
  }

  return {
    async read(bytes, receivedAt) {
      if (isClosed) throw new Error(stopping)
      const reading = readNow({ bytes, receivedAt })
      underWay.add(reading)
      return reading.finally(() => underWay.delete(reading))
    },
    async close() {
      isClosed = true
      await Promise.allSettled(underWay)
      await pool.close()
    },
  }
}
