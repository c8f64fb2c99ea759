/** A feed we publish, to be written in one of its formats. URLs are absolute, times ISO 8601. */
export type PublishedFeed = {
  /** Never changes: feed readers recognize the feed by it. */
  readonly id: string
  readonly title: string
  readonly description: string
  readonly url: string
  readonly self: string
  readonly updated: string
  readonly language: string
  /** URL of a hub that notifies subscribers of changes (WebSub §4). */
  readonly hub?: string
  readonly entries: readonly PublishedEntry[]
}

export type PublishedEntry = {
  /** Never changes, so that no feed reader takes the item for a new one. */
  readonly id: string
  readonly title: string
  /** Its page on this server. */
  readonly url: string
  /** Where it was first published, if elsewhere. */
  readonly original?: string
  /** When it first appeared, if it changes afterwards; if absent, `updated`. */
  readonly published?: string
  readonly updated: string
  readonly author?: string
  /** BCP 47; if absent, the feed's. */
  readonly language?: string
  /** Plain text. */
  readonly summary: string
  /** HTML. */
  readonly content: string
  readonly audio?: FeedAudio
}

type FeedAudio = {
  readonly url: string
  readonly contentType: string
  readonly bytes: number
  readonly seconds: number
}

export const feedFormats = ['rss', 'atom', 'json'] as const
export type FeedFormat = (typeof feedFormats)[number]
