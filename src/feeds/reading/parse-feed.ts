import { decode } from '../decode.ts'
import { type ParseFeedResult, parseFeedText } from './parse-feed-text.ts'

/**
 * Reads the bytes of a feed: RSS 0.9x to 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0 (RFC 4287), JSON Feed 1.0 and 1.1, CDF.
 * What is in the bytes decides, not the content type, which only helps to find the encoding. Text that breaks off keeps
 * the entries that are whole (`isTruncated`). `url` is where the bytes came from, for relative addresses. Never throws,
 * and takes time and memory in proportion to the bytes. HTML is passed on as the feed has it: sanitize it before showing it.
 */
export function parseFeed(bytes: Uint8Array, options: { contentType?: string; url: string }): ParseFeedResult {
  return parseFeedText(decode(bytes, options.contentType).text, options.url)
}
