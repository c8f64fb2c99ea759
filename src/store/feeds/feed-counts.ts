import { type RawBuilder, sql } from 'kysely'
import { defined } from '../../core/defined.ts'
import { withParents } from '../../core/feed/parent-folders.ts'
import type { FeedId } from '../../core/ids.ts'
import { nth } from '../../core/nth.ts'
import type { Engine } from '../engine/engine.ts'
import { fromNumber } from '../engine/row-ids.ts'
import { whileUnchanged } from '../engine/while-unchanged.ts'
import { type MoreFolders, moreFoldersOf } from './feed-folders.ts'
import type { FeedRow } from './feed-rows.ts'

/** A feed that a reader subscribes to, with the counts shown in lists. */
export type FeedTally = Pick<
  FeedRow,
  'id' | 'sourceId' | 'title' | 'folder' | 'folders' | 'entryCount' | 'unreadCount'
> & {
  /** The last poll failed, or polling has stopped. */
  readonly isFailing: boolean
}

/** How many entries a feed has, how many are read, and its folder. */
export type FeedCount = {
  readonly id: FeedId
  readonly folder: string
  readonly entryCount: number
  readonly readCount: number
}

/** The totals of a folder's feeds; `unreadCount` also counts those of its sub-folders. A folder may have only sub-folders. */
export type FolderSum = {
  readonly name: string
  readonly feedCount: number
  readonly unreadCount: number
  readonly entryCount: number
}

/** For how many readers counts are cached: some 100 kB each for thousands of feeds. */
const mostReaders = 20

type Columns = { readonly id: number; readonly folder: string; readonly entries: number; readonly read: number }
type Counts = ReadColumns<Columns>
/** The totals of a reader's feeds, each counted once. */
type FeedTotals = Omit<FolderSum, 'name'>

type Kept = {
  readonly each: (readerId: string) => Promise<readonly FeedCount[]>
  readonly totals: (readerId: string) => Promise<FeedTotals>
  readonly byFolder: (readerId: string) => Promise<readonly FolderSum[]>
}

const known = new WeakMap<Engine, Kept>()

function cacheOf(engine: Engine): Kept {
  const kept = known.get(engine) ?? keep(engine)
  known.set(engine, kept)
  return kept
}

function keep(engine: Engine): Kept {
  const counts = whileUnchanged(engine, (readerId: string) => readCounts(engine, readerId), mostReaders)
  const more = moreFoldersOf(engine)
  return {
    totals: whileUnchanged(engine, async (readerId: string) => sumAll(await counts(readerId)), mostReaders),
    each: whileUnchanged(engine, async (readerId: string) => countEach(await counts(readerId)), mostReaders),
    byFolder: whileUnchanged(
      engine,
      async (readerId: string) => sumFolders(await counts(readerId), await more(readerId)),
      mostReaders,
    ),
  }
}

/** The counts of each of a reader's feeds, by id; cached until the next write. */
export function feedCounts(engine: Engine, readerId: string): Promise<readonly FeedCount[]> {
  return cacheOf(engine).each(readerId)
}

/** The totals of a reader's feeds, each counted once; cached until the next write. */
export function feedTotals(engine: Engine, readerId: string): Promise<FeedTotals> {
  return cacheOf(engine).totals(readerId)
}

/** The folders of a reader's subscriptions, unordered, with each feed counted in each of its folders; cached until the next write. */
export function folderSums(engine: Engine, readerId: string): Promise<readonly FolderSum[]> {
  return cacheOf(engine).byFolder(readerId)
}

function readCounts(engine: Engine, readerId: string): Promise<Counts> {
  return readColumns<Columns>(
    engine,
    {
      id: sql`feed.id`,
      folder: sql`subscription.folder`,
      entries: sql`feed.entry_count`,
      read: sql`subscription.read_count`,
    },
    sql`from subscription cross join feed ${engine.narrowFeed}
      where feed.id = subscription.feed_id and subscription.reader_id = ${readerId}`,
  )
}

function countEach({ id, folder, entries, read }: Counts): readonly FeedCount[] {
  const inOrder = [...id.keys()].sort((a, b) => nth(id, a) - nth(id, b))
  return inOrder.map((at) => ({
    id: fromNumber<FeedId>(nth(id, at)),
    folder: nth(folder, at),
    entryCount: nth(entries, at),
    readCount: nth(read, at),
  }))
}

function sumAll({ id, entries, read }: Counts): FeedTotals {
  const entryCount = entries.reduce((sum, count) => sum + count, 0)
  return { feedCount: id.length, entryCount, unreadCount: entryCount - read.reduce((sum, count) => sum + count, 0) }
}

function sumFolders({ id, folder, entries, read }: Counts, more: MoreFolders): readonly FolderSum[] {
  const folders = new Map<string, { name: string; feedCount: number; unreadCount: number; entryCount: number }>()
  for (const [at, first] of folder.entries()) {
    const own = [first, ...(more.get(nth(id, at)) ?? [])]
    for (const name of own) {
      const sum = sumOf(name)
      sum.feedCount += 1
      sum.entryCount += nth(entries, at)
    }
    const unread = nth(entries, at) - nth(read, at)
    if (own.length === 1 && !first.includes('/')) sumOf(first).unreadCount += unread
    else for (const name of withParents(own)) sumOf(name).unreadCount += unread
  }
  return [...folders.values()]

  function sumOf(name: string) {
    let sum = folders.get(name)
    if (!sum) folders.set(name, (sum = { name, feedCount: 0, unreadCount: 0, entryCount: 0 }))
    return sum
  }
}

type Row = Readonly<Record<string, string | number>>
/** Rows as one list per column. */
type ReadColumns<Columns extends Row> = { readonly [Name in keyof Columns]: readonly Columns[Name][] }

/**
 * Reads some columns of many rows as one list each, all in the same order. Making rows one by one costs more than reading them:
 * SQLite returns each column as one text in half the time.
 */
async function readColumns<Columns extends Row>(
  { dialect, reader }: Pick<Engine, 'dialect' | 'reader'>,
  columns: { readonly [Name in keyof Columns]: RawBuilder<unknown> },
  from: RawBuilder<unknown>,
): Promise<ReadColumns<Columns>> {
  const named = Object.entries<RawBuilder<unknown>>(columns)
  const isTexts = dialect === 'sqlite'
  const selected = named.map(
    ([name, column]) => sql`${isTexts ? sql`json_group_array(${column})` : column} as ${sql.ref(name)}`,
  )
  const { rows } = await sql<Row>`select ${sql.join(selected)} ${from}`.execute(reader)
  const lists = named.map(([name]) => [
    name,
    isTexts ? JSON.parse(String(rows[0]?.[name])) : rows.map((row) => row[name]),
  ])
  return Object.fromEntries(lists)
}

/** How many feeds can't be loaded, of how many, and when the last of those could. */
export type FailingSum = { readonly count: number; readonly of: number; readonly since?: string }

/** Sums up a reader's feeds that can't be loaded. `since` is absent when one of them never could. */
export async function sumUpFailing({ reader }: Engine, readerId: string): Promise<FailingSum> {
  const isFailing = sql`(feed.is_stopped = 1 or feed.error_count > 0)`
  const { rows } = await sql<{ count: number; of: number; first: string | null; last: string | null }>`
    select count(case when ${isFailing} then 1 end) as count, count(*) as of,
      min(case when ${isFailing} then coalesce(feed.last_ok_at, '') end) as first,
      max(case when ${isFailing} then feed.last_ok_at end) as last
    from subscription cross join feed
    where feed.id = subscription.feed_id and subscription.reader_id = ${readerId}`.execute(reader)
  const sum = rows[0]!
  const since = sum.first ? (sum.last ?? undefined) : undefined
  return { count: Number(sum.count), of: Number(sum.of), ...defined({ since }) }
}
