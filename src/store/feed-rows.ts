import type { FeedId, SourceId } from '../core/ids.ts'
import type { Engine } from './engine.ts'
import { fromNumber } from './row-ids.ts'
import type { FeedRow } from './store.ts'

/** The columns of `FeedRow`. */
export function selectFeeds(engine: Engine) {
  return engine.reader
    .selectFrom('feed')
    .select(['id', 'source_id', 'url', 'title', 'site_url', 'icon_url', 'folder', 'unread_count', 'entry_count'])
    .select([
      'last_polled_at',
      'last_ok_at',
      'next_poll_at',
      'error_count',
      'error_reason',
      'error_message',
      'is_stopped',
    ])
}

type FeedColumns = Awaited<ReturnType<ReturnType<typeof selectFeeds>['execute']>>[number]

/** A row of the feed table as the contract names it. */
export function toFeedRow(row: FeedColumns): FeedRow {
  return {
    id: fromNumber<FeedId>(row.id),
    sourceId: fromNumber<SourceId>(row.source_id),
    url: row.url,
    title: row.title,
    ...(row.site_url === null ? {} : { siteUrl: row.site_url }),
    folder: row.folder,
    ...(row.icon_url === null ? {} : { iconUrl: row.icon_url }),
    unreadCount: row.unread_count,
    ...(row.last_polled_at === null ? {} : { lastPolledAt: row.last_polled_at }),
    ...(row.last_ok_at === null ? {} : { lastOkAt: row.last_ok_at }),
    ...(row.is_stopped === 1 ? {} : { nextPollAt: row.next_poll_at }),
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
  }
}
