import {
  announceFeedAddress,
  listFeedAddresses,
  makeFeedAddress,
  openFeedAddress,
  revokeFeedAddress,
} from './operations/feed-addresses.ts'
import { getFeedHouse } from './operations/get-feed-house.ts'
import type { Ask, Need } from './operations/operation.ts'
import type { FeedOutOperations } from './web/feed-out-operations.ts'

/** Joins the pages to the feeds for other programs. */
export function feedOutFace(ask: Ask, need: Need): FeedOutOperations {
  return {
    feedAddresses: ask(listFeedAddresses),
    makeFeedAddress: ask(makeFeedAddress),
    revokeFeedAddress: ask(revokeFeedAddress),
    announceFeedAddress: ask(announceFeedAddress),
    openFeedAddress: ask(openFeedAddress),
    feedHouse: need(getFeedHouse),
  }
}
