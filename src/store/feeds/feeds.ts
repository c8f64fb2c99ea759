import { sql } from 'kysely'
import type { HostPause } from '../../core/feed/feed-pace.ts'
import type { FeedId } from '../../core/ids.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { fromNumber, toNumber } from '../engine/row-ids.ts'
import { addMs } from '../engine/times.ts'
import { whileUnchanged } from '../engine/while-unchanged.ts'
import type { FeedRow, FeedStore } from '../store.ts'
import { NotFoundError } from '../store-errors.ts'
import { claimDue, isDue, postpone } from './claim-due.ts'
import { followRenamedFolder } from './feed-addresses.ts'
import { feedCounts, folderSums } from './feed-counts.ts'
import { findIntake, setIntake } from './feed-intake.ts'
import { selectFeeds, toFeedRow } from './feed-rows.ts'
import type { FeedCount, FeedTally, FolderSum } from './feed-store.ts'
import { renameKeptFolder } from './folders.ts'
import { outletAt } from './host-outlets.ts'
import { renameKeptOutlines } from './kept-outlines.ts'
import { vouch } from './name-sources.ts'
import { progressOfPolls } from './poll-progress.ts'
import { savePolls } from './polls.ts'
import { removeFeed } from './remove-feed.ts'
import { findSource, sourceLists } from './sources.ts'
import { addFeeds, subscribeInHouse, unsubscribe } from './subscriptions.ts'

/** The pauses that hosts asked for, those that are over included: they say how many came before. */
async function findHostPauses(engine: Engine): Promise<readonly HostPause[]> {
  const rows = await engine.reader.selectFrom('host_pause').selectAll().execute()
  return rows.map(({ host, until, unsaid_count }) => ({ host, until, unsaidCount: unsaid_count }))
}

/** So long after its end a pause is forgotten, with how many came before it. */
const keptMs = 30 * 24 * 3_600_000

/** Keeps pauses, each in place of what was known of its host; those that were over long before these end are forgotten. */
async function saveHostPauses(engine: Engine, tx: Tx, pauses: readonly HostPause[]): Promise<void> {
  const first = pauses.map(({ until }) => until).sort()[0]
  if (first === undefined) return
  await tx.deleteFrom('host_pause').where('until', '<', addMs(first, -keptMs)).execute()
  await engine.insertMany(
    tx,
    'host_pause',
    pauses.map(({ host, until, unsaidCount }) => ({ host, until, unsaid_count: unsaidCount })),
    { ifExists: 'on conflict (host) do update set until = excluded.until, unsaid_count = excluded.unsaid_count' },
  )
}

/** Feeds, who subscribes to them, their polls and their health. */
export function feedStore(engine: Engine): FeedStore {
  const { reader } = engine
  const listAll = whileUnchanged(engine, async (readerId: string) => {
    const rows = await selectFeeds(engine, readerId).orderBy('folder').orderBy('title').orderBy('feed.id').execute()
    return rows.map(toFeedRow)
  })
  const list = whileUnchanged(engine, async (readerId: string) => {
    const rows = await selectFeeds(engine, readerId)
      .where('subscription.reader_id', '=', readerId)
      .orderBy('folder')
      .orderBy('title')
      .orderBy('feed.id')
      .execute()
    return rows.map(toFeedRow)
  })
  const pollProgress = progressOfPolls(engine)
  const listSources = whileUnchanged(engine, sourceLists(engine))

  async function find(readerId: string, id: FeedId): Promise<FeedRow | undefined> {
    const row = await selectFeeds(engine, readerId).where('feed.id', '=', toNumber(id)).executeTakeFirst()
    return row && toFeedRow(row)
  }

  /** Sets columns of one subscription, where there is one. */
  async function change(readerId: string, id: FeedId, given: { folder: string } | { title: string | null }) {
    await engine.write((tx) =>
      tx
        .updateTable('subscription')
        .set(given)
        .where('reader_id', '=', readerId)
        .where('feed_id', '=', toNumber(id))
        .execute(),
    )
  }

  return {
    addMany: (readerId, feeds, now) => engine.write((tx) => addFeeds(engine, tx, readerId, feeds, now)),
    subscribe: (readerId, ids, now) => engine.write((tx) => subscribeInHouse(engine, tx, readerId, ids, now)),
    unsubscribe: (readerId, id) => engine.write((tx) => unsubscribe(engine, tx, readerId, toNumber(id))),
    remove: (id) => engine.write((tx) => removeFeed(engine, tx, toNumber(id))),
    async readerCount(id) {
      const { count } = await reader
        .selectFrom('subscription')
        .select(sql<number>`count(*)`.as('count'))
        .where('feed_id', '=', toNumber(id))
        .executeTakeFirstOrThrow()
      return count
    },
    async sumUp(readerId) {
      const sums = await reader
        .selectFrom('subscription')
        .innerJoin('feed', 'feed.id', 'subscription.feed_id')
        .select([
          sql<number>`coalesce(sum(feed.entry_count), 0)`.as('entries'),
          sql<string | null>`max(feed.last_polled_at)`.as('at'),
        ])
        .where('subscription.reader_id', '=', readerId)
        .executeTakeFirstOrThrow()
      return { entryCount: sums.entries, ...(sums.at !== null && { lastPolledAt: sums.at }) }
    },
    findIntake: (url) => findIntake(engine, url),
    setIntake: (id, intake, now) => engine.write((tx) => setIntake(tx, id, intake, now)),
    setFolder: (readerId, id, folder) => change(readerId, id, { folder }),
    async renameFolder(readerId, from, to) {
      const done = await engine.write(async (tx) => {
        await renameKeptFolder(tx, readerId, from, to)
        await renameKeptOutlines(tx, readerId, from, to)
        await followRenamedFolder(tx, readerId, from, to)
        return tx
          .updateTable('subscription')
          .set({ folder: to })
          .where('reader_id', '=', readerId)
          .where('folder', '=', from)
          .executeTakeFirst()
      })
      return Number(done.numUpdatedRows)
    },
    setTitle: (readerId, id, title) => change(readerId, id, { title: title || null }),

    async claimDue(now, limit, leaseMs) {
      const due = sql<{ found: number }>`select 1 as found from feed where ${isDue(now)} limit 1`
      if (limit <= 0 || (await due.execute(reader)).rows.length === 0) return []
      return engine.write((tx) => claimDue(engine, tx, now, limit, leaseMs))
    },
    postpone: (feeds) => (feeds.length === 0 ? Promise.resolve() : engine.write((tx) => postpone(engine, tx, feeds))),
    hostPauses: () => findHostPauses(engine),
    saveHostPauses: (pauses) => engine.write((tx) => saveHostPauses(engine, tx, pauses)),

    savePolls: (outcomes) =>
      outcomes.length === 0 ? Promise.resolve([]) : engine.write((tx) => savePolls(engine, tx, outcomes)),

    async pollNow(ids, now, unlessSince) {
      const done = await engine.write((tx) => {
        const all = tx
          .updateTable('feed')
          .set({ next_poll_at: now, next_why: 'by-hand' })
          .where((is) => is.or([is('leased_until', 'is', null), is('leased_until', '<=', now)]))
        const update =
          unlessSince === undefined
            ? all
            : all.where((is) => is.or([is('last_polled_at', 'is', null), is('last_polled_at', '<=', unlessSince)]))
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
    listAll,
    ...feedTallies(engine),
    find,
    async get(readerId, id) {
      const row = await find(readerId, id)
      if (!row) throw new NotFoundError('feed', id)
      return row
    },

    async findSource(readerId, id) {
      return findSource(engine, readerId, toNumber(id))
    },
    outletAt: (pageUrl) => outletAt(engine, pageUrl),
    vouch: (feedUrl, pageUrl) => vouch(engine, feedUrl, pageUrl),
    listSources,

    progress: (now) => pollProgress(now),
  }
}

/** What lists of feeds count, with nothing of how each fares: a tenth of what reading all of every feed costs. */
function feedTallies(engine: Engine): {
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
