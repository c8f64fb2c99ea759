import type { Sitemap } from '../../feeds/read-sitemap.ts'
import { cutLongTexts } from '../../feeds/reading/cut-long-texts.ts'
import { type ParseFeedResult, parseFeedText } from '../../feeds/reading/parse-feed-text.ts'
import { decodeAny } from '../../feeds/reading/parse-usual-feed.ts'
import { release } from '../../http/gather-body.ts'
import { answerRequests } from '../thread-answers.ts'
import { boundFeed, MOST_ENTRIES } from './bound-feed.ts'
import type { SitemapBytes } from './read-newest.ts'

type FeedBytes = { readonly body: Uint8Array; readonly contentType: string; readonly url: string }

/** A document that may be a feed, or a sitemap. */
export type FeedReaderRequest = ({ readonly as: 'feed' } & FeedBytes) | ({ readonly as: 'sitemap' } & SitemapBytes)
/** A sitemap that is none is told as a value: what a thread answers with nothing is told from what it never answered. */
export type FeedReaderAnswer = ParseFeedResult | SitemapRead
export type SitemapRead = Sitemap | { readonly kind: 'no-sitemap' }

answerRequests(async (request: FeedReaderRequest): Promise<FeedReaderAnswer> => {
  if (request.as === 'feed') return readFeed(request)
  // Loaded here: few subscribe to a sitemap, and it brings decoders of rare encodings along.
  const { readNewest } = await import('./read-newest.ts')
  return readNewest(request) ?? { kind: 'no-sitemap' }
})

async function readFeed({ body, contentType, url }: FeedBytes): Promise<ParseFeedResult> {
  const text = await decodeAny(cutLongTexts(body), contentType)
  // The bytes are this thread's own (see `createFeedReader`), and the text is as long.
  release([body])
  const result = parseFeedText(text, url, MOST_ENTRIES)
  // Bounded before it crosses to the other thread.
  return result.kind === 'feed' ? { ...result, feed: boundFeed(result.feed) } : result
}
