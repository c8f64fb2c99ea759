import { setImmediate as nextTurn } from 'node:timers/promises'
import { sql } from 'kysely'
import { defined } from '../../core/defined.ts'
import { plainFeedUrl } from '../../core/feed/own-copy.ts'
import type { OpmlTop, OutlineBody, PlacedOutline, StoredOutline } from '../../core/feed/subscription-list.ts'
import type { Db, Engine, Tx } from '../engine/engine.ts'
import { findOwnCopies } from './own-copies.ts'

/** An existing outline keeps its place and gets the newer list's content. */
const ifStored = 'on conflict (reader_id, place) do update set body = excluded.body, feed_id = excluded.feed_id'

/**
 * Stores outlines after existing ones, in their order. Their feeds must exist. A feed that the reader had before `since` and that
 * another stored list contains stays in that one, since two programs put the same feeds into different folders.
 */
export async function storeOutlines(
  engine: Engine,
  tx: Tx,
  readerId: string,
  places: readonly PlacedOutline[],
  { startPosition, since }: { readonly startPosition: number; readonly since: string },
): Promise<void> {
  const urls = [...new Set(places.flatMap(({ feed }) => feed?.url ?? []))]
  const feeds = await engine.findMany(
    tx,
    'feed',
    urls.map((url) => ({ url })),
    ['id', 'url'],
  )
  const own = await findOwnCopies(tx, readerId, urls)
  const idByUrl = new Map([...feeds.map(({ id, url }) => [url, id] as const), ...own])
  const [before, kept] = await Promise.all([
    feedsBefore(engine, tx, readerId, [...idByUrl.values()], since),
    storedBodies(engine, tx, readerId, places),
  ])
  const placed = new Set(await placedAmong(engine, tx, readerId, [...before]))
  const rows = places.flatMap(({ key, parentKey, path, feed, isAgain: _, ...body }, index) => {
    const feedId = feed ? (idByUrl.get(feed.url) ?? null) : null
    const known = kept.get(key)
    if (known === undefined && feedId !== null && before.has(feedId)) {
      if (placed.has(feedId)) return []
      placed.add(feedId)
    }
    return [
      {
        reader_id: readerId,
        place: key,
        around: parentKey,
        position: startPosition + index,
        feed_id: feedId,
        path: path ?? null,
        body: JSON.stringify(known === undefined ? body : withBefore(JSON.parse(known), body)),
      },
    ]
  })
  await engine.insertMany(tx, 'kept_outline', rows, { ifExists: ifStored })
}

/** Which of these feeds a reader subscribed to before a time. */
async function feedsBefore(engine: Engine, tx: Tx, readerId: string, ids: readonly number[], since: string) {
  if (ids.length === 0) return new Set<number>()
  const rows = await tx
    .selectFrom('subscription')
    .select('feed_id')
    .where('reader_id', '=', readerId)
    .where('at', '<', since)
    .where(engine.isIn('feed_id', ids))
    .execute()
  return new Set(rows.map((row) => row.feed_id))
}

/** The stored content of these places. */
async function storedBodies(engine: Engine, tx: Tx, readerId: string, places: readonly PlacedOutline[]) {
  if (places.length === 0) return new Map<string, string>()
  const rows = await tx
    .selectFrom('kept_outline')
    .select(['place', 'body'])
    .where('reader_id', '=', readerId)
    .where(
      engine.isIn(
        'place',
        places.map(({ key }) => key),
      ),
    )
    .execute()
  return new Map(rows.map(({ place, body }) => [place, body]))
}

/** Which of these feeds are in a stored list. */
async function placedAmong(engine: Engine, tx: Tx, readerId: string, ids: readonly number[]) {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('kept_outline')
    .select('feed_id')
    .distinct()
    .where('reader_id', '=', readerId)
    .where(engine.isIn('feed_id', ids))
    .execute()
  return rows.flatMap((row) => row.feed_id ?? [])
}

/** The newer list's content of an outline plus what only the older had: another program may store less. */
function withBefore(before: OutlineBody, body: OutlineBody): OutlineBody {
  const said = new Map(body.attributes.map(([name, value]) => [name.toLowerCase(), value]))
  const names = new Set(before.attributes.map(([name]) => name.toLowerCase()))
  return {
    ...before,
    ...body,
    attributes: [
      ...before.attributes.map(([name, value]) => [name, said.get(name.toLowerCase()) || value] as const),
      ...body.attributes.filter(([name]) => !names.has(name.toLowerCase())),
    ],
  }
}

/** The position after everything stored of a reader. */
export async function nextPosition(tx: Tx, readerId: string): Promise<number> {
  const { last } = await tx
    .selectFrom('kept_outline')
    .select(sql<number>`coalesce(max(position), -1)`.as('last'))
    .where('reader_id', '=', readerId)
    .executeTakeFirstOrThrow()
  return Number(last) + 1
}

/** How many outlines a reader has stored. */
export async function countStoredOutlines(reader: Db, readerId: string): Promise<number> {
  const { count } = await reader
    .selectFrom('kept_outline')
    .select(sql<number>`count(*)`.as('count'))
    .where('reader_id', '=', readerId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** How many are read before other work gets its turn. */
const readAtOnce = 2_000

/** A reader's stored outlines in order, with the current URLs of their feeds. */
export async function storedOutlines(reader: Db, readerId: string): Promise<readonly StoredOutline[]> {
  const found: { readonly position: number; readonly outline: StoredOutline }[] = []
  for (let last: string | undefined = ''; last !== undefined; await nextTurn()) {
    const rows: readonly OutlineRow[] = await readStored(reader, readerId, last)
    for (const { place, around, path, body, url, position } of rows) {
      const kept = {
        key: place,
        parentKey: around,
        ...defined({ path: path ?? undefined, url: url === null ? undefined : plainFeedUrl(url) }),
      }
      found.push({ position, outline: { ...(JSON.parse(body) as OutlineBody), ...kept } })
    }
    last = rows.length === readAtOnce ? rows.at(-1)!.place : undefined
  }
  // Equal positions stay in the order of their places.
  return found.sort((one, other) => one.position - other.position).map(({ outline }) => outline)
}

type OutlineRow = Awaited<ReturnType<typeof readStored>>[number]

function readStored(reader: Db, readerId: string, after: string) {
  return reader
    .selectFrom('kept_outline')
    .leftJoin('feed', 'feed.id', 'kept_outline.feed_id')
    .select(['kept_outline.place', 'kept_outline.around', 'kept_outline.path', 'kept_outline.body', 'feed.url'])
    .select('kept_outline.position')
    .where('kept_outline.reader_id', '=', readerId)
    .where('kept_outline.place', '>', after)
    .orderBy('kept_outline.place')
    .limit(readAtOnce)
    .execute()
}

/** Stores the list's header: the newer list wins, and what only the older had stays. */
export async function storeHeader(tx: Tx, readerId: string, { attributes, head }: OpmlTop): Promise<void> {
  const before = await storedHeader(tx, readerId)
  const isNew = new Set([...attributes.map(([name]) => name), ...head.map(({ name }) => `<${name}`)])
  const row = {
    attributes: JSON.stringify([...before.attributes.filter(([name]) => !isNew.has(name)), ...attributes]),
    head: JSON.stringify([...before.head.filter(({ name }) => !isNew.has(`<${name}`)), ...head]),
  }
  await tx
    .insertInto('kept_list')
    .values({ reader_id: readerId, ...row })
    .onConflict((conflict) => conflict.column('reader_id').doUpdateSet(row))
    .execute()
}

/** The header of a reader's list; empty before an import. */
export async function storedHeader(reader: Db, readerId: string): Promise<OpmlTop> {
  const row = await reader.selectFrom('kept_list').selectAll().where('reader_id', '=', readerId).executeTakeFirst()
  return row ? { attributes: JSON.parse(row.attributes), head: JSON.parse(row.head) } : { attributes: [], head: [] }
}

/** Renames the folders of a path; with an empty name they are deleted, and their contents move out of them. */
export async function renameStoredOutlines(tx: Tx, readerId: string, from: string, to: string): Promise<void> {
  const isFolder = sql<boolean>`reader_id = ${readerId} and path = ${from}`
  if (to === '') await tx.deleteFrom('kept_outline').where(isFolder).execute()
  else await tx.updateTable('kept_outline').set({ path: to }).where(isFolder).execute()
}
