import { parentPort } from 'node:worker_threads'
import type { FeedEntry } from '../core/entry.ts'
import { type ParseFeedResult, parseFeed } from '../feeds/parse-feed.ts'

/** Of the HTML of one entry so many characters are kept: more is never shown (see `sanitizeHtml`). */
const MOST_HTML = 2_000_000

export type FeedReaderRequest = { readonly body: Uint8Array; readonly contentType: string; readonly url: string }
export type FeedReaderReply =
  | { readonly kind: 'read'; readonly result: ParseFeedResult }
  | { readonly kind: 'failed'; readonly error: string }

parentPort?.on('message', (request: FeedReaderRequest) => parentPort?.postMessage(replyTo(request)))

function replyTo({ body, contentType, url }: FeedReaderRequest): FeedReaderReply {
  try {
    return { kind: 'read', result: shortened(parseFeed(body, { contentType, url })) }
  } catch (error) {
    return { kind: 'failed', error: String(error) }
  }
}

function shortened(result: ParseFeedResult): ParseFeedResult {
  if (result.kind !== 'feed') return result
  return { kind: 'feed', feed: { ...result.feed, entries: result.feed.entries.map(shortenedEntry) } }
}

function shortenedEntry(entry: FeedEntry): FeedEntry {
  const { contentHtml, summaryHtml } = entry
  return {
    ...entry,
    ...(contentHtml !== undefined && { contentHtml: contentHtml.slice(0, MOST_HTML) }),
    ...(summaryHtml !== undefined && { summaryHtml: summaryHtml.slice(0, MOST_HTML) }),
  }
}
