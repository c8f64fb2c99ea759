import type { FeedEntry } from '../core/entry.ts'

/**
 * A short hash of an entry's title, URL, summary and content. An entry that a feed repeats has the same hash and is not written again; an
 * edited one has another hash and becomes a revision. Dates, authors and pictures do not count: feeds change them without an edit. Other
 * content (chapters added a day later, a place) is hashed separately and appended after a full stop, only where there is any, so the hash
 * of an entry without it never changed.
 */
export function contentHash(entry: FeedEntry): string {
  const words = hashOf([entry.title, entry.url ?? '', entry.summaryHtml ?? '', entry.contentHtml ?? ''])
  const { recording, places, via, related, inReplyTo, rights } = entry
  if (!recording && !places && !via && !related && !inReplyTo && !rights) return words
  return `${words}.${hashOf([JSON.stringify([recording, places, via, related, inReplyTo, rights])])}`
}

/**
 * 53 bits over the parts and their lengths, in base 36 (cyrb53: two multiply-xor lanes, mixed as in MurmurHash3's finalizer). Not for
 * security: the author of a feed can make two of their own entries collide, and gains nothing.
 */
export function hashOf(parts: readonly string[]): string {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (const part of parts) {
    for (let at = 0; at < part.length; at++) {
      const unit = part.charCodeAt(at)
      high = Math.imul(high ^ unit, 0x9e3779b1)
      low = Math.imul(low ^ unit, 0x5f356495)
    }
    high = Math.imul(high ^ 0x10000, 0x9e3779b1)
    low = Math.imul(low ^ 0x10000, 0x5f356495)
  }
  const first = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35)
  const second = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(first ^ (first >>> 13), 0xc2b2ae35)
  return (4294967296 * (2097151 & second) + (first >>> 0)).toString(36)
}
