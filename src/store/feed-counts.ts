import { sql } from 'kysely'
import type { FeedId } from '../core/ids.ts'
import type { Engine } from './engine.ts'
import type { FeedCount } from './feed-store.ts'
import { readColumns } from './read-columns.ts'
import { fromNumber } from './row-ids.ts'
import { whileUnchanged } from './while-unchanged.ts'

const counts = new WeakMap<Engine, (readerId: string) => Promise<readonly FeedCount[]>>()

/** How many entries each feed of a reader has and how many are read, in the order of their ids; once until something is written. */
export function feedCounts(engine: Engine, readerId: string): Promise<readonly FeedCount[]> {
  const kept = counts.get(engine) ?? whileUnchanged(engine, (id: string) => readCounts(engine, id), 20)
  counts.set(engine, kept)
  return kept(readerId)
}

type Columns = { readonly id: number; readonly folder: string; readonly entries: number; readonly read: number }

async function readCounts(engine: Engine, readerId: string): Promise<readonly FeedCount[]> {
  const { id, folder, entries, read } = await readColumns<Columns>(
    engine,
    {
      id: sql`feed.id`,
      folder: sql`subscription.folder`,
      entries: sql`feed.entry_count`,
      read: sql`subscription.read_count`,
    },
    sql`from subscription cross join feed where feed.id = subscription.feed_id and subscription.reader_id = ${readerId}`,
  )
  const inOrder = [...id.keys()].sort((a, b) => id[a]! - id[b]!)
  return inOrder.map((at) => ({
    id: fromNumber<FeedId>(id[at]!),
    folder: folder[at]!,
    entryCount: entries[at]!,
    readCount: read[at]!,
  }))
}
