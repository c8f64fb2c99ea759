import type { Picture } from '../../core/article.ts'
import { defined } from '../../core/defined.ts'
import type { FeedEntry } from '../../core/entry.ts'
import type { FeedPace, PollReason } from '../../core/feed/feed-pace.ts'
import { feedOwnsSite } from '../../core/feed/site-ownership.ts'
import type { Validators } from '../../core/fetch-result.ts'
import type { FeedId } from '../../core/ids.ts'
import { nth } from '../../core/nth.ts'
import type { NamedHub } from '../../core/source.ts'
import { type EntriesSaved, saveEntries } from '../articles/polled-entries.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { fromNumber, toNumber } from '../engine/row-ids.ts'
import { applyRules } from '../library/apply-rules.ts'
import { applyPendingReading } from '../library/pending-reading.ts'
import { announceEntries } from '../notify/announce-entries.ts'
import { type ClaimingSource, nameSources } from './name-sources.ts'
import { readParked } from './parked-feeds.ts'
import { withPoll } from './poll-marks.ts'
import { markPrivateFeeds, storedAfterMove } from './private-feeds.ts'
import { recordHubs } from './record-hubs.ts'
import { namedBy } from './source-name.ts'

export type PollOutcome = {
  readonly feedId: FeedId
  readonly at: string
  readonly nextPollAt: string
  readonly intervalMinutes: number
  /** Why it is polled then. */
  readonly why?: PollReason
  /** The new pace; absent: unchanged. */
  readonly pace?: FeedPace
  readonly movedTo?: string
  readonly movedSightings?: number
  /** The feed's new URL; ignored when another feed already has it. */
  readonly newUrl?: string
  /** The site that this feed names as its own links to it, too. */
  readonly isVouched?: boolean
  /** When it would be polled without a hub, where the hub postponed `nextPollAt`. */
  readonly pollAt?: string
  /** True when the caller ingests these entries itself (an import), so no job is queued. */
  readonly isIngestedByCaller?: boolean
  readonly result:
    | {
        readonly kind: 'parsed'
        readonly title: string
        readonly siteUrl?: string
        readonly iconUrl?: string
        readonly language?: string
        readonly validators: Validators
        readonly bodyHash: string
        readonly entries: readonly PolledEntry[]
        /** The hub it names, found at `readAtUrl`; `none`: it names none. Absent: not checked. */
        readonly hub?: (NamedHub & { readonly readAtUrl: string }) | 'none'
      }
    | { readonly kind: 'unchanged'; readonly validators?: Validators }
    | { readonly kind: 'failed'; readonly reason: string; readonly message: string; readonly isStopped: boolean }
}

/** What a hub sent for a feed: only entries, nothing that changes its URL or polling. */
export type PushOutcome = Pick<PollOutcome, 'feedId' | 'at'> & {
  readonly result: { readonly kind: 'pushed'; readonly entries: readonly PolledEntry[] }
}

/**
 * An arriving entry as delivered, with a hash of its content. `text` makes the plain text for the search index; most polled entries
 * are already known, so it is called only for those written, and `picture` likewise.
 */
export type PolledEntry = {
  readonly entry: FeedEntry
  readonly contentHash: string
  readonly text: () => string
  /** The picture the feed gives it; absent where it is of no use. */
  readonly picture?: () => Picture | undefined
}

export type PollSaved = { readonly feedId: FeedId; readonly newCount: number; readonly revisedCount: number }

const feedColumns = [
  'feed.id',
  'feed.url',
  'feed.source_id',
  'feed.title',
  'feed.site_url',
  'feed.icon_url',
  'feed.language',
  'feed.etag',
  'feed.last_modified',
  'feed.body_hash',
  'feed.moved_to',
  'feed.moved_sightings',
  'feed.error_count',
  'feed.error_reason',
  'feed.error_message',
  'feed.is_stopped',
  'feed.last_ok_at',
  'feed.entry_count',
  'feed.last_sequence',
  'feed.last_fetched_at',
  'feed.last_polled_at',
  'feed.recent_polls',
  'feed.pace',
  'feed.next_why',
  'feed.intake',
] as const

type FeedState = Awaited<ReturnType<typeof readFeeds>>[number]

/**
 * Writes many polls in one transaction. Only new entries and those with a changed content hash are written, so a poll with nothing
 * new costs one small row. Safe to repeat: the second time nothing is new.
 */
export async function savePolls(
  engine: Engine,
  tx: Tx,
  outcomes: readonly (PollOutcome | PushOutcome)[],
): Promise<PollSaved[]> {
  const ids = outcomes.map((outcome) => toNumber(outcome.feedId))
  await engine.lockFeeds(tx, ids)
  const feeds = new Map((await readFeeds(engine, tx, ids)).map((feed) => [feed.id, feed]))
  // A feed can be deleted while it is fetched.
  const wanted = outcomes.filter((outcome) => feeds.has(toNumber(outcome.feedId)))
  const letters = new Set([...feeds.values()].flatMap(({ id, intake }) => (intake === 'mail' ? [id] : [])))
  const hasEntries = (id: number) => !letters.has(id) && feeds.get(id)!.entry_count > 0
  const saved = await saveEntries(engine, tx, wanted, hasEntries, letters)
  const polls = wanted.filter(isPoll)
  const takenUrls = await findTakenUrls(engine, tx, polls)
  const states = polls.map((outcome) => {
    const id = toNumber(outcome.feedId)
    const { url: before } = feeds.get(id)!
    const newUrl = outcome.newUrl === undefined ? undefined : storedAfterMove(before, outcome.newUrl)
    const url = newUrl !== undefined && !takenUrls.has(newUrl) ? newUrl : before
    takenUrls.add(url)
    return { ...nextState(feeds.get(id)!, outcome, saved.get(id)), url }
  })
  const { quiet = [], changed = [] } = Object.groupBy(states, (state) =>
    hasOnlyNewTimes(feeds.get(state.id)!, state) ? 'quiet' : 'changed',
  )
  await engine.updateMany(tx, 'feed', 'id', quiet.map(timesOf))
  await engine.updateMany(tx, 'feed', 'id', changed)
  const moved = states.filter(({ id, url }) => url !== feeds.get(id)!.url)
  if (moved.length > 0) await markPrivateFeeds(engine, tx, moved, nth(polls, 0).at)
  await engine.updateMany(
    tx,
    'feed',
    'id',
    wanted.flatMap((outcome) => (isPoll(outcome) ? [] : pushedState(feeds, outcome, saved))),
  )
  const firstFilled = [...saved.keys()].filter((id) => !letters.has(id) && feeds.get(id)!.entry_count === 0)
  await applyPendingReading(engine, tx, firstFilled, wanted[0]?.at ?? '')
  await readParked(engine, tx, saved, wanted[0]?.at ?? '')
  const arrived = [...saved.values()].flatMap(({ sequences }) => sequences)
  await applyRules(engine, tx, arrived, 'arrived', wanted[0]?.at ?? '')
  await recordHubs(engine, tx, polls, saved)
  const urls = new Map(states.map(({ id, url }) => [id, url]))
  await nameSources(engine, tx, claimsOf(feeds, wanted, urls), wanted[0]?.at ?? '')
  const byCaller = new Set(polls.flatMap((outcome) => (outcome.isIngestedByCaller ? [toNumber(outcome.feedId)] : [])))
  // The first round also counts for a feed that had nothing in it. Newsletters have none: none existed before their address.
  const isFirstRound = (id: number) => byCaller.has(id) || (feeds.get(id)!.last_ok_at === null && !letters.has(id))
  if (wanted[0]) await announceEntries(engine, tx, saved, isFirstRound, wanted[0].at)
  return wanted.map((outcome) => {
    const of = saved.get(toNumber(outcome.feedId))
    return {
      feedId: fromNumber<FeedId>(toNumber(outcome.feedId)),
      newCount: of?.newCount ?? 0,
      revisedCount: of?.revisedCount ?? 0,
    }
  })
}

function isPoll(outcome: PollOutcome | PushOutcome): outcome is PollOutcome {
  return outcome.result.kind !== 'pushed'
}

function readFeeds(engine: Engine, tx: Tx, ids: readonly number[]) {
  return tx
    .selectFrom('feed')
    .innerJoin('source', 'source.id', 'feed.source_id')
    .select([...feedColumns, 'source.is_named', 'source.name as source_name', 'source.home_url', 'source.family'])
    .where(engine.isIn('feed.id', ids))
    .execute()
}

/** Which of the new URLs of feeds another feed already has. */
async function findTakenUrls(engine: Engine, tx: Tx, outcomes: readonly PollOutcome[]): Promise<Set<string>> {
  const urls = outcomes.flatMap((outcome) => (outcome.newUrl === undefined ? [] : { url: outcome.newUrl }))
  return new Set((await engine.findMany(tx, 'feed', urls, ['url'])).map((row) => row.url))
}

/** The feed's state after a hub push: only its entries have changed. */
function pushedState(
  feeds: ReadonlyMap<number, FeedState>,
  { feedId, at }: PushOutcome,
  saved: ReadonlyMap<number, EntriesSaved>,
) {
  const feed = feeds.get(toNumber(feedId))!
  const of = saved.get(feed.id)
  if (!of?.newCount) return []
  const { id, entry_count, last_sequence } = feed
  const counted = { entry_count: entry_count + of.newCount, last_sequence: Math.max(last_sequence, of.lastSequence) }
  return [{ id, ...counted, last_fetched_at: at }]
}

function nextState(feed: FeedState, outcome: PollOutcome, saved: EntriesSaved | undefined) {
  const { is_named: _, source_name: _name, home_url: _home, family: _family, ...own } = feed
  const { source_id: _source, intake: _intake, ...kept } = own
  const common = {
    ...kept,
    last_polled_at: outcome.at,
    next_poll_at: outcome.nextPollAt,
    interval_minutes: outcome.intervalMinutes,
    next_why: outcome.why ?? null,
    pace: outcome.pace === undefined ? feed.pace : JSON.stringify(outcome.pace),
    leased_until: null,
    moved_to: outcome.movedTo ?? null,
    moved_sightings: outcome.movedSightings ?? 0,
    // Saving the same poll again doesn't count it twice.
    recent_polls:
      feed.last_polled_at === outcome.at
        ? feed.recent_polls
        : withPoll(feed.recent_polls, outcome.result, saved?.newCount ?? 0),
  }
  const { result } = outcome
  if (result.kind === 'failed')
    return {
      ...common,
      error_count: feed.error_count + 1,
      error_reason: result.reason,
      error_message: result.message,
      is_stopped: result.isStopped ? 1 : 0,
    }
  const ok = {
    ...common,
    error_count: 0,
    error_reason: null,
    error_message: null,
    is_stopped: 0,
    last_ok_at: outcome.at,
    etag: result.validators ? (result.validators.etag ?? null) : feed.etag,
    last_modified: result.validators ? (result.validators.lastModified ?? null) : feed.last_modified,
  }
  if (result.kind === 'unchanged') return ok
  return {
    ...ok,
    title: result.title || feed.title,
    site_url: result.siteUrl ?? feed.site_url,
    icon_url: result.iconUrl ?? feed.icon_url,
    language: result.language ?? feed.language,
    body_hash: result.bodyHash,
    entry_count: feed.entry_count + (saved?.newCount ?? 0),
    last_sequence: Math.max(feed.last_sequence, saved?.lastSequence ?? 0),
    last_fetched_at: saved?.newCount ? outcome.at : feed.last_fetched_at,
  }
}

/** The columns that a poll without news changes: few, since most polls are of this kind. */
function timesOf(state: ReturnType<typeof nextState>) {
  const { id, last_polled_at, next_poll_at, interval_minutes, next_why, leased_until, recent_polls, last_ok_at } = state
  return { id, last_polled_at, next_poll_at, interval_minutes, next_why, leased_until, recent_polls, last_ok_at }
}

const timeColumns: ReadonlySet<string> = new Set<keyof ReturnType<typeof timesOf>>([
  'id',
  'last_polled_at',
  'next_poll_at',
  'interval_minutes',
  'next_why',
  'leased_until',
  'recent_polls',
  'last_ok_at',
])

function hasOnlyNewTimes(feed: FeedState, state: ReturnType<typeof nextState>): boolean {
  for (const column in state)
    if (state[column as keyof typeof state] !== feed[column as keyof FeedState] && !timeColumns.has(column))
      return false
  return true
}

/** What the feeds of these polls now say about themselves; nothing for failed ones. */
function claimsOf(
  feeds: ReadonlyMap<number, FeedState>,
  outcomes: readonly (PollOutcome | PushOutcome)[],
  urls: ReadonlyMap<number, string>,
): readonly ClaimingSource[] {
  return outcomes.flatMap((outcome) => {
    const { result } = outcome
    const feed = feeds.get(toNumber(outcome.feedId))!
    if (result.kind === 'failed') return []
    const isParsed = result.kind === 'parsed'
    const siteUrl = (isParsed ? result.siteUrl : undefined) ?? feed.site_url ?? undefined
    const feedUrl = urls.get(feed.id) ?? feed.url
    // An outlet that moves a feed to another host is still responsible for it: earlier articles stay under its name.
    const isElsewhere = feedUrl !== feed.url && !feedOwnsSite(feedUrl, feed.url) && !feedOwnsSite(feed.url, feedUrl)
    const hasLeft = isElsewhere && feed.is_named === namedBy.feed
    const isVouched = 'isVouched' in outcome && outcome.isVouched === true && feed.is_named === namedBy.feed
    const leftHome = feedOwnsSite(feed.url, feed.home_url) ? feed.home_url : new URL(feed.url).origin
    const homeUrl = isVouched ? (siteUrl ?? feed.home_url) : hasLeft ? leftHome : feed.home_url
    const claim = {
      feedUrl,
      title: (isParsed ? result.title : '') || feed.title,
      ...defined({ siteUrl, links: 'entries' in result ? result.entries.map(({ entry }) => entry.url) : undefined }),
    }
    return [
      {
        ...{ id: feed.source_id, name: feed.source_name, homeUrl, family: feed.family },
        ...{ isNamed: hasLeft || isVouched ? namedBy.site : feed.is_named, wasNamed: feed.is_named },
        ...{ wasRead: feed.last_ok_at !== null, claim },
      },
    ]
  })
}
