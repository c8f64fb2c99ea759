import { sql } from 'kysely'
import type { Reader } from './engine.ts'
import { toNumber } from './row-ids.ts'
import type { EntryFilter } from './store.ts'

/** What is kept counted of the feeds a filter lets through: from this the way to read their entries is chosen. */
export type FeedScope = {
  /** True when the filter lets every feed through. */
  readonly isAll: boolean
  readonly feedCount: number
  readonly unreadCount: number
  readonly entryCount: number
}

/** Sums up the feeds of a filter; it reads only the feed table. */
export async function feedScope(reader: Reader, filter: EntryFilter): Promise<FeedScope> {
  const sums = await sql<{ feeds: number; unread: number; entries: number }>`
    select count(*) as feeds, coalesce(sum(unread_count), 0) as unread, coalesce(sum(entry_count), 0) as entries
    from feed where ${inScope(filter)}`.execute(reader)
  const row = sums.rows[0] ?? { feeds: 0, unread: 0, entries: 0 }
  return {
    isAll: filter.feedId === undefined && filter.folder === undefined && filter.sourceId === undefined,
    feedCount: row.feeds,
    unreadCount: row.unread,
    entryCount: row.entries,
  }
}

/** The condition on the feed table that a filter comes to. */
export function inScope(filter: EntryFilter) {
  const conditions = [
    ...(filter.feedId === undefined ? [] : [sql`feed.id = ${toNumber(filter.feedId)}`]),
    ...(filter.folder === undefined ? [] : [sql`feed.folder = ${filter.folder}`]),
    ...(filter.sourceId === undefined ? [] : [sql`feed.source_id = ${toNumber(filter.sourceId)}`]),
  ]
  return conditions.length === 0 ? sql<boolean>`1 = 1` : sql<boolean>`${sql.join(conditions, sql` and `)}`
}
