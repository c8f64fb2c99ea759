import { parseFeed } from '../feeds/parse-feed.ts'
import type { ParseFeedResult } from '../feeds/parse-feed-text.ts'
import { boundFeed } from './bound-feed.ts'
import { answerRequests } from './thread-answers.ts'

export type FeedReaderRequest = { readonly body: Uint8Array; readonly contentType: string; readonly url: string }

answerRequests(({ body, contentType, url }: FeedReaderRequest): ParseFeedResult => {
  const result = parseFeed(body, { contentType, url })
  // Bounded before it crosses to the other thread.
  return result.kind === 'feed' ? { ...result, feed: boundFeed(result.feed) } : result
})
