import type { ParsedFeed } from '../../core/entry.ts'
import { boundEntry, boundTitle, withAddresses } from './bound-entry.ts'

/** Of one document so many entries are taken, the first: feeds put the newest first. */
export const MOST_ENTRIES = 2000

/** A feed as much of it as is taken in, whatever was sent. Bounding it again changes nothing. */
export function boundFeed(feed: ParsedFeed): ParsedFeed {
  return {
    ...withAddresses(feed, 'siteUrl', 'iconUrl'),
    title: boundTitle(feed.title),
    entries: feed.entries.slice(0, MOST_ENTRIES).map(boundEntry),
  }
}
