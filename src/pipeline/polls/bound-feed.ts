import type { ParsedFeed } from '../../core/entry.ts'
import { boundEntry, boundTitle, withAddresses } from './bound-entry.ts'

/** Entries stored of one document, the first ones: feeds put the newest first. */
export const MAX_ENTRIES = 2000

/** Cuts a feed to the maximum we store. Doing it again changes nothing. */
export function boundFeed(feed: ParsedFeed): ParsedFeed {
  return {
    ...withAddresses(feed, 'siteUrl', 'iconUrl'),
    title: boundTitle(feed.title),
    entries: feed.entries.slice(0, MAX_ENTRIES).map(boundEntry),
  }
}
