import type { FeedEntry } from '../core/entry.ts'

/**
 * A short hash of what an entry says: title, address, summary and content. The same words give the same hash, so an
 * entry that a feed repeats is not written again, and one that was edited is a revision. Dates, authors and pictures
 * do not count: feeds change them without an edit. What an entry has beside its words (chapters that come a day later, a
 * place) is a part of its own after a full stop, only where there is any: an entry without has the hash it always had.
 */
export function contentHash(entry: FeedEntry): string {
  const words = hashOf([entry.title, entry.url ?? '', entry.summaryHtml ?? '', entry.contentHtml ?? ''])
  const { recording, places, via, related, inReplyTo, rights } = entry
  if (!recording && !places && !via && !related && !inReplyTo && !rights) return words
  return `${words}.${hashOf([JSON.stringify([recording, places, via, related, inReplyTo, rights])])}`
}

/**
 * 53 bits of the parts and of where each ends, in base 36 (cyrb53: two multiply-xor lanes, mixed as in MurmurHash3's
 * finalizer). Not for security: whoever writes a feed can make two of its own entries collide, and gains nothing.
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
