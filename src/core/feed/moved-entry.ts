import type { FeedEntry } from '../entry.ts'

/** Readers that can be moved from, by the APIs they have. */
export const moveKinds = ['miniflux', 'freshrss', 'greader', 'commafeed', 'fever'] as const
export type MoveKind = (typeof moveKinds)[number]

/** What a move has brought so far. */
export type MoveCounts = {
  /** Subscriptions that are new here, and those that were here before. */
  readonly feeds: number
  readonly feedsHere: number
  /** Articles of feeds, including those that were here before. */
  readonly articles: number
  readonly read: number
  readonly stars: number
  readonly tagged: number
  /** Starred or tagged articles of feeds that aren't subscribed to there, which became saved links. */
  readonly links: number
}

/** An article of another feed reader, with the marks it had there. */
export type MovedEntry = {
  /** The id of its feed in that reader. */
  readonly feed: string
  /** As far as that reader tells it; its key is ours (`isMovedKey`), since readers keep the feed's own to themselves. */
  readonly entry: FeedEntry
  readonly isRead: boolean
  readonly isStarred: boolean
  readonly tags: readonly string[]
}

/** A subscription in another feed reader. */
export type MovedFeed = {
  readonly id: string
  readonly url: string
  readonly title?: string
  readonly siteUrl?: string
  /** The first one first. */
  readonly folders: readonly string[]
}

const prefix = 'moved:'

/** The key of an entry whose feed's own key isn't known; the same page, title and second make the same key. */
export function movedKey(identity: string): string {
  return prefix + identity
}

export function isMovedKey(key: string): boolean {
  return key.startsWith(prefix)
}
