import type { FeedId } from '../../core/ids.ts'

/** A newsletter address as its reader sees it. */
export type LetterboxView = {
  readonly id: string
  readonly feedId: FeedId
  readonly name: string
  /** Empty: none. */
  readonly folder: string
  /** The full address; absent while newsletters are disabled. */
  readonly address?: string
  readonly entryCount: number
  readonly lastArrivalAt?: string
  readonly at: string
  /** Newsletters are refused since then. */
  readonly endedAt?: string
}

/** A reader's newsletter addresses, newest first. */
export type LetterboxesView = {
  /** False: the owner has not enabled newsletters. */
  readonly isOn: boolean
  readonly letterboxes: readonly LetterboxView[]
  /** Existing folders, to choose from. */
  readonly folders: readonly string[]
}

export type LetterboxMade =
  | { readonly kind: 'made'; readonly letterbox: LetterboxView }
  | { readonly kind: 'off' }
  | { readonly kind: 'too-many'; readonly most: number }
