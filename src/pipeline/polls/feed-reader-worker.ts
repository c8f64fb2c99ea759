import type { Sitemap } from '../../feeds/read-sitemap.ts'
import { cutLongTexts } from '../../feeds/reading/cut-long-texts.ts'
import { decodeAny } from '../../feeds/reading/parse-common-feed.ts'
import { type ParseFeedResult, parseFeedText } from '../../feeds/reading/parse-feed-text.ts'
import { release } from '../../http/gather-body.ts'
import { answerRequests } from '../thread-answers.ts'
import { boundFeed, MAX_ENTRIES } from './bound-feed.ts'
import type { SitemapBytes } from './gather-sitemap.ts'

type FeedBytes = { readonly body: Uint8Array; readonly contentType: string; readonly url: string }

export type FeedReaderRequest = ({ readonly as: 'feed' } & FeedBytes) | ({ readonly as: 'sitemap' } & SitemapBytes)
/** An invalid sitemap is a value, to distinguish it from a thread that never answered. */
export type FeedReaderAnswer = ParseFeedResult | SitemapRead
export type SitemapRead = Sitemap | { readonly kind: 'no-sitemap' }

answerRequests(async (request: FeedReaderRequest): Promise<FeedReaderAnswer> => {
  if (request.as === 'feed') return readFeed(request)
  // Loaded here: few subscribe to a sitemap, and it loads decoders of rare encodings.
  const { readNewest } = await import('./gather-sitemap.ts')
  return readNewest(request) ?? { kind: 'no-sitemap' }
})

async function readFeed({ body, contentType, url }: FeedBytes): Promise<ParseFeedResult> {
  const text = await decodeAny(cutLongTexts(body), contentType)
  // The bytes belong to this thread (see `createFeedReader`), and the text is as long.
  release([body])
  const result = parseFeedText(text, url, MAX_ENTRIES)
  // Cut before it is copied to the other thread.
  return result.kind === 'feed' ? { ...result, feed: boundFeed(result.feed) } : result
}
