import { Worker } from 'node:worker_threads'
import { opmlLimits, refuseText } from '../../feeds/opml/opml-limits.ts'
import { type ReadListResult, readList } from './read-list.ts'

/** A shorter text is read at once: that takes a few milliseconds, less than starting a thread. */
const shortText = 200_000
const deadlineMs = 60_000

/** Reads a subscription list; a long one in its own thread, so that nobody waits for it. The thread ends with the list and frees its memory. */
export function readListApart(text: string, folders?: readonly string[]): Promise<ReadListResult> {
  // Only its length is checked here; the reader checks everything else.
  const refused = text.length > opmlLimits.text ? refuseText(text) : undefined
  if (refused) return Promise.resolve(refused)
  if (text.length <= shortText) return Promise.resolve(readList(text, folders))
  const worker = new Worker(new URL('./read-list-worker.ts', import.meta.url), {
    workerData: { text, folders },
    resourceLimits: { maxOldGenerationSizeMb: 768 },
  })
  const { promise, resolve } = Promise.withResolvers<ReadListResult>()
  const fail = (error: string) => resolve({ kind: 'failed', error })
  const timer = setTimeout(() => fail(`It was not read within ${deadlineMs / 1000} s`), deadlineMs)
  worker.on('message', resolve)
  worker.on('error', (error) => fail(String(error)))
  worker.on('exit', (code) => fail(`The thread ended with code ${code}`))
  return promise.finally(async () => {
    clearTimeout(timer)
    await worker.terminate()
  })
}
