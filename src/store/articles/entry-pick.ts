import type { EntryId, FeedId } from '../../core/ids.ts'

/**
 * A program's query over the entries a reader subscribes to or starred; all given conditions must match. Ids ascend in order of
 * arrival. Times are ISO 8601, UTC, both ends excluded.
 */
export type EntryPick = {
  readonly ids?: readonly EntryId[]
  readonly afterId?: EntryId
  readonly beforeId?: EntryId
  readonly feedId?: FeedId
  readonly folder?: string
  readonly isRead?: boolean
  readonly isStarred?: boolean
  readonly publishedAfter?: string
  readonly publishedBefore?: string
  /** When it arrived, or was last marked individually. */
  readonly changedAfter?: string
  readonly changedBefore?: string
  /** Excludes folders that the reader hid from lists of everything. */
  readonly isWithoutHidden?: true
  /** Only the newest of the reader's own entries whose text matches, at most `mostFound`. */
  readonly words?: string
}

/** How many of the newest word matches are considered. */
export const mostFound = 2_000

/** The sort orders of picked entries. */
export const pickSorts = ['number', 'published', 'title', 'folder', 'read', 'changed'] as const

export type PickPage = {
  readonly sort: (typeof pickSorts)[number]
  readonly isDescending: boolean
  readonly limit: number
  readonly offset: number
}
