import { sql } from 'kysely'
import type { KeptOutline, OpmlTop, OutlineBody, PlacedOutline } from '../core/subscription-list.ts'
import type { Engine, Reader, Tx } from './engine.ts'

/** An outline that is there already keeps its place and says what the newer list says of it. */
const ifKept = 'on conflict (reader_id, place) do update set body = excluded.body, feed_id = excluded.feed_id'

/** Keeps outlines behind those that are there, in their order. The feeds among them must be there. */
export async function keepOutlines(
  engine: Engine,
  tx: Tx,
  readerId: string,
  places: readonly PlacedOutline[],
  startPosition: number,
): Promise<void> {
  const urls = [...new Set(places.flatMap(({ feed }) => feed?.url ?? []))]
  const feeds = await engine.findMany(
    tx,
    'feed',
    urls.map((url) => ({ url })),
    ['id', 'url'],
  )
  const idByUrl = new Map(feeds.map(({ id, url }) => [url, id]))
  const rows = places.map(({ key, parentKey, path, feed, isAgain: _, ...body }, index) => ({
    reader_id: readerId,
    place: key,
    around: parentKey,
    position: startPosition + index,
    feed_id: feed ? (idByUrl.get(feed.url) ?? null) : null,
    path: path ?? null,
    body: JSON.stringify(body),
  }))
  await engine.insertMany(tx, 'kept_outline', rows, { ifExists: ifKept })
}

/** Behind everything that is kept of a reader. */
export async function nextPosition(tx: Tx, readerId: string): Promise<number> {
  const { last } = await tx
    .selectFrom('kept_outline')
    .select(sql<number>`coalesce(max(position), -1)`.as('last'))
    .where('reader_id', '=', readerId)
    .executeTakeFirstOrThrow()
  return Number(last) + 1
}

/** The outlines kept of a reader, in their order, with where their feeds live now. */
export async function keptOutlines(reader: Reader, readerId: string): Promise<readonly KeptOutline[]> {
  const rows = await reader
    .selectFrom('kept_outline')
    .leftJoin('feed', 'feed.id', 'kept_outline.feed_id')
    .select(['kept_outline.place', 'kept_outline.around', 'kept_outline.path', 'kept_outline.body', 'feed.url'])
    .where('kept_outline.reader_id', '=', readerId)
    .orderBy('kept_outline.position')
    .orderBy('kept_outline.place')
    .execute()
  return rows.map(({ place, around, path, body, url }) => ({
    ...(JSON.parse(body) as OutlineBody),
    key: place,
    parentKey: around,
    ...(path !== null && { path }),
    ...(url !== null && { url }),
  }))
}

/** Keeps what stands above the outlines: what the newer list says counts, what only the older said stays. */
export async function keepTop(tx: Tx, readerId: string, { attributes, head }: OpmlTop): Promise<void> {
  const before = await keptTop(tx, readerId)
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

/** What stands above the outlines of a reader; nothing before a list came in. */
export async function keptTop(reader: Reader, readerId: string): Promise<OpmlTop> {
  const row = await reader.selectFrom('kept_list').selectAll().where('reader_id', '=', readerId).executeTakeFirst()
  return row ? { attributes: JSON.parse(row.attributes), head: JSON.parse(row.head) } : { attributes: [], head: [] }
}

/** Calls the folders of a path by another; with none they go, and what stood in them stands by itself. */
export async function renameKeptOutlines(tx: Tx, readerId: string, from: string, to: string): Promise<void> {
  const isFolder = sql<boolean>`reader_id = ${readerId} and path = ${from}`
  if (to === '') await tx.deleteFrom('kept_outline').where(isFolder).execute()
  else await tx.updateTable('kept_outline').set({ path: to }).where(isFolder).execute()
}
