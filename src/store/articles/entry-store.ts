import type { FeedEntry } from '../../core/entry.ts'
import type { ArticleId, DocumentId, EntryId, FeedId, SourceId, StoryId } from '../../core/ids.ts'
import type { EntryPick, PickPage } from './entry-pick.ts'

export type EntryFilter = {
  readonly feedId?: FeedId
  readonly folder?: string
  readonly sourceId?: SourceId
  readonly isUnread?: boolean
  readonly isStarred?: boolean
  /** All feeds of the house; absent: those the reader subscribes to. Unread are only entries of the latter. */
  readonly isOfHouse?: boolean
}

/** By when entries arrived: from one time on, and before another. ISO 8601, UTC. */
export type ArrivalFilter = EntryFilter & { readonly arrivedFrom?: string; readonly arrivedBefore?: string }

export type EntryOrder = 'newest' | 'oldest'

export type EntryRow = {
  readonly id: EntryId
  readonly feedId: FeedId
  readonly sourceId: SourceId
  readonly feedTitle: string
  readonly url?: string
  readonly title: string
  /** First words of its plain text, at most 300 characters. */
  readonly excerpt: string
  readonly publishedAt: string
  readonly isRead: boolean
  readonly isStarred: boolean
  /** False: its feed is none of the reader's, so that it is neither read nor unread to them. */
  readonly isSubscribed: boolean
  readonly articleId?: ArticleId
  readonly storyId?: StoryId
}

export type StoredEntry = EntryRow & {
  readonly entry: FeedEntry
  readonly fetchedAt: string
  /** The folder the reader has its feed in; empty: none. */
  readonly folder: string
  /** The site of its feed. */
  readonly siteUrl?: string
  /** When the reader marked it last by itself. */
  readonly markedAt?: string
}

/** A page of rows and where the next one begins (keyset cursor, opaque). */
export type Page<Row> = { readonly rows: readonly Row[]; readonly next?: string }

export type SearchHit = {
  readonly entryId: EntryId
  readonly articleId?: ArticleId
  readonly storyId?: StoryId
  readonly title: string
  /** Where the matched words stand in the title. */
  readonly titleMarks: readonly { readonly start: number; readonly end: number }[]
  readonly sourceId: SourceId
  readonly sourceName: string
  readonly publishedAt: string
  /** Plain text around the hit, with the matched words' spans within it. */
  readonly snippet: string
  readonly marks: readonly { readonly start: number; readonly end: number }[]
}

export type QuoteHit = {
  readonly articleId: ArticleId
  readonly documentId: DocumentId
  readonly start: number
  readonly end: number
  readonly text: string
  readonly speakerName: string
  readonly sourceName: string
  readonly publishedAt: string
}

/** Where an entry is, and whether it has been read into an article. */
export type EntryPlace = {
  readonly id: EntryId
  readonly feedId: FeedId
  readonly key: string
  readonly isIngested: boolean
}

export type EntryStore = {
  /** Newest first, or oldest first; a cursor is of one order. */
  list(
    readerId: string,
    filter: EntryFilter,
    limit: number,
    cursor?: string,
    order?: EntryOrder,
  ): Promise<Page<EntryRow>>
  /** The same order and pages, with nothing but where each entry stands: for clients that ask for thousands of ids. */
  listIds(
    readerId: string,
    filter: EntryFilter,
    limit: number,
    cursor?: string,
  ): Promise<Page<{ readonly id: EntryId; readonly publishedAt: string }>>
  /** The ids of what a program asks for, for clients that sort and page in ways of their own. */
  pick(readerId: string, pick: EntryPick, page: PickPage): Promise<readonly EntryId[]>
  countPicked(readerId: string, pick: EntryPick): Promise<number>
  /** The entries of stories among those the reader subscribes to, by story, in the order of arrival. */
  inStories(readerId: string, ids: readonly StoryId[]): Promise<ReadonlyMap<StoryId, readonly EntryId[]>>
  /** Ids in the order of arrival, the newest first unless `order` says otherwise; a cursor is of one order. */
  listArrivals(
    readerId: string,
    filter: ArrivalFilter,
    limit: number,
    cursor?: string,
    order?: EntryOrder,
  ): Promise<Page<EntryId>>
  /** Rows in the order asked for; those that are not there are left out. */
  rows(readerId: string, ids: readonly EntryId[]): Promise<readonly EntryRow[]>
  find(readerId: string, id: EntryId): Promise<StoredEntry | undefined>
  /** Several at once, in the order asked for; those that are not there are left out. */
  findMany(readerId: string, ids: readonly EntryId[]): Promise<readonly StoredEntry[]>
  findByKey(feedId: FeedId, key: string): Promise<EntryId | undefined>
  /** Many at once; those that are not there are left out. */
  findByKeys(keys: readonly { readonly feedId: FeedId; readonly key: string }[]): Promise<readonly EntryPlace[]>
  /** Of feeds the reader subscribes to; several at once, in one write. */
  setRead(readerId: string, ids: readonly EntryId[], isRead: boolean, at: string): Promise<void>
  /** Of any feed; several at once, in one write. Answers those whose star changed. */
  setAllStarred(readerId: string, ids: readonly EntryId[], isStarred: boolean, at: string): Promise<readonly EntryId[]>
  /** Of any feed. */
  setStarred(readerId: string, id: EntryId, isStarred: boolean, at: string): Promise<void>
  /** Many in one write, each with its own time; one that is starred already keeps its time. */
  starMany(readerId: string, stars: readonly { readonly id: EntryId; readonly at: string }[]): Promise<void>
  /**
   * All that had arrived by `at`. A watermark, not a mass update: costs the same for ten entries and a million. With
   * `undoId` what stood before is kept under it for a day, and the answer is how many became read.
   */
  markAllRead(readerId: string, filter: EntryFilter, at: string, undoId?: string): Promise<number>
  /** Makes unread what that made read; what came or was marked since stays. Undefined when nothing is kept under the id. */
  undoMarkAllRead(readerId: string, undoId: string, at: string): Promise<number | undefined>
  unreadCount(readerId: string, filter: EntryFilter): Promise<number>
  /** Words, "phrases", -without. Bad syntax is treated as plain words. Best first within the newest. */
  search(query: string, limit: number, cursor?: string): Promise<Page<SearchHit>>
  searchQuotes(query: string, speaker: string | undefined, limit: number): Promise<readonly QuoteHit[]>
}
