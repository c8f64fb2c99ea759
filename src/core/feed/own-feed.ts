/** A feed of ours, to be written in one of its formats. Addresses are absolute, times ISO 8601. */
export type OwnFeed = {
  /** Stays for ever: it is how readers know the feed. */
  readonly id: string
  readonly title: string
  readonly description: string
  readonly url: string
  readonly self: string
  readonly updated: string
  readonly language: string
  /** Address of a hub that tells subscribers when it changes (WebSub §4). */
  readonly hub?: string
  readonly entries: readonly OwnFeedEntry[]
}

export type OwnFeedEntry = {
  /** Stays for ever, so that no reader takes it for a new one. */
  readonly id: string
  readonly title: string
  /** Our page of it. */
  readonly url: string
  /** Where it was first published, when that is elsewhere. */
  readonly original?: string
  /** When it was first there, where it changes afterwards; absent: at `updated`. */
  readonly published?: string
  readonly updated: string
  readonly author?: string
  /** BCP 47; absent: that of the feed. */
  readonly language?: string
  /** Plain text. */
  readonly summary: string
  /** HTML. */
  readonly content: string
  readonly audio?: FeedAudio
}

/** A recording an entry brings along. */
export type FeedAudio = {
  readonly url: string
  readonly contentType: string
  readonly bytes: number
  readonly seconds: number
}

export const feedFormats = ['rss', 'atom', 'json'] as const
export type FeedFormat = (typeof feedFormats)[number]
