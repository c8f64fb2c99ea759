import { defined } from '../../core/defined.ts'
import type { PollReason } from '../../core/feed/feed-pace.ts'
import { mayActAs, type ReaderIdentity } from '../../core/reader-identity.ts'
import { hasPersonalKey } from '../../core/text/personal-key.ts'
import type { EntryRow, FeedRow } from '../../store/store.ts'
import type { FeedHealth, HouseFeed, RiverEntry } from '../views.ts'

/**
 * A feed with its state, for lists and pages. An address may hold a secret, and so may what a server said about it: only who
 * subscribes to the feed sees them, and the owner.
 */
export function feedHealth(row: FeedRow, reader: ReaderIdentity): FeedHealth {
  const isOpen = row.isSubscribed || mayActAs(reader.role, 'owner')
  // Field by field: lists have thousands, and spreading takes five times as long.
  const feed: { -readonly [Field in keyof FeedHealth]: FeedHealth[Field] } = {
    id: row.id,
    sourceId: row.sourceId,
    title: row.title,
    folder: row.folder,
    unreadCount: row.unreadCount,
    entryCount: row.entryCount,
    isStopped: row.isStopped,
  }
  if (row.intake !== 'mail' && isOpen) feed.url = row.url
  if (row.intake !== 'feed') feed.intake = row.intake
  if (row.siteUrl !== undefined) feed.siteUrl = row.siteUrl
  if (row.iconUrl !== undefined) feed.hasIcon = true
  if (row.lastPolledAt !== undefined) feed.lastPolledAt = row.lastPolledAt
  if (row.lastOkAt !== undefined) feed.lastOkAt = row.lastOkAt
  if (row.lastArrivalAt !== undefined) feed.lastArrivalAt = row.lastArrivalAt
  if (row.nextPollAt !== undefined) feed.nextPollAt = row.nextPollAt
  if (row.hub) feed.hub = row.hub
  if (row.nextWhy !== undefined && row.nextPollAt !== undefined) feed.nextPollBecause = because(row.nextWhy, row)
  if (row.lastError) feed.lastError = isOpen ? row.lastError : { ...row.lastError, message: '' }
  return feed
}

function because(reason: PollReason, { intervalMinutes, pace: { gapMinutes } }: FeedRow) {
  return { reason, everyMinutes: intervalMinutes, ...defined({ gapMinutes }) }
}

/**
 * Whether a feed of the server is offered to who does not subscribe to it. One whose address holds a key is offered to nobody, the owner
 * included: who subscribes reads what it brings, so whoever wants it has to name its address.
 */
export function mayBeOffered(row: FeedRow): boolean {
  return !row.isSubscribed && !hasPersonalKey(row.url)
}

/** A feed of the house to who does not subscribe to it: what it is called and whose it is, not its address. */
export function houseFeed({ id, title, folder, siteUrl }: FeedRow): HouseFeed {
  return { id, title, folder, ...defined({ siteUrl }) }
}

const riverEntries = new WeakMap<EntryRow, RiverEntry>()

/** An entry as a row of the river; of the same row the same. */
export function riverEntry(row: EntryRow): RiverEntry {
  const known = riverEntries.get(row) ?? toRiverEntry(row)
  riverEntries.set(row, known)
  return known
}

function toRiverEntry(row: EntryRow): RiverEntry {
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
    ...defined({
      isUnsubscribed: !isSubscribed ? (true as const) : undefined,
      url: row.url,
      articleId: row.articleId,
      storyId: row.storyId,
    }),
  }
}
