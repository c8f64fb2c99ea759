import { sql } from 'kysely'
import type { FeedId, SourceId } from '../core/ids.ts'
import { ownerId } from '../core/reader-identity.ts'
import { readPace } from './claim-due.ts'
import type { Engine } from './engine.ts'
import { fromNumber } from './row-ids.ts'
import type { FeedRow } from './store.ts'

/** The folder a reader has a feed in; where they do not subscribe, the owner's, which is the one of the house. */
const folder = sql<string>`coalesce(subscription.folder, (select house.folder from subscription as house
  where house.reader_id = ${ownerId} and house.feed_id = feed.id), '')`

/** The columns of `FeedRow`: all feeds of the house, as one reader has them. */
export function selectFeeds(engine: Engine, readerId: string) {
  return engine.reader
    .selectFrom('feed')
    .leftJoin('subscription', (join) =>
      join.onRef('subscription.feed_id', '=', 'feed.id').on('subscription.reader_id', '=', readerId),
    )
    .leftJoin('hub_subscription as hub', 'hub.feed_id', 'feed.id')
    .select(['hub.hub', 'hub.lease_until', 'hub.pushed_at'])
    .select(['feed.id', 'feed.source_id', 'feed.url', 'feed.site_url', 'feed.icon_url', 'feed.entry_count'])
    .select(['subscription.read_count', 'feed.last_fetched_at', folder.as('folder')])
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
      'feed.pace',
      'feed.next_why',
      'feed.interval_minutes',
    ])
}

type FeedColumns = Awaited<ReturnType<ReturnType<typeof selectFeeds>['execute']>>[number]

/** A row of the feed table as the contract names it. */
export function toFeedRow(row: FeedColumns): FeedRow {
  return {
    id: fromNumber<FeedId>(row.id),
    sourceId: fromNumber<SourceId>(row.source_id),
    url: row.url,
    intake: row.intake,
    title: row.title,
    ...(row.site_url === null ? {} : { siteUrl: row.site_url }),
    folder: row.folder,
    isSubscribed: row.read_count !== null,
    ...(row.icon_url === null ? {} : { iconUrl: row.icon_url }),
    unreadCount: row.read_count === null ? 0 : row.entry_count - row.read_count,
    ...(row.last_polled_at === null ? {} : { lastPolledAt: row.last_polled_at }),
    ...(row.last_ok_at === null ? {} : { lastOkAt: row.last_ok_at }),
    ...(row.is_stopped === 1 || row.intake === 'mail' ? {} : { nextPollAt: row.next_poll_at }),
    ...(row.next_why === null ? {} : { nextWhy: row.next_why }),
    pace: readPace(row.pace),
    intervalMinutes: row.interval_minutes,
    ...(row.error_count === 0
      ? {}
      : {
          lastError: {
            reason: row.error_reason ?? 'unknown',
            message: row.error_message ?? '',
            count: row.error_count,
          },
        }),
    isStopped: row.is_stopped === 1,
    entryCount: row.entry_count,
    ...(row.last_fetched_at === null ? {} : { lastArrivalAt: row.last_fetched_at }),
    ...hubOf(row),
  }
}

/** The host alone: an address of a hub may hold a secret. */
function hubOf({ hub, lease_until: until, pushed_at: at }: FeedColumns): Pick<FeedRow, 'hub'> {
  const host = hub === null ? undefined : URL.parse(hub)?.host
  if (host === undefined || until === null) return {}
  return { hub: { host, until, ...(at === null ? {} : { pushedAt: at }) } }
}
