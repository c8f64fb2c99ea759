import type { RecordingFacts } from './feed/entry-media.ts'
import type { FeedAsks } from './feed/feed-pace.ts'
import type { Letter } from './letter.ts'

/** A person as a feed names them. */
export type Byline = { readonly name: string; readonly email?: string; readonly url?: string }

/** A file that comes with an entry (RSS enclosure, Atom link rel=enclosure, Media RSS content). */
export type Enclosure = {
  readonly url: string
  readonly type?: string
  readonly lengthBytes?: number
  readonly durationSeconds?: number
  /** In pixels. */
  readonly width?: number
  readonly height?: number
  readonly title?: string
  /** Who made it, as the feed says. */
  readonly credit?: string
}

/** A place that an entry is about, in degrees (WGS 84); one that is only named has none. */
export type FeedPlace = { readonly name?: string; readonly latitude?: number; readonly longitude?: number }

/** A page an entry links beside its own. */
export type FeedLink = { readonly url: string; readonly title?: string }

/** The entry another one answers (RFC 4685 `thr:in-reply-to`): its id, its page, or both. */
export type ReplyTo = { readonly id?: string; readonly url?: string }

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
  readonly origin?: { readonly title: string; readonly url?: string; readonly feedUrl?: string }
  readonly language?: string
  readonly commentsUrl?: string
  /** How many comments there were when the feed was read. */
  readonly replyCount?: number
  readonly inReplyTo?: readonly ReplyTo[]
  /** Where whoever wrote the feed found it (`via`). */
  readonly via?: readonly FeedLink[]
  readonly related?: readonly FeedLink[]
  readonly places?: readonly FeedPlace[]
  /** Whose words they are and what may be done with them, as the feed says it. */
  readonly rights?: string
  readonly recording?: RecordingFacts
  /** Of an entry that came as a letter. */
  readonly letter?: Letter
}

export type FeedFormat = 'rss' | 'rdf' | 'atom' | 'json' | 'cdf' | 'sitemap' | 'page'

/** What a feed says of itself, and its entries in the feed's order. */
export type ParsedFeed = FeedAsks & {
  readonly format: FeedFormat
  readonly title: string
  /** atom:id, rdf:about or the like. */
  readonly id?: string
  /** Who writes or keeps it. */
  readonly authors?: readonly Byline[]
  readonly categories?: readonly string[]
  /** ISO 8601, UTC. */
  readonly publishedAt?: string
  readonly updatedAt?: string
  readonly siteUrl?: string
  readonly description?: string
  readonly language?: string
  readonly iconUrl?: string
  readonly hubUrl?: string
  readonly selfUrl?: string
  readonly entries: readonly FeedEntry[]
  /** True when the bytes ended early; the entries that were whole are all here. */
  readonly isTruncated: boolean
}
