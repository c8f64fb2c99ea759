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
  readonly entries: readonly OwnFeedEntry[]
}

export type OwnFeedEntry = {
  /** Stays for ever, so that no reader takes it for a new one. */
  readonly id: string
  readonly title: string
  readonly url: string
  readonly updated: string
  readonly author?: string
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
