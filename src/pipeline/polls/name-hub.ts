import type { ParsedFeed } from '../../core/entry.ts'
import type { NamedHub } from '../../core/feed/hub.ts'
import type { Fetched } from '../../core/fetched.ts'

/** No hub and no topic is longer. */
const MOST_CHARACTERS = 2_000

/**
 * The hub a feed names and the address it goes by there: in the Link fields of the answer first, else in the document (WebSub §4).
 * A feed that does not say what it calls itself goes by the address it was read at.
 */
export function nameHub(
  { hubUrl, selfUrl }: Pick<ParsedFeed, 'hubUrl' | 'selfUrl'>,
  { url, links }: Pick<Extract<Fetched, { kind: 'ok' }>, 'url' | 'links'>,
): (NamedHub & { readonly readAtUrl: string }) | 'none' {
  const hub = links?.hub ?? hubUrl
  const topic = links?.self ?? selfUrl ?? url
  if (hub === undefined || !isWebAddress(hub) || !isWebAddress(topic)) return 'none'
  return { hub, topic, readAtUrl: url }
}

function isWebAddress(text: string): boolean {
  const url = text.length > MOST_CHARACTERS ? null : URL.parse(text)
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.username === ''
}
