import type { RecordingFacts } from './feed/entry-media.ts'
import type { FeedPollHints } from './feed/feed-pace.ts'

/** A person as a feed names them. */
export type Byline = { readonly name: string; readonly email?: string; readonly url?: string }

/** A file that comes with an entry (RSS enclosure, Atom link rel=enclosure, Media RSS content). */
export type Enclosure = {
  readonly url: string
  readonly type?: string
  readonly lengthBytes?: number
  readonly durationSeconds?: number
  readonly width?: number
  readonly height?: number
  readonly title?: string
  /** The creator, according to the feed. */
  readonly credit?: string
}

/** A place an entry is about, in degrees (WGS 84). If the feed gives only a name, there are no coordinates. */
export type FeedPlace = { readonly name?: string; readonly latitude?: number; readonly longitude?: number }

/** A page an entry links besides its own. */
export type FeedLink = { readonly url: string; readonly title?: string }

/** The entry this one replies to (RFC 4685 `thr:in-reply-to`): its id, its page, or both. */
export type ReplyTo = { readonly id?: string; readonly url?: string }

/** An item as a feed delivered it (RFC 4287 atom:entry); never edited. URLs are absolute, HTML is not yet sanitized. */
export type FeedEntry = {
  /** guid or atom:id, else the link, else a hash of title and text. Unique within its feed. */
  readonly key: string
  readonly url?: string
  readonly title: string
  /** ISO 8601, UTC. */
  readonly publishedAt?: string
  readonly updatedAt?: string
  readonly authors: readonly Byline[]
  readonly categories: readonly string[]
  /** Short text from the feed, as HTML. */
  readonly summaryHtml?: string
  /** Full text from the feed, as HTML. */
  readonly contentHtml?: string
  readonly enclosures: readonly Enclosure[]
  readonly imageUrl?: string
  /** RSS `source`: where the feed says it got the entry, often a wire agency. */
  readonly origin?: { readonly title: string; readonly url?: string; readonly feedUrl?: string }
  readonly language?: string
  readonly commentsUrl?: string
  /** Number of comments when the feed was read. */
  readonly replyCount?: number
  readonly inReplyTo?: readonly ReplyTo[]
  /** Where the feed's author found it (`via`). */
  readonly via?: readonly FeedLink[]
  readonly related?: readonly FeedLink[]
  readonly places?: readonly FeedPlace[]
  /** Copyright and license, in the feed's words. */
  readonly rights?: string
  readonly recording?: RecordingFacts
  /** Set for a newsletter. */
  readonly letter?: Letter
}

export type FeedFormat = 'rss' | 'rdf' | 'atom' | 'json' | 'cdf' | 'sitemap' | 'page'

/** A feed's own metadata, and its entries in the feed's order. */
export type ParsedFeed = FeedPollHints & {
  readonly format: FeedFormat
  readonly title: string
  /** atom:id, rdf:about or the like. */
  readonly id?: string
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
  /** True when the document was cut off; every complete entry is included. */
  readonly isTruncated: boolean
}

/** What a newsletter has besides the fields of a feed entry. We never fetch these URLs: they are for the reader to open. */
export type Letter = {
  /** The sender's name for the list (RFC 2919), without brackets. */
  readonly listId?: string
  /** Where to unsubscribe: a page, and an email address (RFC 2369). */
  readonly leaveUrl?: string
  readonly leaveMail?: string
  /** The page supports one-click unsubscribing (RFC 8058). */
  readonly isOneClick?: true
  /** Attachments, which aren't stored; at most 50. */
  readonly leftOut?: readonly LeftOutFile[]
}

export type LeftOutFile = { readonly name: string; readonly type: string; readonly lengthBytes: number }
