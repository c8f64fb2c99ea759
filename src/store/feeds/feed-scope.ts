import { type RawBuilder, sql } from 'kysely'
import { ownerId } from '../../core/reader-identity.ts'
import type { EntryFilter } from '../articles/entries.ts'
import type { Engine } from '../engine/engine.ts'
import { toNumber } from '../engine/row-ids.ts'
import { whileUnchanged } from '../engine/while-unchanged.ts'
import { feedTotals } from './feed-counts.ts'
import { isInFolder } from './feed-folders.ts'
import { isOpenSql } from './open-feeds.ts'

/** Stored counts of a filter's feeds, which decide how their entries are read. */
export type FeedScope = {
  readonly feedCount: number
  readonly unreadCount: number
  readonly entryCount: number
}

/** A filter's feeds as parts of a query: the tables, the condition, and the column with the feed's id. */
type ScopedFeeds = {
  readonly tables: RawBuilder<unknown>
  readonly isIn: RawBuilder<boolean>
  readonly feedId: RawBuilder<number>
}

const scopes = new WeakMap<Engine, (readerId: string, filter: EntryFilter) => Promise<FeedScope>>()

/** Adds up the feeds of a filter; reads only subscriptions and feeds, and caches until the next write. */
export function feedScope(engine: Engine, readerId: string, filter: EntryFilter): Promise<FeedScope> {
  const kept = scopes.get(engine) ?? whileUnchanged(engine, (id: string, of: EntryFilter) => sumUp(engine, id, of))
  scopes.set(engine, kept)
  return kept(readerId, filter)
}

async function sumUp(engine: Engine, readerId: string, filter: EntryFilter): Promise<FeedScope> {
  const { feedId, folder, sourceId } = filter
  const isAll = feedId === undefined && folder === undefined && sourceId === undefined
  // The sidebar already has these counts.
  if (isAll && !coversAllFeeds(filter)) return feedTotals(engine, readerId)
  const feeds = scopedFeeds(readerId, filter)
  const counted = coversAllFeeds(filter) ? sql`` : sql`cross join feed`
  const joined = coversAllFeeds(filter) ? sql`1 = 1` : sql`feed.id = subscription.feed_id`
  const sums = await sql<{ feeds: number; unread: number; entries: number }>`
    select count(*) as feeds, coalesce(sum(feed.entry_count - subscription.read_count), 0) as unread,
      coalesce(sum(feed.entry_count), 0) as entries
    from ${feeds.tables} ${counted} where ${joined} and ${feeds.isIn}`.execute(engine.reader)
  const row = sums.rows[0] ?? { feeds: 0, unread: 0, entries: 0 }
  return { feedCount: row.feeds, unreadCount: row.unread, entryCount: row.entries }
}

/** The feeds a reader subscribes to, or all of this server, restricted by a filter. */
export function scopedFeeds(readerId: string, filter: EntryFilter): ScopedFeeds {
  if (coversAllFeeds(filter))
    return {
      tables: sql`feed left join subscription on subscription.feed_id = feed.id and subscription.reader_id = ${readerId}`,
      isIn: all([
        isOpenSql,
        ...(filter.feedId === undefined ? [] : [sql`feed.id = ${toNumber(filter.feedId)}`]),
        ...(filter.folder === undefined ? [] : [isInServerFolder(filter.folder)]),
        ...(filter.sourceId === undefined ? [] : [sql`feed.source_id = ${toNumber(filter.sourceId)}`]),
      ]),
      feedId: sql<number>`feed.id`,
    }
  return {
    tables: sql`subscription`,
    isIn: all([sql`subscription.reader_id = ${readerId}`, ...inSubscription(filter)]),
    feedId: sql<number>`subscription.feed_id`,
  }
}

/** Only a subscriber can have unread entries in a feed. */
export function coversAllFeeds(filter: EntryFilter): boolean {
  return filter.isOfServer === true && filter.isUnread === undefined
}

/** The filter's conditions on a subscription. */
export function inSubscription(filter: EntryFilter): readonly RawBuilder<unknown>[] {
  return [
    ...(filter.feedId === undefined ? [] : [sql`subscription.feed_id = ${toNumber(filter.feedId)}`]),
    ...(filter.folder === undefined ? [] : [isInFolder(filter.folder, filter.folderScope)]),
    ...(filter.sourceId === undefined
      ? []
      : [sql`subscription.feed_id in (select id from feed where source_id = ${toNumber(filter.sourceId)})`]),
  ]
}

/** The server's folders are the owner's. */
function isInServerFolder(folder: string): RawBuilder<unknown> {
  return sql`coalesce((select house.folder from subscription as house
    where house.reader_id = ${ownerId} and house.feed_id = feed.id), '') = ${folder}`
}

function all(conditions: readonly RawBuilder<unknown>[]): RawBuilder<boolean> {
  return conditions.length === 0 ? sql<boolean>`1 = 1` : sql<boolean>`${sql.join(conditions, sql` and `)}`
}
