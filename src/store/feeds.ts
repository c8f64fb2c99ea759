import { sql } from 'kysely'
import type { FeedId } from '../core/ids.ts'
import { claimDue, isDue, postpone } from './claim-due.ts'
import type { Engine } from './engine.ts'
import { followRenamedFolder } from './feed-addresses.ts'
import { findIntake, setIntake } from './feed-intake.ts'
import { selectFeeds, toFeedRow } from './feed-rows.ts'
import { feedTallies } from './feed-tallies.ts'
import { renameKeptFolder } from './folders.ts'
import { outletAt } from './host-outlets.ts'
import { findHostPauses, saveHostPauses } from './host-pauses.ts'
import { renameKeptOutlines } from './kept-outlines.ts'
import { vouch } from './name-sources.ts'
import { progressOfPolls } from './poll-progress.ts'
import { savePolls } from './polls.ts'
import { removeFeed } from './remove-feed.ts'
import { toNumber } from './row-ids.ts'
import { findSource, sourceLists } from './sources.ts'
import type { FeedRow, FeedStore } from './store.ts'
import { NotFoundError } from './store-errors.ts'
import { addFeeds, subscribeInHouse, unsubscribe } from './subscriptions.ts'
import { whileUnchanged } from './while-unchanged.ts'

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
