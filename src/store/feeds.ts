import { sql } from 'kysely'
import type { FeedId, SourceId } from '../core/ids.ts'
import { addFeeds } from './add-feeds.ts'
import type { Engine, Tx } from './engine.ts'
import { selectFeeds, toFeedRow } from './feed-rows.ts'
import { savePolls } from './polls.ts'
import { fromNumber, toNumber } from './row-ids.ts'
import { findSources } from './sources.ts'
import type { FeedRow, FeedStore, PollTarget } from './store.ts'
import { NotFoundError } from './store-errors.ts'
import { addMs } from './times.ts'

/** Subscriptions, their polls and their health. */
export function feedStore(engine: Engine): FeedStore {
  const { reader } = engine
  const list = whileUnchanged(engine, async () => {
    const rows = await selectFeeds(engine).orderBy('folder').orderBy('title').orderBy('id').execute()
    return rows.map(toFeedRow)
  })
  const listSources = whileUnchanged(engine, () => findSources(engine))

  async function find(id: FeedId): Promise<FeedRow | undefined> {
    const row = await selectFeeds(engine).where('feed.id', '=', toNumber(id)).executeTakeFirst()
    return row && toFeedRow(row)
  }

  return {
    addMany: (feeds, now) => engine.write((tx) => addFeeds(engine, tx, feeds, now)),
    remove: (id) => engine.write((tx) => removeFeed(engine, tx, toNumber(id))),

    async setFolder(id, folder) {
      await engine.write((tx) => tx.updateTable('feed').set({ folder }).where('id', '=', toNumber(id)).execute())
    },

    async setTitle(id, title) {
      const given =
        title === '' ? { is_titled: 0, body_hash: null, etag: null, last_modified: null } : { is_titled: 1, title }
      await engine.write((tx) => tx.updateTable('feed').set(given).where('id', '=', toNumber(id)).execute())
    },

    async claimDue(now, limit, leaseMs) {
      const due = sql<{ found: number }>`select 1 as found from feed where ${isDue(now)} limit 1`
      if (limit <= 0 || (await due.execute(reader)).rows.length === 0) return []
      return engine.write((tx) => claimDue(engine, tx, now, limit, addMs(now, leaseMs)))
    },

    savePolls: (outcomes) =>
      outcomes.length === 0 ? Promise.resolve([]) : engine.write((tx) => savePolls(engine, tx, outcomes)),

    async pollNow(ids, now) {
      const done = await engine.write((tx) => {
        const update = tx.updateTable('feed').set({ next_poll_at: now, leased_until: null })
        if (ids === 'all') return update.where('is_stopped', '=', 0).executeTakeFirst()
        // Asking for a feed by name also starts one that was given up.
        return update
          .set({ is_stopped: 0 })
          .where(engine.isIn('id', ids.map(toNumber)))
          .executeTakeFirst()
      })
      return Number(done.numUpdatedRows)
    },

    list,
    find,
    async get(id) {
      const row = await find(id)
      if (!row) throw new NotFoundError('feed', id)
      return row
    },

    async findSource(id) {
      return (await findSources(engine, toNumber(id)))[0]
    },
    listSources,

    async progress(now) {
      const found = await sql<{ total: number; polled: number; due: number; next: string | null }>`select
          count(*) as total, count(last_polled_at) as polled,
          count(case when ${isDue(now)} then 1 end) as due,
          min(case when is_stopped = 0 then next_poll_at end) as next
        from feed`.execute(reader)
      const row = found.rows[0]!
      return {
        total: row.total,
        polled: row.polled,
        due: row.due,
        ...(row.next === null ? {} : { nextPollAt: row.next }),
      }
    },
  }
}

/** Keeps an answer until something is written, where the database can say so at once: sidebars ask for all feeds on every page. */
function whileUnchanged<Answer>(engine: Engine, read: () => Promise<Answer>): () => Promise<Answer> {
  let kept: { readonly version: number; readonly answer: Promise<Answer> } | undefined
  return () => {
    const version = engine.dataVersion?.()
    if (version === undefined) return read()
    if (kept?.version !== version) kept = { version, answer: read() }
    return kept.answer
  }
}

function isDue(now: string) {
  return sql`is_stopped = 0 and next_poll_at <= ${now} and (leased_until is null or leased_until <= ${now})`
}

async function claimDue(
  engine: Engine,
  tx: Tx,
  now: string,
  limit: number,
  until: string,
): Promise<readonly PollTarget[]> {
  const due = await sql<{ id: number }>`
    select id from feed where ${isDue(now)} order by next_poll_at, id limit ${limit} ${engine.skipLocked}`.execute(tx)
  if (due.rows.length === 0) return []
  const ids = due.rows.map((row) => row.id)
  await tx.updateTable('feed').set({ leased_until: until }).where(engine.isIn('id', ids)).execute()
  const rows = await tx
    .selectFrom('feed')
    .select(['id', 'source_id', 'url', 'title', 'etag', 'last_modified', 'body_hash', 'interval_minutes'])
    .select(['error_count', 'moved_to', 'moved_sightings'])
    .where(engine.isIn('id', ids))
    .execute()
  return rows.map((row) => ({
    feedId: fromNumber<FeedId>(row.id),
    sourceId: fromNumber<SourceId>(row.source_id),
    url: row.url,
    title: row.title,
    validators: {
      ...(row.etag === null ? {} : { etag: row.etag }),
      ...(row.last_modified === null ? {} : { lastModified: row.last_modified }),
    },
    ...(row.body_hash === null ? {} : { bodyHash: row.body_hash }),
    intervalMinutes: row.interval_minutes,
    errorCount: row.error_count,
    ...(row.moved_to === null ? {} : { movedTo: row.moved_to }),
    movedSightings: row.moved_sightings,
  }))
}

/** The entries go with their feed; articles made of them stay, since stories cite them. */
async function removeFeed(engine: Engine, tx: Tx, id: number): Promise<void> {
  await engine.lockFeeds(tx, [id])
  const feed = await tx.selectFrom('feed').select('source_id').where('id', '=', id).executeTakeFirst()
  if (!feed) return
  const entries = await tx.selectFrom('entry').select('sequence').where('feed_id', '=', id).execute()
  await engine.search.removeEntries(
    tx,
    entries.map((entry) => entry.sequence),
  )
  await tx.deleteFrom('entry').where('feed_id', '=', id).execute()
  await tx.deleteFrom('feed').where('id', '=', id).execute()
  await tx
    .deleteFrom('source')
    .where('id', '=', feed.source_id)
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('feed').select('feed.id').whereRef('feed.source_id', '=', 'source.id'))),
    )
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('article').select('article.id').whereRef('article.source_id', '=', 'source.id'))),
    )
    .execute()
}
