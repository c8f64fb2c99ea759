import { sql } from 'kysely'
import type { FeedId } from '../core/ids.ts'
import type { Engine } from './engine.ts'
import { feedCounts, folderSums } from './feed-counts.ts'
import type { FeedCount, FeedTally, FolderSum } from './feed-store.ts'
import { fromNumber } from './row-ids.ts'
import { whileUnchanged } from './while-unchanged.ts'

/** What lists of feeds count, with nothing of how each fares: a tenth of what reading all of every feed costs. */
export function feedTallies(engine: Engine): {
  tallies(readerId: string): Promise<readonly FeedTally[]>
  folderSums(readerId: string): Promise<readonly FolderSum[]>
  counts(readerId: string): Promise<readonly FeedCount[]>
} {
  return {
    tallies: whileUnchanged(engine, (readerId: string) => readTallies(engine, readerId)),
    folderSums: (readerId) => folderSums(engine, readerId),
    counts: (readerId) => feedCounts(engine, readerId),
  }
}

type TallyRow = {
  readonly id: number
  readonly title: string
  readonly folder: string
  readonly entries: number
  readonly read: number
  readonly failing: number
}

async function readTallies({ reader }: Engine, readerId: string): Promise<readonly FeedTally[]> {
  const { rows } = await sql<TallyRow>`
    select feed.id as id, coalesce(subscription.title, feed.title) as title, subscription.folder as folder,
      feed.entry_count as entries, subscription.read_count as read,
      case when feed.is_stopped = 1 or feed.error_count > 0 then 1 else 0 end as failing
    from subscription cross join feed
    where feed.id = subscription.feed_id and subscription.reader_id = ${readerId}
    order by folder, title, feed.id`.execute(reader)
  return rows.map((row) => ({
    id: fromNumber<FeedId>(row.id),
    title: row.title,
    folder: row.folder,
    entryCount: row.entries,
    unreadCount: row.entries - row.read,
    isFailing: row.failing === 1,
  }))
}
