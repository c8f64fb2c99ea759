import type { EntryRow, FeedRow } from '../store/store.ts'
import type { FeedHealth, RiverEntry } from './views.ts'

/** A feed with its state, for lists and pages. */
export function feedHealth(row: FeedRow): FeedHealth {
  const { id, sourceId, title, url, folder, unreadCount, entryCount, isStopped } = row
  return {
    id,
    sourceId,
    title: title || url,
    url,
    folder,
    unreadCount,
    entryCount,
    isStopped,
    ...(row.siteUrl === undefined ? {} : { siteUrl: row.siteUrl }),
    ...(row.lastPolledAt === undefined ? {} : { lastPolledAt: row.lastPolledAt }),
    ...(row.lastOkAt === undefined ? {} : { lastOkAt: row.lastOkAt }),
    ...(row.nextPollAt === undefined ? {} : { nextPollAt: row.nextPollAt }),
    ...(row.lastError === undefined ? {} : { lastError: row.lastError }),
  }
}

/** An entry as a row of the river. */
export function riverEntry(row: EntryRow): RiverEntry {
  const { id, feedId, feedTitle, title, excerpt, publishedAt, isRead, isStarred } = row
  return {
    id,
    feedId,
    feedTitle,
    title,
    excerpt,
    publishedAt,
    isRead,
    isStarred,
    ...(row.url === undefined ? {} : { url: row.url }),
    ...(row.articleId === undefined ? {} : { articleId: row.articleId }),
    ...(row.storyId === undefined ? {} : { storyId: row.storyId }),
  }
}
