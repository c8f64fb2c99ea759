import type { ParseFeedResult } from '../../feeds/reading/parse-feed-text.ts'
import { countBody } from '../../http/long-bodies.ts'
import { createThreadPool, type ThreadResult } from '../thread-pool.ts'
import type { FeedReaderAnswer, FeedReaderRequest, SitemapRead } from './feed-reader-worker.ts'
import type { SitemapBytes } from './gather-sitemap.ts'

/** A document that could not be read as a feed although it may be one: it takes too long, or too much memory. */
export type FeedTrouble = { readonly kind: 'trouble'; readonly reason: 'too-slow'; readonly message: string }

export type FeedReader = {
  /**
   * Reads a long document in a thread. Returns undefined for a short one, which the caller reads at once. A `given` document is transferred
   * instead of copied: do not read it afterwards, unless the result is undefined.
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

/** Shorter documents are read on the thread that fetched them: that takes a few milliseconds at most. */
const SHORT_BYTES = 256 * 1024
const MAX_MEMORY_MB = 192
const IDLE_MS = 20_000

export function isLong(body: Uint8Array): boolean {
  return body.length > SHORT_BYTES
}

/**
 * Reads long documents in its own thread, one after another, so that none blocks a page. One that takes longer than `deadlineMs` is given
 * up, together with the thread.
 */
export function createFeedReader({ deadlineMs }: { readonly deadlineMs: number }): FeedReader {
  const pool = createThreadPool<FeedReaderRequest, FeedReaderAnswer>({
    program: new URL('./feed-reader-worker.ts', import.meta.url),
    deadlineMs,
    idleMs: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB, maxYoungGenerationSizeMb: 8 },
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

/** Bytes to transfer to the thread: those of a `given` body when it fills its buffer, else a copy. */
function ownBytes(body: Uint8Array, how: 'given' | undefined): Uint8Array<ArrayBuffer> {
  const { buffer } = body
  const isAlone = buffer instanceof ArrayBuffer && buffer.byteLength === body.byteLength
  return how === 'given' && isAlone ? new Uint8Array(buffer) : Uint8Array.from(body)
}

type Trouble = Exclude<ThreadResult<unknown>, { kind: 'done' }>

function troubleOf(trouble: Trouble): FeedTrouble {
  return { kind: 'trouble', reason: 'too-slow', message: wordsOf(trouble) }
}

function wordsOf(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'too-slow':
      return `Reading it took longer than ${Math.round(trouble.afterMs / 1000)} s.`
    case 'failed':
      return `Reading it failed: ${trouble.error.slice(0, 200)}`
    case 'fell':
      return `Reading it takes more than ${MAX_MEMORY_MB} MB of memory.`
    case 'stopped':
      return 'Stopped before it was read.'
  }
}
