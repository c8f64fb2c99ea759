import { type RawBuilder, sql } from 'kysely'
import type { FeedId } from '../../core/ids.ts'
import type { Db, Engine, Tx } from '../engine/engine.ts'
import { fromNumber, toNumber } from '../engine/row-ids.ts'
import { whileUnchanged } from '../engine/while-unchanged.ts'

/** The folders of feeds beyond each one's first, by feed and name. */
export type MoreFolders = ReadonlyMap<number, readonly string[]>

/** Which feeds count as in a folder: only those whose first it is, or also those of its sub-folders. Absent: all that are in it. */
export type FolderScope = 'first' | 'tree'

/** True for a subscription in this folder. */
export function isInFolder(name: string, scope?: FolderScope, table = 'subscription'): RawBuilder<unknown> {
  const [first, readerId, feedId] = ['folder', 'reader_id', 'feed_id'].map((column) => sql.ref(`${table}.${column}`))
  const isIt = (folder: RawBuilder<unknown>) =>
    scope === 'tree'
      ? sql`(${folder} = ${name} or substr(${folder}, 1, ${sql.lit(name.length + 1)}) = ${`${name}/`})`
      : sql`${folder} = ${name}`
  if (scope === 'first' || name === '') return sql`${first} = ${name}`
  return sql`(${isIt(first!)} or exists (select 1 from subscription_folder as more
    where more.reader_id = ${readerId} and more.feed_id = ${feedId} and ${isIt(sql.ref('more.name'))}))`
}

/** Which of a reader's feeds are in several folders; cached until the next write. */
export function moreFoldersOf(engine: Engine): (readerId: string) => Promise<MoreFolders> {
  return whileUnchanged(engine, (readerId: string) => readMore(engine.reader, readerId))
}

async function readMore(reader: Db | Tx, readerId: string): Promise<MoreFolders> {
  const rows = await reader
    .selectFrom('subscription_folder')
    .select(['feed_id', 'name'])
    .where('reader_id', '=', readerId)
    .orderBy('feed_id')
    .orderBy('name')
    .execute()
  return new Map([...Map.groupBy(rows, (row) => row.feed_id)].map(([id, own]) => [id, own.map(({ name }) => name)]))
}

/** Puts a subscription in these folders and no others; none: in no folder. The first is the one of programs that know one only. */
export async function setFolders(tx: Tx, readerId: string, feedId: FeedId, folders: readonly string[]): Promise<void> {
  const [first = '', ...more] = [...new Set(folders.filter((name) => name !== ''))]
  const id = toNumber(feedId)
  await leaveInLists(tx, readerId, id, [first, ...more])
  const changed = await tx
    .updateTable('subscription')
    .set({ folder: first })
    .where('reader_id', '=', readerId)
    .where('feed_id', '=', id)
    .returning('feed_id')
    .execute()
  if (changed.length === 0) return
  await tx.deleteFrom('subscription_folder').where('reader_id', '=', readerId).where('feed_id', '=', id).execute()
  if (more.length > 0)
    await tx
      .insertInto('subscription_folder')
      .values(more.map((name) => ({ reader_id: readerId, feed_id: id, name })))
      .execute()
}

/** Makes one of a feed's folders its first. */
export async function makeFirst(tx: Tx, readerId: string, id: number, folder: string): Promise<void> {
  const others = (await foldersOfFeed(tx, readerId, id)).filter((name) => name !== folder)
  await setFolders(tx, readerId, fromNumber<FeedId>(id), [folder, ...others])
}

/** A feed that leaves one of its folders, and stays in another, leaves it in the reader's imported lists, too. */
async function leaveInLists(tx: Tx, readerId: string, id: number, folders: readonly string[]): Promise<void> {
  const before = await foldersOfFeed(tx, readerId, id)
  const left = before.filter((name) => name !== '' && !folders.includes(name))
  if (left.length === 0 || left.length === before.length) return
  await tx
    .deleteFrom('kept_outline')
    .where('reader_id', '=', readerId)
    .where('feed_id', '=', id)
    .where('around', 'in', (of) =>
      of.selectFrom('kept_outline').select('place').where('reader_id', '=', readerId).where('path', 'in', left),
    )
    .execute()
}

async function foldersOfFeed(tx: Tx, readerId: string, id: number): Promise<readonly string[]> {
  const ofFeed = { reader_id: readerId, feed_id: id }
  const first = await tx
    .selectFrom('subscription')
    .select('folder')
    .where((is) => is.and(ofFeed))
    .executeTakeFirst()
  const more = await tx
    .selectFrom('subscription_folder')
    .select('name')
    .where((is) => is.and(ofFeed))
    .orderBy('name')
    .execute()
  return [first?.folder ?? '', ...more.map(({ name }) => name)]
}

/** Renames a folder of all a reader's feeds, or with an empty name takes them out of it. Returns how many feeds were in it. */
export async function renameFolderOfFeeds(tx: Tx, readerId: string, from: string, to: string): Promise<number> {
  const more = await readMore(tx, readerId)
  const first = await tx
    .selectFrom('subscription')
    .select(['feed_id', 'folder'])
    .where('reader_id', '=', readerId)
    .where(isInSeveral)
    .execute()
  const several = first
    .map(({ feed_id, folder }) => ({ id: feed_id, folders: [folder, ...(more.get(feed_id) ?? [])] }))
    .filter(({ folders }) => folders.includes(from))
  for (const { id, folders } of several) {
    const renamed = folders.map((name) => (name === from ? to : name))
    await setFolders(tx, readerId, fromNumber<FeedId>(id), renamed)
  }
  const only = await tx
    .updateTable('subscription')
    .set({ folder: to })
    .where('reader_id', '=', readerId)
    .where('folder', '=', from)
    .where(sql<boolean>`not ${isInSeveral}`)
    .executeTakeFirst()
  return several.length + Number(only.numUpdatedRows)
}

const isInSeveral = sql<boolean>`exists (select 1 from subscription_folder as more
  where more.reader_id = subscription.reader_id and more.feed_id = subscription.feed_id)`
