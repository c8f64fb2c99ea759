import { parentPort } from 'node:worker_threads'
import { type ParseFeedResult, parseFeed } from '../feeds/parse-feed.ts'

export type FeedReaderRequest = { readonly body: Uint8Array; readonly contentType: string; readonly url: string }
export type FeedReaderReply =
  | { readonly kind: 'read'; readonly result: ParseFeedResult }
  | { readonly kind: 'failed'; readonly error: string }

parentPort?.on('message', (request: FeedReaderRequest) => parentPort?.postMessage(replyTo(request)))

function replyTo({ body, contentType, url }: FeedReaderRequest): FeedReaderReply {
  try {
    return { kind: 'read', result: parseFeed(body, { contentType, url }) }
  } catch (error) {
    return { kind: 'failed', error: String(error) }
  }
}
