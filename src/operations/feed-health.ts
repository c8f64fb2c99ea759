import type { PollReason } from '../core/feed-pace.ts'
import { mayActAs, type ReaderIdentity } from '../core/reader-identity.ts'
import type { EntryRow, FeedRow } from '../store/store.ts'
import type { FeedHealth, HouseFeed, RiverEntry } from './views.ts'

/**
 * A feed with its state, for lists and pages. An address may hold a secret, and so may what a server said about it: only who
 * subscribes to the feed sees them, and the owner.
 */
export function feedHealth(row: FeedRow, reader: ReaderIdentity): FeedHealth {
  const { id, sourceId, title, url, folder, unreadCount, entryCount, isStopped, lastError } = row
  const isOpen = row.isSubscribed || mayActAs(reader.role, 'owner')
  return {
    id,
    sourceId,
    title,
    ...(isOpen && { url }),
    folder,
    unreadCount,
    entryCount,
    isStopped,
    ...(row.siteUrl === undefined ? {} : { siteUrl: row.siteUrl }),
    ...(row.iconUrl === undefined ? {} : { hasIcon: true as const }),
    ...(row.lastPolledAt === undefined ? {} : { lastPolledAt: row.lastPolledAt }),
    ...(row.lastOkAt === undefined ? {} : { lastOkAt: row.lastOkAt }),
    ...(row.lastArrivalAt === undefined ? {} : { lastArrivalAt: row.lastArrivalAt }),
    ...(row.nextPollAt === undefined ? {} : { nextPollAt: row.nextPollAt }),
    ...(row.hub && { hub: row.hub }),
    ...(row.nextWhy === undefined || row.nextPollAt === undefined
      ? {}
      : { nextPollBecause: because(row.nextWhy, row) }),
    ...(lastError && { lastError: isOpen ? lastError : { ...lastError, message: '' } }),
  }
}

function because(reason: PollReason, { intervalMinutes, pace: { gapMinutes } }: FeedRow) {
  return { reason, everyMinutes: intervalMinutes, ...(gapMinutes === undefined ? {} : { gapMinutes }) }
}

/** A feed of the house to who does not subscribe to it: what it is called and whose it is, not its address. */
export function houseFeed({ id, title, folder, siteUrl }: FeedRow): HouseFeed {
  return { id, title, folder, ...(siteUrl === undefined ? {} : { siteUrl }) }
}

/** An entry as a row of the river. */
export function riverEntry(row: EntryRow): RiverEntry {
  const { id, feedId, feedTitle, title, excerpt, publishedAt, isRead, isStarred, isSubscribed } = row
  return {
    id,
    feedId,
    feedTitle,
    title,
    excerpt,
    publishedAt,
    isRead,
    isStarred,
    ...(!isSubscribed && { isUnsubscribed: true as const }),
    ...(row.url === undefined ? {} : { url: row.url }),
    ...(row.articleId === undefined ? {} : { articleId: row.articleId }),
    ...(row.storyId === undefined ? {} : { storyId: row.storyId }),
  }
}
