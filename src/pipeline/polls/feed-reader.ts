import type { ParseFeedResult } from '../../feeds/reading/parse-feed-text.ts'
import { countBody } from '../../http/long-bodies.ts'
import { createThreadPool, type Threaded } from '../thread-pool.ts'
import type { FeedReaderAnswer, FeedReaderRequest, SitemapRead } from './feed-reader-worker.ts'
import type { SitemapBytes } from './read-newest.ts'

/** A document that could not be read as a feed though it may be one: it takes too long, or more memory than it may. */
export type FeedTrouble = { readonly kind: 'trouble'; readonly reason: 'too-slow'; readonly message: string }

export type FeedReader = {
  /**
   * Reads a long document in a thread; undefined for a short one, which whoever asks reads at once. One that is `given` is handed over
   * instead of copied: nothing may read it any more, unless the answer is undefined.
   */
  read(
    body: Uint8Array,
    from: { readonly contentType: string; readonly url: string },
    how?: 'given',
  ): Promise<ParseFeedResult | FeedTrouble | undefined>
  /** The same for a sitemap, which is copied. */
  readSitemap(sitemap: SitemapBytes): Promise<SitemapRead | FeedTrouble | undefined>
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

/**
 * Reads long documents in a thread of its own, one after another, so that none of them holds up a page. One that is not read within
 * `deadlineMs` is given up, thread and all.
 */
export function createFeedReader({ deadlineMs }: { readonly deadlineMs: number }): FeedReader {
  const pool = createThreadPool<FeedReaderRequest, FeedReaderAnswer>({
    program: new URL('./feed-reader-worker.ts', import.meta.url),
    deadlineMs,
    idleMs: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB, maxYoungGenerationSizeMb: 8 },
  })
  let isClosed = false
  const ask = (body: Uint8Array, how: 'given' | undefined, request: (given: Uint8Array) => FeedReaderRequest) => {
    const letGo = countBody(body)
    const given = ownBytes(body, how)
    return pool.ask(request(given), [given.buffer]).finally(letGo)
  }
  return {
    async read(body, { contentType, url }, how) {
      if (!isLong(body) || isClosed) return undefined
      const read = await ask(body, how, (given) => ({ as: 'feed', body: given, contentType, url }))
      return read.kind === 'done' ? (read.result as ParseFeedResult) : troubleOf(read)
    },
    async readSitemap(sitemap) {
      if (!isLong(sitemap.body) || isClosed) return undefined
      const read = await ask(sitemap.body, undefined, (given) => ({ ...sitemap, as: 'sitemap', body: given }))
      return read.kind === 'done' ? (read.result as SitemapRead) : troubleOf(read)
    },
    close() {
      isClosed = true
      return pool.close()
    },
  }
}

/** Bytes that the thread may have: those of a body that is given, if nothing else is kept beside them, else a copy. */
function ownBytes(body: Uint8Array, how: 'given' | undefined): Uint8Array<ArrayBuffer> {
  const { buffer } = body
  const isAlone = buffer instanceof ArrayBuffer && buffer.byteLength === body.byteLength
  return how === 'given' && isAlone ? new Uint8Array(buffer) : Uint8Array.from(body)
}

type Trouble = Exclude<Threaded<unknown>, { kind: 'done' }>

function troubleOf(trouble: Trouble): FeedTrouble {
  return { kind: 'trouble', reason: 'too-slow', message: wordsOf(trouble) }
}

function wordsOf(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'too-slow':
      return `It was not read within ${Math.round(trouble.afterMs / 1000)} s.`
    case 'failed':
      return `Reading it failed: ${trouble.error.slice(0, 200)}`
    case 'fell':
      return `Reading it takes more than ${MOST_MEMORY_MB} MB of memory.`
    case 'stopped':
      return 'Stopped before it was read.'
  }
}
