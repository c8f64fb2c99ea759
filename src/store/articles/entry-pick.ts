import type { EntryId, FeedId } from '../../core/ids.ts'

/**
 * What a program asks for of the entries a reader subscribes to, and of those they starred; all that is given must hold. Ids count
 * up in the order of arrival. Times are ISO 8601, UTC; both ends are left out.
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
  /** When it came, or was marked last by itself. */
  readonly changedAfter?: string
  readonly changedBefore?: string
  /** Without what is in folders that the reader hid from lists of everything. */
  readonly isWithoutHidden?: true
  /** Only among the newest of the reader's own entries whose text matches: `mostFound` of them at most. */
  readonly words?: string
}

/** So many of the newest matches of words are looked at. */
export const mostFound = 2_000

/** By what picked entries are sorted. */
export const pickSorts = ['number', 'published', 'title', 'folder', 'read', 'changed'] as const

export type PickPage = {
  readonly sort: (typeof pickSorts)[number]
  readonly isDescending: boolean
  readonly limit: number
  readonly offset: number
}
