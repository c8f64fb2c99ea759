import { sql } from 'kysely'
import { defined } from '../../core/defined.ts'
import {
  type OpmlTop,
  outlineBatchSize,
  type PlacedOutline,
  type StoredOutline,
} from '../../core/feed/subscription-list.ts'
import type { FeedId } from '../../core/ids.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { enqueue } from '../jobs/jobs.ts'
import { makeFirst } from './feed-folders.ts'
import type { OpmlImportTable } from './feed-schema.ts'
import {
  countStoredOutlines,
  nextPosition,
  storedHeader,
  storedOutlines,
  storeHeader,
  storeOutlines,
} from './stored-outlines.ts'
import { addFeeds } from './subscriptions.ts'

/** The most imports shown for a reader; older ones are deleted. */
const mostImports = 20

/** An import of a subscription list. */
export type OpmlImport = {
  readonly id: string
  readonly readerId: string
  /** The file name or URL it came from. */
  readonly name: string
  readonly state: 'running' | 'done' | 'cancelled'
  readonly feedCount: number
  readonly doneCount: number
  readonly added: number
  readonly existing: number
  /** What was skipped and why; for a long list only the first. */
  readonly skipped: readonly string[]
  readonly at: string
  readonly endedAt?: string
}

type NewOpmlImport = Pick<OpmlImport, 'id' | 'readerId' | 'name' | 'feedCount' | 'skipped' | 'at'> & {
  readonly top: OpmlTop
  /** When its job is due; a caller that starts at once leaves itself time. */
  readonly jobAt: string
}

/** The result of a batch: feeds new to the reader, and those they had. */
type ImportedBatch = {
  readonly isEnded: boolean
  readonly doneCount: number
  readonly added: readonly FeedId[]
  readonly existing: readonly FeedId[]
}

/** Subscription lists, imported in batches, and what is stored of them. */
export function opmlStore(engine: Engine) {
  const { reader } = engine
  return {
    /** Stores outlines of an import that hasn't started yet: a JSON list of `PlacedOutline`, in order. */
    async storeBatch(readerId: string, importId: string, number: number, outlines: string): Promise<void> {
      const row = { import_id: importId, number, reader_id: readerId, body: outlines }
      await engine.write((tx) => tx.insertInto('opml_batch').values(row).execute())
    },
    /** Starts an import whose batches are stored, with the job that processes them. */
    start: (started: NewOpmlImport): Promise<void> => engine.write((tx) => start(engine, tx, started)),
    /**
     * Imports the next batch in one transaction: feeds, subscriptions, outlines, progress. `firstPollAt` returns a new feed's first
     * poll, given its URL and how many came before it. Returns undefined when there is no such import or it has ended.
     */
    importBatch: (
      id: string,
      now: string,
      firstPollAt: (url: string, before: number) => string,
    ): Promise<ImportedBatch | undefined> => engine.write((tx) => takeBatch(engine, tx, id, now, firstPollAt)),
    async find(readerId: string, id: string): Promise<OpmlImport | undefined> {
      const row = await reader
        .selectFrom('opml_import')
        .selectAll()
        .where('reader_id', '=', readerId)
        .where('id', '=', id)
        .executeTakeFirst()
      return row && toImport(row)
    },
    /** Newest first. */
    async list(readerId: string, limit: number): Promise<readonly OpmlImport[]> {
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
    /** Cancels a running import; what was already imported stays. Returns false when there is none. */
    cancel: (readerId: string, id: string, at: string): Promise<boolean> =>
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
    /** A reader's stored lists, with outlines in order. */
    async stored(readerId: string): Promise<{ readonly top: OpmlTop; readonly outlines: readonly StoredOutline[] }> {
      const [top, outlines] = await Promise.all([storedHeader(reader, readerId), storedOutlines(reader, readerId)])
      return { top, outlines }
    },
    countStored: (readerId: string): Promise<number> => countStoredOutlines(reader, readerId),
    /** How many feeds a reader subscribes to; with `urls`, how many of these. */
    async countSubscriptions(readerId: string, urls?: readonly string[]): Promise<number> {
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

export type OpmlStore = ReturnType<typeof opmlStore>

async function start(engine: Engine, tx: Tx, { top, jobAt, ...started }: NewOpmlImport): Promise<void> {
  const { id, readerId, name, feedCount, skipped, at } = started
  await storeHeader(tx, readerId, top)
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

/** Deletes old imports, and batches of imports that never started. */
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
): Promise<ImportedBatch | undefined> {
  // Others that import the same list wait here until this batch is done.
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
  await addToFolders(engine, tx, row.reader_id, places, row.at)
  const position = row.start_position + (batch?.number ?? 0) * outlineBatchSize
  await storeOutlines(engine, tx, row.reader_id, places, { startPosition: position, since: row.at })
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

/** Puts the feeds that this import subscribed to into every further folder that its list has them in. */
async function addToFolders(
  engine: Engine,
  tx: Tx,
  readerId: string,
  places: readonly PlacedOutline[],
  since: string,
): Promise<void> {
  const again = places.flatMap(({ feed, isAgain }) => (feed?.folder && isAgain ? [feed] : []))
  if (again.length === 0) return
  const found = await tx
    .selectFrom('subscription')
    .innerJoin('feed', 'feed.id', 'subscription.feed_id')
    .select(['feed.id', 'feed.url', 'subscription.folder'])
    .where('subscription.reader_id', '=', readerId)
    .where('subscription.at', '>=', since)
    .where(
      engine.isIn(
        'feed.url',
        again.map(({ url }) => url),
      ),
    )
    .execute()
  const known = new Map(found.map((row) => [row.url, row]))
  const wanted = again.filter(
    ({ url, folder }) => (known.get(url)?.folder ?? '') !== '' && known.get(url)?.folder !== folder,
  )
  const rows = wanted.map(({ url, folder = '' }) => ({
    reader_id: readerId,
    feed_id: known.get(url)!.id,
    name: folder,
  }))
  await engine.insertMany(tx, 'subscription_folder', rows, { ifExists: 'ignore' })
  for (const { url, folder = '', isFirst } of wanted)
    if (isFirst) await makeFirst(tx, readerId, known.get(url)!.id, folder)
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
    ...defined({ endedAt: row.ended_at ?? undefined }),
  }
}
