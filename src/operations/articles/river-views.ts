import type { FeedId } from '../../core/ids.ts'
import type { HiddenView } from '../library/mine-views.ts'
import type { FeedHealth, HouseFeed, ProgressView, RiverEntry } from '../views.ts'

/** A feed beside the river, with what stands there. */
export type RiverFeed = Pick<FeedHealth, 'id' | 'title' | 'unreadCount'> & {
  /** It failed the last time, or is not polled any more. */
  readonly isFailing?: true
}

export type RiverView = {
  readonly folders: readonly {
    readonly name: string
    readonly unreadCount: number
    readonly feedCount: number
    /** All of them where there are few; of many those of the folder looked at alone. */
    readonly feeds: readonly RiverFeed[]
  }[]
  readonly unreadCount: number
  /** The feed looked at, and how it fares. */
  readonly feed?: FeedHealth
  /** The feed or the folder after the one looked at that has something unread. */
  readonly nextUnread?: { readonly unreadCount: number; readonly title: string } & (
    | { readonly feedId: FeedId }
    | { readonly folder: string }
  )
  readonly filter: { readonly feedId?: FeedId; readonly folder?: string; readonly show: 'unread' | 'all' | 'starred' }
  /** What the filter is called: a feed's title, a folder, or empty for all. */
  readonly title: string
  readonly entries: readonly RiverEntry[]
  readonly order: 'newest' | 'oldest'
  /** When asked for: sanitized HTML of each entry, by its id. */
  readonly texts?: Readonly<Record<string, string>>
  readonly next?: string
  /** Where anything is under way. */
  readonly progress?: ProgressView
  readonly hidden?: HiddenView
  /** The feed looked at, when the reader does not subscribe to it. */
  readonly offered?: HouseFeed
  /** Of one feed, for the owner: how many read it. */
  readonly readerCount?: number
  /** Of who subscribes to nothing yet: how many feeds the house has. */
  readonly houseFeedCount?: number
}

/** All feeds of a reader by folder, and those of the house that they could subscribe to. */
export type FeedsView = {
  readonly folders: readonly {
    readonly name: string
    readonly unreadCount: number
    readonly feeds: readonly FeedHealth[]
  }[]
  readonly offered: readonly HouseFeed[]
}
