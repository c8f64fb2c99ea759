import type { ListOrder } from '../../core/feed/list-order.ts'
import type { FeedId, SourceId } from '../../core/ids.ts'
import type { OwnHeadersView } from '../feeds/source-views.ts'
import type { HiddenView } from '../library/library-views.ts'
import type { FeedHealth, ListedEntry, OfferedFeed, ProgressView } from '../views.ts'

/** A feed in the sidebar of the article list. */
export type SidebarFeed = Pick<FeedHealth, 'id' | 'title' | 'unreadCount'> & {
  /** Its outlet, for the mark. */
  readonly sourceId?: SourceId
  /** Its last poll failed, or it is no longer polled. */
  readonly isFailing?: true
}

export type ArticleListView = {
  readonly folders: readonly {
    readonly name: string
    /** Including its sub-folders. */
    readonly unreadCount: number
    /** 0 for one that has only sub-folders. */
    readonly feedCount: number
    /** All feeds if there are few; otherwise those of the selected folder only. */
    readonly feeds: readonly SidebarFeed[]
  }[]
  readonly unreadCount: number
  /** The selected feed and its health. */
  readonly feed?: FeedHealth
  /** The next feed or folder with unread entries. */
  readonly nextUnread?: { readonly unreadCount: number; readonly title: string } & (
    | { readonly feedId: FeedId }
    | { readonly folder: string }
  )
  readonly filter: {
    readonly feedId?: FeedId
    readonly folder?: string
    readonly folderScope?: 'first' | 'tree'
    readonly show: 'unread' | 'all' | 'starred'
  }
  /** The title of the list: a feed, a folder, or empty for all. */
  readonly title: string
  readonly entries: readonly ListedEntry[]
  readonly order: ListOrder
  /** The one the reader chose for this list. */
  readonly chosenOrder: ListOrder
  /** Sanitized HTML of each entry by its id, if requested. */
  readonly texts?: Readonly<Record<string, string>>
  readonly next?: string
  /** While work is under way. */
  readonly progress?: ProgressView
  readonly hidden?: HiddenView
  /** The selected feed, if the reader doesn't subscribe to it. */
  readonly offered?: OfferedFeed
  /** In an empty list: how many of its feeds can't be loaded. */
  readonly failingCount?: number
  /** For the owner: how many people read the selected feed. */
  readonly readerCount?: number
  /** The selected feed is the reader's own copy, and what they send with its requests. */
  readonly ownHeaders?: OwnHeadersView
  /** Until when nothing of the selected feed leaves the reader's account. */
  readonly embargoUntil?: string
  /** Nobody else here reads the selected feed. */
  readonly isOnlyReader?: true
  /** For readers without subscriptions: the number of feeds on this instance. */
  readonly instanceFeedCount?: number
}

/** A reader's feeds by folder, and the instance's feeds they could subscribe to. */
export type FeedsView = {
  readonly folders: readonly {
    readonly name: string
    readonly unreadCount: number
    readonly feeds: readonly FeedHealth[]
  }[]
  readonly offered: readonly OfferedFeed[]
}
