import { sql } from 'kysely'
import { defined } from '../../core/defined.ts'
import type { HostPause } from '../../core/feed/feed-pace.ts'
import type { ListOrder } from '../../core/feed/list-order.ts'
import type { FeedId, SourceId, StoryId } from '../../core/ids.ts'
import { nth } from '../../core/nth.ts'
import type { Intake, Source } from '../../core/source.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { fromNumber, toNumber } from '../engine/row-ids.ts'
import { whileUnchanged } from '../engine/while-unchanged.ts'
import { renameInRules } from '../library/rules.ts'
import { NotFoundError } from '../store-errors.ts'
import type { NewFeed } from './add-feeds.ts'
import { changeAddress } from './change-address.ts'
import { claimDue, isDue, type PollTarget, type Postponed, postpone } from './claim-due.ts'
import { followRenamedFolder } from './feed-addresses.ts'
import {
  type FeedCount,
  type FeedTally,
  type FolderSum,
  feedCounts,
  feedTotals,
  folderSums,
  sumUpFailing,
} from './feed-counts.ts'
import { type MoreFolders, moreFoldersOf, renameFolderOfFeeds, setFolders } from './feed-folders.ts'
import { type FeedRow, selectFeeds, toFeedRow } from './feed-rows.ts'
import { renameStoredFolder } from './folders.ts'
import { outletAt } from './host-outlets.ts'
import { findHostPauses, saveHostPauses } from './host-pauses.ts'
import { type IconSite, iconSite, isOutletOpen } from './icon-sites.ts'
import { vouch } from './name-sources.ts'
import { setUsesOwnText } from './own-text.ts'
import { parkedFeeds, setParked, storiesOnlyOf } from './parked-feeds.ts'
import { type PollOutcome, type PollSaved, type PushOutcome, savePolls } from './polls.ts'
import { removeFeed } from './remove-feed.ts'
import { findSource, type SourceRow, sourceLists } from './sources.ts'
import { renameStoredOutlines } from './stored-outlines.ts'
import { addFeeds, subscribeToExisting, unsubscribe } from './subscriptions.ts'
import { unsubscribeStore } from './unsubscribe-many.ts'

/** Feeds, their subscribers, polls and health. */
export function feedStore(engine: Engine) {
  const { reader } = engine
  const moreFolders = moreFoldersOf(engine)
  const parked = parkedFeeds(engine)
  const listAll = whileUnchanged(engine, async (readerId: string): Promise<readonly FeedRow[]> => {
    const rows = await selectFeeds(engine, readerId).orderBy('folder').orderBy('title').orderBy('feed.id').execute()
    const more = await moreFolders(readerId)
    return rows.map((row) => toFeedRow(row, more.get(row.id)))
  })
  const list = whileUnchanged(engine, async (readerId: string): Promise<readonly FeedRow[]> => {
    const rows = await selectFeeds(engine, readerId)
      .where('subscription.reader_id', '=', readerId)
      .orderBy('folder')
      .orderBy('title')
      .orderBy('feed.id')
      .execute()
    const more = await moreFolders(readerId)
    return rows.map((row) => toFeedRow(row, more.get(row.id)))
  })
  const pollProgress = progressOfPolls(engine)
  const listSources = whileUnchanged(engine, sourceLists(engine))

  async function find(readerId: string, id: FeedId): Promise<FeedRow | undefined> {
    const row = await selectFeeds(engine, readerId).where('feed.id', '=', toNumber(id)).executeTakeFirst()
    return row && toFeedRow(row, (await moreFolders(readerId)).get(row.id))
  }

  /** Updates one subscription, if it exists. */
  async function change(readerId: string, id: FeedId, given: Changed) {
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
     * Subscribes a reader and creates feeds new to this server; existing subscriptions stay unchanged. One transaction for the whole
     * list.
     */
    addMany: (
      readerId: string,
      feeds: readonly NewFeed[],
      now: string,
    ): Promise<{ readonly added: readonly FeedId[]; readonly existing: readonly FeedId[] }> =>
      engine.write((tx) => addFeeds(engine, tx, readerId, feeds, now)),
    /** Subscribes a reader to feeds of this server, in its folders, and returns how many. */
    subscribe: (readerId: string, ids: readonly FeedId[] | 'all', now: string): Promise<number> =>
      engine.write((tx) => subscribeToExisting(engine, tx, readerId, ids, now)),
    /** Ends a subscription; the feed is deleted when nobody has anything of it left. */
    unsubscribe: (readerId: string, id: FeedId): Promise<void> =>
      engine.write((tx) => unsubscribe(engine, tx, readerId, toNumber(id))),
    ...unsubscribeStore(engine),
    /** Deletes a feed for all its readers. */
    remove: (id: FeedId): Promise<void> => engine.write((tx) => removeFeed(engine, tx, toNumber(id))),
    /** The number of subscribers of a feed. */
    async readerCount(id: FeedId): Promise<number> {
      const { count } = await reader
        .selectFrom('subscription')
        .select(sql<number>`count(*)`.as('count'))
        .where('feed_id', '=', toNumber(id))
        .executeTakeFirstOrThrow()
      return count
    },
    /** The total of a reader's subscriptions, and when one was last polled. */
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
    /** The intake of the feed with this URL or number; undefined when there is none. */
    findIntake: (feed: { url: string } | { id: FeedId }): Promise<(FeedIntake & { readonly id: FeedId }) | undefined> =>
      findIntake(engine, feed),
    /** Changes a feed's intake and makes it due at once. */
    setIntake: (id: FeedId, intake: FeedIntake, now: string): Promise<void> =>
      engine.write((tx) => setIntake(tx, id, intake, now)),
    /** Puts a feed in these folders and no others; none: in no folder. */
    setFolders: (readerId: string, id: FeedId, folders: readonly string[]): Promise<void> =>
      engine.write((tx) => setFolders(tx, readerId, id, folders)),
    /** The folders of feeds beyond each one's first. */
    moreFolders,
    /** Parked: its entries are read, new ones arrive read, and its stories aren't in Today. */
    setParked: (readerId: string, id: FeedId, isParked: boolean, at: string): Promise<void> =>
      engine.write((tx) => setParked(engine, tx, readerId, id, isParked, at)),
    /** Those of some stories that came only from feeds the reader parked. */
    async storiesOnlyOfParked(readerId: string, ids: readonly StoryId[]): Promise<ReadonlySet<StoryId>> {
      const feedIds = await parked(readerId)
      return feedIds.length === 0 ? new Set() : storiesOnlyOf(engine, feedIds, ids)
    },
    /** Whether its own texts are used, for all its readers: set by its only reader, or by the owner. False: not changed. */
    setUsesOwnText: (readerId: string, id: FeedId, usesOwnText: boolean, isOwner: boolean): Promise<boolean> =>
      engine.write((tx) => setUsesOwnText(tx, readerId, toNumber(id), usesOwnText, isOwner)),
    /** Whether a title opens the outlet's page. */
    setOpensOriginal: (readerId: string, id: FeedId, opensOriginal: boolean): Promise<void> =>
      change(readerId, id, { opens_original: opensOriginal ? 1 : 0 }),
    /** The order of its list; undefined: that of the lists around it. */
    setOrder: (readerId: string, id: FeedId, order: ListOrder | undefined): Promise<void> =>
      change(readerId, id, { list_order: order ?? null }),
    /** Gives a feed another URL: its entries and what was read of them stay. False: another feed has this URL. */
    changeAddress: (id: FeedId, url: string, now: string): Promise<boolean> =>
      engine.write((tx) => changeAddress(engine, tx, toNumber(id), url, now)),
    /** Renames a folder, or merges it into an existing one; with an empty name its feeds are in no folder. Returns the number of feeds. */
    async renameFolder(readerId: string, from: string, to: string): Promise<number> {
      return engine.write(async (tx) => {
        await renameStoredFolder(tx, readerId, from, to)
        await renameStoredOutlines(tx, readerId, from, to)
        await followRenamedFolder(tx, readerId, from, to)
        await renameInRules(tx, readerId, from, to)
        return renameFolderOfFeeds(tx, readerId, from, to)
      })
    },
    /** The reader's own name for it; empty: the feed's own name again. */
    setTitle: (readerId: string, id: FeedId, title: string): Promise<void> =>
      change(readerId, id, { title: title || null }),

    /**
     * Leases up to `limit` due feeds, and postpones each one's next poll by an interval in case this process crashes. With `since`
     * only feeds that somebody followed or asked for after it.
     */
    async claimDue(now: string, limit: number, leaseMs: number, since?: string): Promise<readonly PollTarget[]> {
      const due = sql<{ found: number }>`select 1 as found from feed where ${isDue(now)} limit 1`
      if (limit <= 0 || (await due.execute(reader)).rows.length === 0) return []
      return engine.write((tx) => claimDue(engine, tx, now, limit, leaseMs, since))
    },
    /** Gives claimed feeds back, to be polled later. */
    postpone: (feeds: readonly Postponed[]): Promise<void> =>
      feeds.length === 0 ? Promise.resolve() : engine.write((tx) => postpone(engine, tx, feeds)),
    /** The pauses hosts asked for, including past ones. */
    hostPauses: (): Promise<readonly HostPause[]> => findHostPauses(engine),
    saveHostPauses: (pauses: readonly HostPause[]): Promise<void> =>
      engine.write((tx) => saveHostPauses(engine, tx, pauses)),

    /** Writes many polls or hub pushes in one transaction: entries, revisions, ingest jobs for new entries, feed state. Safe to repeat. */
    savePolls: (outcomes: readonly (PollOutcome | PushOutcome)[]): Promise<readonly PollSaved[]> =>
      outcomes.length === 0 ? Promise.resolve([]) : engine.write((tx) => savePolls(engine, tx, outcomes)),

    /** Makes all or the given feeds due now, except those polled after `unlessSince` or being polled. */
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
        // Polling a feed by name also restarts one that was stopped.
        return update
          .set({ is_stopped: 0 })
          .where(engine.isIn('id', ids.map(toNumber)))
          .executeTakeFirst()
      })
      return Number(done.numUpdatedRows)
    },

    /** A reader's subscriptions. */
    list,
    /** All feeds of this server, as one reader sees them. */
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
    /** Where an outlet's icon may be found. */
    iconSite: (id: SourceId): Promise<IconSite | undefined> => iconSite(engine, toNumber(id)),
    /** Whether a reader may know of an outlet. */
    isOutletOpen: (readerId: string, id: SourceId): Promise<boolean> => isOutletOpen(engine, readerId, toNumber(id)),
    /** The outlet whose site a page is on; created with the host's name if there is none. */
    outletAt: (pageUrl: string): Promise<Source> => outletAt(engine, pageUrl),
    /** Records that a page links to this feed: if the feed names that site as its own, it now belongs to the site. */
    vouch: (feedUrl: string, pageUrl: string): Promise<void> => vouch(engine, feedUrl, pageUrl),
    listSources,

    /** How many of all feeds have been polled at least once, and when the next one is due. */
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

/** What is changed of one subscription alone. */
type Changed = { title: string | null } | { opens_original: number } | { list_order: ListOrder | null }

export type FeedStore = ReturnType<typeof feedStore>

/** The counts for lists of feeds, without each feed's health: a tenth of the cost of reading feeds whole. */
function feedTallies(engine: Engine) {
  const more = moreFoldersOf(engine)
  return {
    /** A reader's subscriptions with their counts, by folder and title. */
    tallies: whileUnchanged(
      engine,
      async (readerId: string): Promise<readonly FeedTally[]> => readTallies(engine, readerId, await more(readerId)),
    ),
    /** The totals of a reader's feeds, each counted once. */
    totals: (readerId: string) => feedTotals(engine, readerId),
    /** How many of a reader's feeds can't be loaded, and since when none of them could, unless one never was. */
    sumUpFailing: whileUnchanged(engine, (readerId: string) => sumUpFailing(engine, readerId)),
    /** The folders of a reader's subscriptions, unordered; a feed counts in each of its folders. */
    folderSums: (readerId: string): Promise<readonly FolderSum[]> => folderSums(engine, readerId),
    /** The number of all and of read entries for each subscribed feed, by id. */
    counts: (readerId: string): Promise<readonly FeedCount[]> => feedCounts(engine, readerId),
  }
}

type TallyRow = {
  readonly id: number
  readonly source_id: number
  readonly title: string
  readonly folder: string
  readonly entries: number
  readonly read: number
  readonly failing: number
}

async function readTallies({ reader }: Engine, readerId: string, more: MoreFolders): Promise<readonly FeedTally[]> {
  const { rows } = await sql<TallyRow>`
    select feed.id as id, feed.source_id as source_id, coalesce(subscription.title, feed.title) as title, subscription.folder as folder,
      feed.entry_count as entries, subscription.read_count as read,
      case when feed.is_stopped = 1 or feed.error_count > 0 then 1 else 0 end as failing
    from subscription cross join feed
    where feed.id = subscription.feed_id and subscription.reader_id = ${readerId}
    order by folder, title, feed.id`.execute(reader)
  return rows.map((row) => ({
    id: fromNumber<FeedId>(row.id),
    sourceId: fromNumber<SourceId>(row.source_id),
    title: row.title,
    folder: row.folder,
    ...(more.has(row.id) ? { folders: [row.folder, ...more.get(row.id)!] } : {}),
    entryCount: row.entries,
    unreadCount: row.entries - row.read,
    isFailing: row.failing === 1,
  }))
}

/** How a feed's entries are obtained, and by which rule. */
type FeedIntake = { readonly intake: Intake; readonly intakeRule?: string }

async function findIntake(
  engine: Engine,
  feed: { url: string } | { id: FeedId },
): Promise<(FeedIntake & { readonly id: FeedId }) | undefined> {
  const row = await engine.reader
    .selectFrom('feed')
    .select(['id', 'intake', 'intake_rule'])
    .where((is) => ('id' in feed ? is('id', '=', toNumber(feed.id)) : is('url', '=', feed.url)))
    .executeTakeFirst()
  return (
    row && {
      id: fromNumber<FeedId>(row.id),
      intake: row.intake,
      ...defined({ intakeRule: row.intake_rule ?? undefined }),
    }
  )
}

/** Changes a feed's intake: it is due at once, and data from its last answer is deleted. */
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

type Progress = { readonly total: number; readonly polled: number; readonly due: number; readonly nextPollAt?: string }
/** Valid until `until`, when the next feed becomes due or the next lease expires. */
type Kept = { readonly from: string; readonly until: string; readonly progress: Progress }

/** Counts how many feeds there are, were polled and are due. Between writes, only time changes these. */
export function progressOfPolls(engine: Engine): (now: string) => Promise<Progress> {
  // The cached progress; every write clears it.
  const keep = whileUnchanged(engine, async (): Promise<{ kept?: Kept }> => ({}))
  return async (now) => {
    const place = await keep()
    const { kept } = place
    if (kept && kept.from <= now && now < kept.until) return kept.progress
    const found = await countPolls(engine, now)
    place.kept = { from: now, ...found }
    return found.progress
  }
}

/**
 * Written so that indexes answer it, since every list page runs it after each write. Only a due feed can wait for a lease to expire,
 * and only an active one becomes due.
 */
async function countPolls({ reader }: Engine, now: string): Promise<{ progress: Progress; until: string }> {
  const asked = sql`is_stopped = 0 and intake <> 'mail'`
  const found = await sql<{
    feeds: number
    letters: number
    unpolled: number
    due: number
    next: string | null
    due_next: string | null
    lease_ends: string | null
  }>`select
      (select count(*) from feed) as feeds,
      (select count(*) from feed where intake = 'mail') as letters,
      (select count(*) from feed where last_polled_at is null and intake <> 'mail') as unpolled,
      (select min(next_poll_at) from feed where ${asked}) as next,
      (select min(next_poll_at) from feed where ${asked} and next_poll_at > ${now}) as due_next,
      count(case when ${isDue(now)} then 1 end) as due,
      min(case when leased_until > ${now} then leased_until end) as lease_ends
    from feed where ${asked} and next_poll_at <= ${now}`.execute(reader)
  const row = nth(found.rows, 0)
  const total = row.feeds - row.letters
  return {
    progress: {
      total,
      polled: total - row.unpolled,
      due: row.due,
      ...defined({ nextPollAt: row.next ?? undefined }),
    },
    until: nth([row.due_next ?? '~', row.lease_ends ?? '~'].sort(), 0),
  }
}
