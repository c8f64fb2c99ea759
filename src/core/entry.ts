import type { Letter } from './letter.ts'

/** A person as a feed names them. */
export type Byline = { readonly name: string; readonly email?: string; readonly url?: string }

/** A file that comes with an entry (RSS enclosure, Atom link rel=enclosure, Media RSS content). */
export type Enclosure = { readonly url: string; readonly type?: string; readonly lengthBytes?: number }

/** An item as a feed delivered it (RFC 4287 atom:entry); never edited. URLs are absolute, HTML is not yet sanitized. */
export type FeedEntry = {
  /** guid or atom:id, else the link, else a hash of title and text. Unique within its feed. */
  readonly key: string
  readonly url?: string
  /** Plain text. */
  readonly title: string
  /** ISO 8601, UTC. */
  readonly publishedAt?: string
  readonly updatedAt?: string
  readonly authors: readonly Byline[]
  readonly categories: readonly string[]
  /** The short text of the feed, as HTML. */
  readonly summaryHtml?: string
  /** The full text of the feed, as HTML. */
  readonly contentHtml?: string
  readonly enclosures: readonly Enclosure[]
  readonly imageUrl?: string
  /** RSS `source`: who the feed says the entry came from, often the wire. */
  readonly origin?: { readonly title: string; readonly url?: string }
  readonly language?: string
  readonly commentsUrl?: string
  /** Of an entry that came as a letter. */
  readonly letter?: Letter
}

export type FeedFormat = 'rss' | 'rdf' | 'atom' | 'json' | 'cdf'

/** What a feed says of itself, and its entries in the feed's order. */
export type ParsedFeed = {
  readonly format: FeedFormat
  readonly title: string
  readonly siteUrl?: string
  readonly description?: string
  readonly language?: string
  readonly iconUrl?: string
  /** How long the feed asks to be left alone, in minutes (RSS ttl, sy:updatePeriod). */
  readonly ttlMinutes?: number
  readonly hubUrl?: string
  readonly selfUrl?: string
  readonly entries: readonly FeedEntry[]
  /** True when the bytes ended early; the entries that were whole are all here. */
  readonly isTruncated: boolean
}
