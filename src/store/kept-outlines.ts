import { setImmediate as nextTurn } from 'node:timers/promises'
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

/** How many outlines are kept of a reader. */
export async function countKept(reader: Reader, readerId: string): Promise<number> {
  const { count } = await reader
    .selectFrom('kept_outline')
    .select(sql<number>`count(*)`.as('count'))
    .where('reader_id', '=', readerId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** So many are read before others have their turn. */
const readAtOnce = 2_000

/** The outlines kept of a reader, in their order, with where their feeds live now. */
export async function keptOutlines(reader: Reader, readerId: string): Promise<readonly KeptOutline[]> {
  const found: { readonly position: number; readonly outline: KeptOutline }[] = []
  for (let last: string | undefined = ''; last !== undefined; await nextTurn()) {
    const rows: readonly OutlineRow[] = await readKept(reader, readerId, last)
    for (const { place, around, path, body, url, position } of rows) {
      const kept = { key: place, parentKey: around, ...(path !== null && { path }), ...(url !== null && { url }) }
      found.push({ position, outline: { ...(JSON.parse(body) as OutlineBody), ...kept } })
    }
    last = rows.length === readAtOnce ? rows.at(-1)!.place : undefined
  }
  // Those of one position stay in the order of their places.
  return found.sort((one, other) => one.position - other.position).map(({ outline }) => outline)
}

type OutlineRow = Awaited<ReturnType<typeof readKept>>[number]

function readKept(reader: Reader, readerId: string, after: string) {
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
