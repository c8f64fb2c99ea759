import { defined } from '../../core/defined.ts'
import type { PollReason } from '../../core/feed/feed-pace.ts'
import { mayActAs, type ReaderIdentity } from '../../core/reader-identity.ts'
import { hasPersonalKey } from '../../core/text/personal-key.ts'
import { shownPicture } from '../../store/articles/entry-pictures.ts'
import type { EntryRow, FeedRow } from '../../store/store.ts'
import type { FeedHealth, ListedEntry, OfferedFeed } from '../views.ts'

/**
 * A feed with its state, for lists and pages. Its URL may contain a secret, and so may an error from its server: only subscribers and
 * the owner see them.
 */
export function feedHealth(row: FeedRow, reader: ReaderIdentity): FeedHealth {
  const isOpen = row.isSubscribed || mayActAs(reader.role, 'owner')
  // Field by field: lists have thousands of feeds, and spreading takes five times as long.
  const feed: { -readonly [Field in keyof FeedHealth]: FeedHealth[Field] } = {
    id: row.id,
    sourceId: row.sourceId,
    title: row.title,
    folder: row.folder,
    unreadCount: row.unreadCount,
    entryCount: row.entryCount,
    isStopped: row.isStopped,
  }
  if (row.folders !== undefined) feed.folders = row.folders
  if (row.isParked) feed.isParked = true
  if (row.opensOriginal) feed.opensOriginal = true
  if (row.order) feed.order = row.order
  if (row.usesOwnText) feed.usesOwnText = true
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
 * Whether a feed of this instance is offered to people who don't subscribe to it. One with a key in its URL or under embargo never is,
 * not even to the owner: subscribing gives access to its content, so one must know the URL.
 */
export function mayBeOffered(row: FeedRow): boolean {
  return !row.isSubscribed && !row.isOwnCopy && !row.isUnderEmbargo && !hasPersonalKey(row.url)
}

/** A feed as shown to people who don't subscribe to it: its title and site, without its URL. */
export function offeredFeed({ id, title, folder, siteUrl }: FeedRow): OfferedFeed {
  return { id, title, folder, ...defined({ siteUrl }) }
}

const listedEntries = new WeakMap<EntryRow, ListedEntry>()

/** An entry as a row of the article list; cached per database row. */
export function listedEntry(row: EntryRow): ListedEntry {
  const known = listedEntries.get(row) ?? toListedEntry(row)
  listedEntries.set(row, known)
  return known
}

function toListedEntry(row: EntryRow): ListedEntry {
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
    sourceId: row.sourceId,
    ...defined({
      isUnsubscribed: !isSubscribed ? (true as const) : undefined,
      url: row.url,
      articleId: row.articleId,
      storyId: row.storyId,
      picture: shownPicture(row),
      isLetter: row.isLetter,
      opensOriginal: row.opensOriginal,
      copyCount: row.copyCount,
    }),
  }
}
