import { cutLongTexts } from '../feeds/cut-long-texts.ts'
import { type ParseFeedResult, parseFeedText } from '../feeds/parse-feed-text.ts'
import { decodeAny } from '../feeds/parse-usual-feed.ts'
import { letGo } from '../http/gather-body.ts'
import { boundFeed, MOST_ENTRIES } from './bound-feed.ts'
import { answerRequests } from './thread-answers.ts'

export type FeedReaderRequest = { readonly body: Uint8Array; readonly contentType: string; readonly url: string }

answerRequests(async ({ body, contentType, url }: FeedReaderRequest): Promise<ParseFeedResult> => {
  const text = await decodeAny(cutLongTexts(body), contentType)
  // The bytes are this thread's own (see `createFeedReader`), and the text is as long.
  letGo([body])
  const result = parseFeedText(text, url, MOST_ENTRIES)
  // Bounded before it crosses to the other thread.
  return result.kind === 'feed' ? { ...result, feed: boundFeed(result.feed) } : result
})
