import { Worker } from 'node:worker_threads'
import { defined } from '../../core/defined.ts'
import { type OpmlTop, outlineBatchSize } from '../../core/feed/subscription-list.ts'
import { type OpmlRefusal, opmlLimits, refuseText } from '../../feeds/opml/opml-limits.ts'
import { placeOutlines } from '../../feeds/opml/place-outlines.ts'
import { readOpml } from '../../feeds/opml/read-opml.ts'

/** A subscription list ready to import: its outlines in batches, each a JSON list of `PlacedOutline`. */
export type ReadList = {
  readonly kind: 'list'
  readonly top: OpmlTop
  readonly feedCount: number
  /** What was left out, with the reasons: the first ones, and how many more. */
  readonly skipped: readonly string[]
  readonly batches: readonly string[]
}

type ReadListResult = ReadList | OpmlRefusal | { readonly kind: 'failed'; readonly error: string }

const maxSkippedListed = 500

/** Reads and flattens a list. With `folders`, only feeds of these. */
export function readList(text: string, folders?: readonly string[]): ReadList | OpmlRefusal {
  const read = readOpml(text)
  if (read.kind === 'refused') return read
  const { attributes, head } = read.tree
  const { places, feedCount, skipped } = placeOutlines(read.tree, { broken: read.broken, ...defined({ folders }) })
  const batches: string[] = []
  for (let from = 0; from < places.length; from += outlineBatchSize)
    batches.push(JSON.stringify(places.slice(from, from + outlineBatchSize)))
  const more = skipped.length - maxSkippedListed
  const listedSkipped = more > 0 ? [...skipped.slice(0, maxSkippedListed), `And ${more} more.`] : skipped
  return { kind: 'list', top: { attributes, head }, feedCount, skipped: listedSkipped, batches }
}

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
