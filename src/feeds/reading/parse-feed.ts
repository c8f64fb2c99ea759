import { decode } from '../decode.ts'
import { type ParseFeedResult, parseFeedText } from './parse-feed-text.ts'

/**
 * Parses the bytes of a feed: RSS 0.9x to 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0 (RFC 4287), JSON Feed 1.0 and 1.1, CDF. The bytes decide the
 * format; the content type only helps to find the encoding. Truncated text keeps its complete entries (`isTruncated`). `url` is where the
 * bytes came from, for relative URLs. Never throws, and takes time and memory in proportion to the bytes. HTML is returned unchanged:
 * sanitize it before showing it.
 */
export function parseFeed(bytes: Uint8Array, options: { contentType?: string; url: string }): ParseFeedResult {
  return parseFeedText(decode(bytes, options.contentType).text, options.url)
}
