import { parentPort } from 'node:worker_threads'
import { parseFeed } from '../feeds/parse-feed.ts'
import type { ParseFeedResult } from '../feeds/parse-feed-text.ts'
import { boundFeed } from './bound-feed.ts'

export type FeedReaderRequest = { readonly body: Uint8Array; readonly contentType: string; readonly url: string }
export type FeedReaderReply =
  | { readonly kind: 'read'; readonly result: ParseFeedResult }
  | { readonly kind: 'failed'; readonly error: string }

parentPort?.on('message', (request: FeedReaderRequest) => parentPort?.postMessage(replyTo(request)))

function replyTo({ body, contentType, url }: FeedReaderRequest): FeedReaderReply {
  try {
    const result = parseFeed(body, { contentType, url })
    // Bounded before it crosses to the other thread.
    return { kind: 'read', result: result.kind === 'feed' ? { ...result, feed: boundFeed(result.feed) } : result }
  } catch (error) {
    return { kind: 'failed', error: String(error) }
  }
}
