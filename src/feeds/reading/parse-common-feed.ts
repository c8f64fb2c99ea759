import { decodeCommon } from '../decode-common.ts'
import { type ParseFeedResult, parseFeedText } from './parse-feed-text.ts'

type From = { readonly contentType?: string; readonly url: string }

/** Like `parseFeed`, but returns undefined for a feed in a rare encoding, which `parseAnyFeed` reads. */
export function parseCommonFeed(bytes: Uint8Array, { contentType, url }: From): ParseFeedResult | undefined {
  const decoded = decodeCommon(bytes, contentType)
  return decoded && parseFeedText(decoded.text, url)
}

/** Like `parseFeed`; the decoders of rare encodings (20 MB) are loaded with the first feed that needs them. */
export async function parseAnyFeed(bytes: Uint8Array, { contentType, url }: From): Promise<ParseFeedResult> {
  return parseFeedText(await decodeAny(bytes, contentType), url)
}

/** The text of a document in any encoding; decoders of rare encodings are loaded as above. */
export async function decodeAny(bytes: Uint8Array, contentType: string | undefined): Promise<string> {
  return (decodeCommon(bytes, contentType) ?? (await import('../decode.ts')).decode(bytes, contentType)).text
}
