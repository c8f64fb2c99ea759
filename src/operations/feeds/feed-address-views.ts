import type { FeedKind, FeedSubject } from '../../core/feed/feed-subject.ts'
import type { ReaderIdentity } from '../../core/reader-identity.ts'

/** A secret address as its reader sees it. */
export type FeedAddressView = FeedSubject & {
  readonly id: string
  /** What it is of, as it was called when it was made; empty for a list there is one of. */
  readonly label: string
  /** The last part of the address; absent for one that was made before addresses could be shown again. */
  readonly token?: string
  readonly isAnnounced: boolean
  readonly at: string
}

/** Something a feed could be made of. */
export type FeedOffer = FeedSubject & { readonly label: string }

export type FeedAddressesView = {
  readonly addresses: readonly FeedAddressView[]
  /** Lists of the reader that have no address yet, in the order in which they are offered. */
  readonly offers: readonly FeedOffer[]
  /** What was asked about, with its address where it has one. */
  readonly asked?: FeedOffer & { readonly addressId?: string }
}

export type FeedAddressMade =
  | { readonly kind: 'made'; readonly address: FeedAddressView }
  | { readonly kind: 'refused'; readonly most: number }

/** What a secret address opens, and for whom. */
export type OpenedFeed = {
  readonly subject: FeedSubject
  readonly identity: ReaderIdentity
  readonly isAnnounced: boolean
}

/** Lists there is one of, in the order in which they are offered. */
export const singleFeeds = ['today', 'feeds', 'starred', 'saved', 'brief', 'discussion'] as const satisfies FeedKind[]
