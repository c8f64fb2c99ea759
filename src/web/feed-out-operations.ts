import type { FeedKind } from '../core/feed-subject.ts'
import type { FeedAddressesView, FeedAddressMade, OpenedFeed } from '../operations/feed-address-views.ts'
import type { FeedHouse } from '../operations/get-feed-house.ts'

/** Feeds for other programs, and their secret addresses. Undefined: what was asked for is not there. */
export type FeedOutOperations = {
  feedAddresses(input: { readonly kind?: FeedKind; readonly target?: string }): Promise<FeedAddressesView | undefined>
  makeFeedAddress(input: { readonly kind: FeedKind; readonly target: string }): Promise<FeedAddressMade | undefined>
  revokeFeedAddress(input: { readonly id: string }): Promise<true | undefined>
  announceFeedAddress(input: { readonly id: string; readonly isAnnounced: boolean }): Promise<true | undefined>
  openFeedAddress(input: { readonly token: string }): Promise<OpenedFeed | undefined>
  /** A name of this house that no other has and that stays, and since when it is there. */
  feedHouse(): Promise<FeedHouse>
}
