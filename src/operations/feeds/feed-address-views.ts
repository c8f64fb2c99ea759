import type { FeedKind, FeedSubject } from '../../core/feed/feed-subject.ts'
import type { ReaderIdentity } from '../../core/reader-identity.ts'

/** A secret feed URL as its reader sees it. */
export type FeedAddressView = FeedSubject & {
  readonly id: string
  /** The name of its subject when it was made; empty for a list that exists once. */
  readonly label: string
  /** The last part of the URL; absent for URLs from before they could be shown again. */
  readonly token?: string
  readonly isAnnounced: boolean
  readonly at: string
}

/** Something a feed can be made of. */
export type FeedOffer = FeedSubject & { readonly label: string }

export type FeedAddressesView = {
  readonly addresses: readonly FeedAddressView[]
  /** The reader's lists without a feed URL, in the order they are offered. */
  readonly offers: readonly FeedOffer[]
  /** The requested subject, with its feed URL if there is one. */
  readonly asked?: FeedOffer & { readonly addressId?: string }
}

export type FeedAddressMade =
  | { readonly kind: 'made'; readonly address: FeedAddressView }
  | { readonly kind: 'refused'; readonly most: number }

/** The subject and reader of a secret feed URL. */
export type OpenedFeed = {
  readonly subject: FeedSubject
  readonly identity: ReaderIdentity
  readonly isAnnounced: boolean
}

/** Lists that exist once per reader, in the order they are offered. */
export const singleFeeds = ['today', 'feeds', 'starred', 'saved', 'brief', 'discussion'] as const satisfies FeedKind[]
