import { sql } from 'kysely'
import { defined } from '../../core/defined.ts'
import type { HostPause } from '../../core/feed/feed-pace.ts'
import type { FeedId, SourceId } from '../../core/ids.ts'
import type { Intake, Source } from '../../core/source.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { fromNumber, toNumber } from '../engine/row-ids.ts'
import { addMs } from '../engine/times.ts'
import { whileUnchanged } from '../engine/while-unchanged.ts'
import { NotFoundError } from '../store-errors.ts'
import type { NewFeed } from './add-feeds.ts'
import { claimDue, isDue, type PollTarget, type Postponed, postpone } from './claim-due.ts'
import { followRenamedFolder } from './feed-addresses.ts'
import { type FeedCount, type FeedTally, type FolderSum, feedCounts, folderSums } from './feed-counts.ts'
import { type FeedRow, selectFeeds, toFeedRow } from './feed-rows.ts'
import { renameKeptFolder } from './folders.ts'
import { outletAt } from './host-outlets.ts'
import { renameKeptOutlines } from './kept-outlines.ts'
import { vouch } from './name-sources.ts'
import { progressOfPolls } from './poll-progress.ts'
import { type PollOutcome, type PollSaved, type PushOutcome, savePolls } from './polls.ts'
import { removeFeed } from './remove-feed.ts'
import { findSource, type SourceRow, sourceLists } from './sources.ts'
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
export function feedStore(engine: Engine) {
  const { reader } = engine
  const listAll = whileUnchanged(engine, async (readerId: string): Promise<readonly FeedRow[]> => {
    const rows = await selectFeeds(engine, readerId).orderBy('folder').orderBy('title').orderBy('feed.id').execute()
    return rows.map(toFeedRow)
  })
  const list = whileUnchanged(engine, async (readerId: string): Promise<readonly FeedRow[]> => {
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
    /**
     * Subscribes a reader, and makes the feeds that are new to the house; what they subscribe to already is left as it is. One
     * transaction for the whole list.
     */
    addMany: (
      readerId: string,
      feeds: readonly NewFeed[],
      now: string,
    ): Promise<{ readonly added: readonly FeedId[]; readonly existing: readonly FeedId[] }> =>
      engine.write((tx) => addFeeds(engine, tx, readerId, feeds, now)),
    /** Subscribes a reader to feeds of the house, in its folders; answers how many that were. */
    subscribe: (readerId: string, ids: readonly FeedId[] | 'all', now: string): Promise<number> =>
      engine.write((tx) => subscribeInHouse(engine, tx, readerId, ids, now)),
    /** Ends a subscription; the feed goes when nobody has anything of it any more. */
    unsubscribe: (readerId: string, id: FeedId): Promise<void> =>
      engine.write((tx) => unsubscribe(engine, tx, readerId, toNumber(id))),
    /** Removes a feed for all its readers. */
    remove: (id: FeedId): Promise<void> => engine.write((tx) => removeFeed(engine, tx, toNumber(id))),
    /** How many subscribe to a feed. */
    async readerCount(id: FeedId): Promise<number> {
      const { count } = await reader
        .selectFrom('subscription')
        .select(sql<number>`count(*)`.as('count'))
        .where('feed_id', '=', toNumber(id))
        .executeTakeFirstOrThrow()
      return count
    },
    /** What a reader subscribes to in sum, and when the last of it was asked for. */
    async sumUp(readerId: string): Promise<{ readonly entryCount: number; readonly lastPolledAt?: string }> {
      const sums = await reader
        .selectFrom('subscription')
        .innerJoin('feed', 'feed.id', 'subscription.feed_id')
        .select([
          sql<number>`coalesce(sum(feed.entry_count), 0)`.as('entries'),
          sql<string | null>`max(feed.last_polled_at)`.as('at'),
        ])
        .where('subscription.reader_id', '=', readerId)
        .executeTakeFirstOrThrow()
      return { entryCount: sums.entries, ...defined({ lastPolledAt: sums.at ?? undefined }) }
    },
    /** How the feed with this address comes in; undefined when there is none. */
    findIntake: (url: string): Promise<(FeedIntake & { readonly id: FeedId }) | undefined> => findIntake(engine, url),
    /** Lets a feed come in another way from now on; it is due at once. */
    setIntake: (id: FeedId, intake: FeedIntake, now: string): Promise<void> =>
      engine.write((tx) => setIntake(tx, id, intake, now)),
    setFolder: (readerId: string, id: FeedId, folder: string): Promise<void> => change(readerId, id, { folder }),
    /** Gives a folder another name, with that of another folder the two become one; empty: its feeds are in none. How many. */
    async renameFolder(readerId: string, from: string, to: string): Promise<number> {
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
    /** A name of the reader's own; empty: the feed's own again. */
    setTitle: (readerId: string, id: FeedId, title: string): Promise<void> =>
      change(readerId, id, { title: title || null }),

    /** Leases up to `limit` feeds whose time has come, and puts each one's next poll an interval later, should this process die. */
    async claimDue(now: string, limit: number, leaseMs: number): Promise<readonly PollTarget[]> {
      const due = sql<{ found: number }>`select 1 as found from feed where ${isDue(now)} limit 1`
      if (limit <= 0 || (await due.execute(reader)).rows.length === 0) return []
      return engine.write((tx) => claimDue(engine, tx, now, limit, leaseMs))
    },
    /** Gives claimed feeds back, to be asked later. */
    postpone: (feeds: readonly Postponed[]): Promise<void> =>
      feeds.length === 0 ? Promise.resolve() : engine.write((tx) => postpone(engine, tx, feeds)),
    /** Which hosts asked to be left alone, and until when; those whose time is over too. */
    hostPauses: (): Promise<readonly HostPause[]> => findHostPauses(engine),
    saveHostPauses: (pauses: readonly HostPause[]): Promise<void> =>
      engine.write((tx) => saveHostPauses(engine, tx, pauses)),

    /**
     * Writes many polls, or what hubs sent, in one transaction: entries, revisions, ingest jobs for new entries, feed state. Safe to
     * repeat.
     */
    savePolls: (outcomes: readonly (PollOutcome | PushOutcome)[]): Promise<readonly PollSaved[]> =>
      outcomes.length === 0 ? Promise.resolve([]) : engine.write((tx) => savePolls(engine, tx, outcomes)),

    /** Makes feeds due now: all of them, or those named; without those that were asked after `unlessSince`, or are being asked. */
    async pollNow(ids: readonly FeedId[] | 'all', now: string, unlessSince?: string): Promise<number> {
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

    /** What a reader subscribes to. */
    list,
    /** All feeds of the house, as one reader has them. */
    listAll,
    ...feedTallies(engine),
    find,
    async get(readerId: string, id: FeedId): Promise<FeedRow> {
      const row = await find(readerId, id)
      if (!row) throw new NotFoundError('feed', id)
      return row
    },

    async findSource(readerId: string, id: SourceId): Promise<SourceRow | undefined> {
      return findSource(engine, readerId, toNumber(id))
    },
    /** The outlet at whose site a page is; made, called by its host, where there is none yet. */
    outletAt: (pageUrl: string): Promise<Source> => outletAt(engine, pageUrl),
    /** A page names this feed: where it is of the site that the feed says is its own, the feed is that site's from now on. */
    vouch: (feedUrl: string, pageUrl: string): Promise<void> => vouch(engine, feedUrl, pageUrl),
    listSources,

    /** How many feeds have been polled at least once, of how many, and when the next one is due. */
    progress: (
      now: string,
    ): Promise<{
      readonly total: number
      readonly polled: number
      readonly due: number
      readonly nextPollAt?: string
    }> => pollProgress(now),
  }
}

export type FeedStore = ReturnType<typeof feedStore>

/** What lists of feeds count, with nothing of how each fares: a tenth of what reading all of every feed costs. */
function feedTallies(engine: Engine) {
  return {
    /** What a reader subscribes to, by folder and title, with what lists count. */
    tallies: whileUnchanged(engine, (readerId: string): Promise<readonly FeedTally[]> => readTallies(engine, readerId)),
    /** The folders of what a reader subscribes to, in no order. */
    folderSums: (readerId: string): Promise<readonly FolderSum[]> => folderSums(engine, readerId),
    /** How many entries of each feed a reader subscribes to there are and are read, in the order of ids. */
    counts: (readerId: string): Promise<readonly FeedCount[]> => feedCounts(engine, readerId),
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

/** How the entries of a feed come in, and by which rule. */
export type FeedIntake = { readonly intake: Intake; readonly intakeRule?: string }

/** How the feed with this address comes in; undefined when there is none. */
async function findIntake(engine: Engine, url: string): Promise<(FeedIntake & { readonly id: FeedId }) | undefined> {
  const row = await engine.reader
    .selectFrom('feed')
    .select(['id', 'intake', 'intake_rule'])
    .where('url', '=', url)
    .executeTakeFirst()
  return (
    row && {
      id: fromNumber<FeedId>(row.id),
      intake: row.intake,
      ...defined({ intakeRule: row.intake_rule ?? undefined }),
    }
  )
}

/** Lets a feed come in another way from now on: it is due at once, and what was known of its last answer is forgotten. */
async function setIntake(tx: Tx, id: FeedId, { intake, intakeRule }: FeedIntake, now: string): Promise<void> {
  const forgotten = {
    etag: null,
    last_modified: null,
    body_hash: null,
    error_count: 0,
    error_reason: null,
    error_message: null,
  }
  await tx
    .updateTable('feed')
    .set({
      ...forgotten,
      intake,
      intake_rule: intakeRule ?? null,
      is_stopped: 0,
      next_poll_at: now,
      leased_until: null,
    })
    .where('id', '=', toNumber(id))
    .execute()
}
