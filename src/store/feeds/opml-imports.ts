import { sql } from 'kysely'
import { outlinesAtOnce, type PlacedOutline } from '../../core/feed/subscription-list.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { enqueue } from '../jobs/jobs.ts'
import { countKept, keepOutlines, keepTop, keptOutlines, keptTop, nextPosition } from './kept-outlines.ts'
import type { OpmlImportTable } from './opml-schema.ts'
import type { BatchTaken, NewOpmlImport, OpmlImport, OpmlStore } from './opml-store.ts'
import { addFeeds } from './subscriptions.ts'

/** So many imports of a reader are told of; older ones go. */
const mostImports = 20

/** Lists of subscriptions over a database. */
export function opmlStore(engine: Engine): OpmlStore {
  const { reader } = engine
  return {
    async layAside(readerId, importId, number, outlines) {
      const row = { import_id: importId, number, reader_id: readerId, body: outlines }
      await engine.write((tx) => tx.insertInto('opml_batch').values(row).execute())
    },
    start: (started) => engine.write((tx) => start(engine, tx, started)),
    takeBatch: (id, now, firstPollAt) => engine.write((tx) => takeBatch(engine, tx, id, now, firstPollAt)),
    async find(readerId, id) {
      const row = await reader
        .selectFrom('opml_import')
        .selectAll()
        .where('reader_id', '=', readerId)
        .where('id', '=', id)
        .executeTakeFirst()
      return row && toImport(row)
    },
    async list(readerId, limit) {
      const rows = await reader
        .selectFrom('opml_import')
        .selectAll()
        .where('reader_id', '=', readerId)
        .orderBy('at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(toImport)
    },
    cancel: (readerId, id, at) =>
      engine.write(async (tx) => {
        const ended = await tx
          .updateTable('opml_import')
          .set({ state: 'cancelled', ended_at: at })
          .where('reader_id', '=', readerId)
          .where('id', '=', id)
          .where('state', '=', 'running')
          .executeTakeFirst()
        if (ended.numUpdatedRows === 0n) return false
        await tx.deleteFrom('opml_batch').where('import_id', '=', id).execute()
        return true
      }),
    async kept(readerId) {
      const [top, outlines] = await Promise.all([keptTop(reader, readerId), keptOutlines(reader, readerId)])
      return { top, outlines }
    },
    countKept: (readerId) => countKept(reader, readerId),
    async countSubscriptions(readerId, urls) {
      const { count } = await reader
        .selectFrom('subscription')
        .innerJoin('feed', 'feed.id', 'subscription.feed_id')
        .select(sql<number>`count(*)`.as('count'))
        .where('reader_id', '=', readerId)
        .$if(urls !== undefined, (query) => query.where(engine.isIn('feed.url', urls!)))
        .executeTakeFirstOrThrow()
      return Number(count)
    },
  }
}

async function start(engine: Engine, tx: Tx, { top, jobAt, ...started }: NewOpmlImport): Promise<void> {
  const { id, readerId, name, feedCount, skipped, at } = started
  await keepTop(tx, readerId, top)
  await tx
    .insertInto('opml_import')
    .values({
      id,
      reader_id: readerId,
      name,
      state: 'running',
      feed_count: feedCount,
      done_count: 0,
      added: 0,
      existing: 0,
      skipped: JSON.stringify(skipped),
      start_position: await nextPosition(tx, readerId),
      at,
      ended_at: null,
    })
    .execute()
  await enqueue(engine, tx, [{ kind: 'import-opml', key: id, runAt: jobAt }])
  await forgetOld(engine, tx, readerId)
}

/** Old imports go, and batches laid aside for one that never started. */
async function forgetOld(engine: Engine, tx: Tx, readerId: string): Promise<void> {
  const rows = await tx
    .selectFrom('opml_import')
    .select(['id', 'state'])
    .where('reader_id', '=', readerId)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute()
  const old = rows.filter(({ state }, index) => index >= mostImports && state !== 'running').map(({ id }) => id)
  if (old.length > 0) await tx.deleteFrom('opml_import').where(engine.isIn('id', old)).execute()
  await tx
    .deleteFrom('opml_batch')
    .where('reader_id', '=', readerId)
    .where(sql<boolean>`import_id not in (select id from opml_import where reader_id = ${readerId})`)
    .execute()
}

async function takeBatch(
  engine: Engine,
  tx: Tx,
  id: string,
  now: string,
  firstPollAt: (url: string, before: number) => string,
): Promise<BatchTaken | undefined> {
  // Whoever else takes in the same list waits here until this batch is done.
  const row = await tx
    .updateTable('opml_import')
    .set({ state: 'running' })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .returningAll()
    .executeTakeFirst()
  if (!row) return undefined
  const taken = await sql<{ number: number; body: string }>`delete from opml_batch where import_id = ${id}
    and number = (select min(number) from opml_batch where import_id = ${id}) returning number, body`.execute(tx)
  const batch = taken.rows[0]
  const places: readonly PlacedOutline[] = batch ? JSON.parse(batch.body) : []
  const feeds = places.flatMap(({ feed, isAgain }) => (feed && !isAgain ? [feed] : []))
  const timed = feeds.map((feed, index) => ({ ...feed, firstPollAt: firstPollAt(feed.url, row.done_count + index) }))
  const { added, existing } = await addFeeds(engine, tx, row.reader_id, timed, now)
  const position = row.start_position + (batch?.number ?? 0) * outlinesAtOnce
  await keepOutlines(engine, tx, row.reader_id, places, { startPosition: position, since: row.at })
  const left = await tx
    .selectFrom('opml_batch')
    .select('number')
    .where('import_id', '=', id)
    .limit(1)
    .executeTakeFirst()
  const doneCount = row.done_count + feeds.length
  await tx
    .updateTable('opml_import')
    .set({
      done_count: doneCount,
      added: row.added + added.length,
      existing: row.existing + existing.length,
      ...(left ? {} : { state: 'done', ended_at: now }),
    })
    .where('id', '=', id)
    .execute()
  if (!left)
    await tx
      .deleteFrom('job')
      .where('kind', '=', 'import-opml')
      .where('key', '=', id)
      .where('state', '=', 'waiting')
      .execute()
  return { isEnded: !left, doneCount, added, existing }
}

function toImport(row: OpmlImportTable): OpmlImport {
  return {
    id: row.id,
    readerId: row.reader_id,
    name: row.name,
    state: row.state as OpmlImport['state'],
    feedCount: row.feed_count,
    doneCount: row.done_count,
    added: row.added,
    existing: row.existing,
    skipped: JSON.parse(row.skipped),
    at: row.at,
    ...(row.ended_at !== null && { endedAt: row.ended_at }),
  }
}
