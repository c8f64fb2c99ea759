import type { FeedId } from '../../core/ids.ts'

/** An address that newsletters can be sent to, as its reader sees it. */
export type LetterboxView = {
  readonly id: string
  readonly feedId: FeedId
  readonly name: string
  /** Empty: none. */
  readonly folder: string
  /** In full; absent while no letters come in here. */
  readonly address?: string
  readonly entryCount: number
  readonly lastArrivalAt?: string
  readonly at: string
  /** Letters are refused since. */
  readonly endedAt?: string
}

/** The addresses of a reader, the latest made first. */
export type LetterboxesView = {
  /** False: the owner has not switched letters on. */
  readonly isOn: boolean
  readonly letterboxes: readonly LetterboxView[]
  /** Folders there are, to choose from. */
  readonly folders: readonly string[]
}

export type LetterboxMade =
  | { readonly kind: 'made'; readonly letterbox: LetterboxView }
  | { readonly kind: 'off' }
  | { readonly kind: 'too-many'; readonly most: number }
