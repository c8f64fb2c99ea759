import { sql } from 'kysely'
import { defined } from '../../core/defined.ts'
import type { FeedPace, PollReason } from '../../core/feed/feed-pace.ts'
import { type ListOrder, readListOrder } from '../../core/feed/list-order.ts'
import { isEmbargoUrl, isOwnCopy, plainFeedUrl } from '../../core/feed/own-copy.ts'
import type { FeedId, SourceId } from '../../core/ids.ts'
import { ownerId } from '../../core/reader-identity.ts'
import type { Feed, Intake } from '../../core/source.ts'
import type { Engine } from '../engine/engine.ts'
import { fromNumber } from '../engine/row-ids.ts'
import { readPace } from './claim-due.ts'
import { isOpenSql } from './open-feeds.ts'

/** A feed as one reader sees it: its name, folder and unread count are theirs. */
export type FeedRow = Feed & {
  readonly intake: Intake
  /** False: a feed of this server that the reader doesn't subscribe to, without unread entries. */
  readonly isSubscribed: boolean
  /** Its first folder; empty: none. */
  readonly folder: string
  /** All its folders, if there are several; the first one first. */
  readonly folders?: readonly string[]
  /** Its entries arrive read, and its stories aren't in Today. */
  readonly isParked?: true
  /** A title opens the outlet's page. */
  readonly opensOriginal?: true
  /** The order of its list, where its reader chose one. */
  readonly order?: ListOrder
  /** Its own texts are used, for all its readers, and its pages aren't fetched. */
  readonly usesOwnText?: true
  /** One reader has it apart from everybody else at this URL. */
  readonly isOwnCopy?: true
  /** Its texts are under embargo: one reader has them, until their moment. */
  readonly isUnderEmbargo?: true
  readonly iconUrl?: string
  readonly unreadCount: number
  readonly lastPolledAt?: string
  readonly lastOkAt?: string
  readonly nextPollAt?: string
  /** Why it is polled then. */
  readonly nextWhy?: PollReason
  /** Minutes between its last and its next poll. */
  readonly intervalMinutes: number
  readonly pace: FeedPace
  readonly lastError?: { readonly reason: string; readonly message: string; readonly count: number }
  readonly isStopped: boolean
  readonly entryCount: number
  /** When its newest entry arrived. */
  readonly lastArrivalAt?: string
  /** The host of the feed's hub, the end of its lease, and when it last sent news. */
  readonly hub?: { readonly host: string; readonly until: string; readonly pushedAt?: string }
}

/** The reader's folder for a feed; without a subscription, the owner's, which is the server's default. */
const folder = sql<string>`coalesce(subscription.folder, (select house.folder from subscription as house
  where house.reader_id = ${ownerId} and house.feed_id = feed.id), '')`

/** The columns of `FeedRow`: all feeds of this server that a reader may see. */
export function selectFeeds(engine: Engine, readerId: string) {
  return engine.reader
    .selectFrom('feed')
    .leftJoin('subscription', (join) =>
      join.onRef('subscription.feed_id', '=', 'feed.id').on('subscription.reader_id', '=', readerId),
    )
    .leftJoin('hub_subscription as hub', 'hub.feed_id', 'feed.id')
    .select(['hub.hub', 'hub.lease_until', 'hub.pushed_at'])
    .select(['feed.id', 'feed.source_id', 'feed.url', 'feed.site_url', 'feed.icon_url', 'feed.entry_count'])
    .select(['subscription.read_count', 'subscription.is_parked', 'subscription.opens_original'])
    .select('subscription.list_order')
    .select(['feed.last_fetched_at', folder.as('folder')])
    .select(sql<string>`coalesce(subscription.title, feed.title)`.as('title'))
    .select([
      'feed.last_polled_at',
      'feed.last_ok_at',
      'feed.next_poll_at',
      'feed.error_count',
      'feed.error_reason',
      'feed.error_message',
      'feed.is_stopped',
      'feed.intake',
      'feed.uses_own_text',
      'feed.pace',
      'feed.next_why',
      'feed.interval_minutes',
    ])
    .where(isOpenSql)
}

type FeedColumns = Awaited<ReturnType<ReturnType<typeof selectFeeds>['execute']>>[number]

/** Converts a row of the feed table. Lists have thousands: setting fields one by one costs a fifth of spreading them. */
export function toFeedRow(row: FeedColumns, more?: readonly string[]): FeedRow {
  const feed: Writable<FeedRow> = {
    id: fromNumber<FeedId>(row.id),
    sourceId: fromNumber<SourceId>(row.source_id),
    url: plainFeedUrl(row.url),
    intake: row.intake,
    title: row.title,
    folder: row.folder,
    isSubscribed: row.read_count !== null,
    unreadCount: row.read_count === null ? 0 : row.entry_count - row.read_count,
    pace: readPace(row.pace),
    intervalMinutes: row.interval_minutes,
    isStopped: row.is_stopped === 1,
    entryCount: row.entry_count,
  }
  if (more !== undefined && row.read_count !== null) feed.folders = [row.folder, ...more]
  if (isOwnCopy(row.url)) feed.isOwnCopy = true
  if (isEmbargoUrl(row.url)) feed.isUnderEmbargo = true
  if (row.is_parked === 1) feed.isParked = true
  if (row.opens_original === 1) feed.opensOriginal = true
  const order = readListOrder(row.list_order)
  if (order) feed.order = order
  if (row.uses_own_text === 1) feed.usesOwnText = true
  if (row.site_url !== null) feed.siteUrl = row.site_url
  if (row.icon_url !== null) feed.iconUrl = row.icon_url
  if (row.last_polled_at !== null) feed.lastPolledAt = row.last_polled_at
  if (row.last_ok_at !== null) feed.lastOkAt = row.last_ok_at
  if (row.is_stopped !== 1 && row.intake !== 'mail') feed.nextPollAt = row.next_poll_at
  if (row.next_why !== null) feed.nextWhy = row.next_why
  if (row.error_count !== 0)
    feed.lastError = {
      reason: row.error_reason ?? 'unknown',
      message: row.error_message ?? '',
      count: row.error_count,
    }
  if (row.last_fetched_at !== null) feed.lastArrivalAt = row.last_fetched_at
  const hub = hubOf(row)
  if (hub) feed.hub = hub
  return feed
}

type Writable<Row> = { -readonly [Field in keyof Row]: Row[Field] }

/** Only the host: the URL of a hub may contain a secret. */
function hubOf({ hub, lease_until: until, pushed_at: at }: FeedColumns): FeedRow['hub'] {
  const host = hub === null ? undefined : URL.parse(hub)?.host
  if (host === undefined || until === null) return undefined
  return { host, until, ...defined({ pushedAt: at ?? undefined }) }
}
