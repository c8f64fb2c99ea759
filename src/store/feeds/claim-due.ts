import { type SqlBool, sql } from 'kysely'
import { defined } from '../../core/defined.ts'
import { afterSkipped, type FeedPace, type PollReason } from '../../core/feed/feed-pace.ts'
import { isOwnCopy, plainFeedUrl } from '../../core/feed/own-copy.ts'
import type { OwnHeaders } from '../../core/feed/own-headers.ts'
import type { Validators } from '../../core/fetch-result.ts'
import type { FeedId, SourceId } from '../../core/ids.ts'
import type { Intake } from '../../core/source.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { fromNumber, toNumber } from '../engine/row-ids.ts'
import { addMs } from '../engine/times.ts'
import { findOwnHeaders } from './own-copies.ts'

/** What a poll needs to know of a feed. */
export type PollTarget = {
  readonly feedId: FeedId
  readonly sourceId: SourceId
  readonly url: string
  /** One reader has it apart from everybody else at this URL. */
  readonly isOwnCopy?: boolean
  /** What its reader sends with its requests. */
  readonly own?: OwnHeaders
  readonly title: string
  readonly validators: Validators
  /** Hash of the last body that was parsed; the same bytes aren't parsed again. */
  readonly bodyHash?: string
  readonly intervalMinutes: number
  readonly errorCount: number
  readonly movedTo?: string
  readonly movedSightings: number
  readonly intake: Intake
  readonly intakeRule?: string
  readonly pace: FeedPace
  /** Why it is polled now. */
  readonly why?: PollReason
  /** The reason of its last failure; absent after a success. */
  readonly errorReason?: string
  /** When it last answered; before that, when it was added. */
  readonly goodAt: string
  /** When its newest entry arrived. */
  readonly lastArrivalAt?: string
  /** The number of subscribers on this server. */
  readonly subscribers: number
  /** When its hub's lease ends, if the hub has recently sent news. */
  readonly pushUntil?: string
}

/** A feed that was claimed but not polled yet. */
export type Postponed = { readonly feedId: FeedId; readonly until: string; readonly why: PollReason }

/** The end of the lease of a hub that has sent news, for a query over feeds. */
const pushUntil = (now: string) =>
  sql<string | null>`(select lease_until from hub_subscription where hub_subscription.feed_id = feed.id
    and pushed_at is not null and lease_until > ${now})`

/** However long its interval, a feed whose poll was interrupted is polled again after this. */
const longestRetryMinutes = 24 * 60

/** Matches feeds that are due and not being polled. */
export function isDue(now: string) {
  return sql<SqlBool>`is_stopped = 0 and intake <> 'mail' and next_poll_at <= ${now} and (leased_until is null or leased_until <= ${now})`
}

/** Matches feeds that somebody followed or asked for after a time. */
function isAwaitedSince(since: string) {
  return sql<SqlBool>`(created_at >= ${since} or (next_why = 'by-hand' and next_poll_at >= ${since}))`
}

/**
 * Leases due feeds: first those never polled, newest first since somebody is waiting for them; then those that answered last time;
 * then those that failed. The first two groups each leave some room for the next. Within a group, the longest waiting come first.
 * Their next poll is postponed before the request, so that a process that crashes on one doesn't poll it twice in a row.
 */
export async function claimDue(
  engine: Engine,
  tx: Tx,
  now: string,
  limit: number,
  leaseMs: number,
  since?: string,
): Promise<readonly PollTarget[]> {
  const due = (most: number) =>
    tx
      .selectFrom('feed')
      .select(['id', 'source_id', 'url', 'title', 'etag', 'last_modified', 'body_hash', 'interval_minutes'])
      .select([
        'error_count',
        'error_reason',
        'moved_to',
        'moved_sightings',
        'intake',
        'intake_rule',
        'pace',
        'next_why',
      ])
      .select(['last_ok_at', 'created_at', 'last_fetched_at'])
      .select(sql<number>`(select count(*) from subscription where feed_id = feed.id)`.as('subscribers'))
      .select(pushUntil(now).as('push_until'))
      .where(isDue(now))
      .$if(since !== undefined, (query) => query.where(isAwaitedSince(since ?? now)))
      .limit(most)
      .modifyEnd(engine.skipLocked)
  const fresh = await due(Math.ceil(limit / 2))
    .where('error_count', '=', 0)
    .where('last_ok_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('next_poll_at')
    .orderBy('id')
    .execute()
  const sound = await due(Math.max(1, limit - fresh.length - Math.floor(limit / 4)))
    .where('error_count', '=', 0)
    .where('last_ok_at', 'is not', null)
    .orderBy('next_poll_at')
    .orderBy('id')
    .execute()
  const before = [...fresh, ...sound].slice(0, limit)
  const failing =
    before.length === limit
      ? []
      : await due(limit - before.length)
          .where('error_count', '>', 0)
          .orderBy('next_poll_at')
          .orderBy('id')
          .execute()
  const rows = [...before, ...failing]
  const leasedUntil = addMs(now, leaseMs)
  const own = await findOwnHeaders(engine, tx, rows)
  const targets = rows.map(
    (row): PollTarget => ({
      feedId: fromNumber<FeedId>(row.id),
      sourceId: fromNumber<SourceId>(row.source_id),
      url: plainFeedUrl(row.url),
      ...defined({ isOwnCopy: isOwnCopy(row.url) || undefined, own: own.get(row.id) }),
      title: row.title,
      validators: defined({ etag: row.etag ?? undefined, lastModified: row.last_modified ?? undefined }),
      ...defined({ bodyHash: row.body_hash ?? undefined }),
      intervalMinutes: row.interval_minutes,
      errorCount: row.error_count,
      ...defined({ errorReason: row.error_reason ?? undefined, movedTo: row.moved_to ?? undefined }),
      movedSightings: row.moved_sightings,
      intake: row.intake,
      ...defined({ intakeRule: row.intake_rule ?? undefined }),
      pace: readPace(row.pace),
      ...defined({ why: row.next_why ?? undefined }),
      goodAt: row.last_ok_at ?? row.created_at,
      ...defined({ lastArrivalAt: row.last_fetched_at ?? undefined }),
      subscribers: row.subscribers,
      ...defined({ pushUntil: row.push_until ?? undefined }),
    }),
  )
  await engine.updateMany(
    tx,
    'feed',
    'id',
    targets.map(({ feedId, intervalMinutes, pace }) => ({
      id: toNumber(feedId),
      leased_until: leasedUntil,
      next_poll_at: afterRetry(now, intervalMinutes, pace),
      next_why: 'asked-now' as const,
    })),
  )
  return targets
}

/** Postpones feeds that were claimed but not polled. */
export async function postpone(engine: Engine, tx: Tx, feeds: readonly Postponed[]): Promise<void> {
  await engine.updateMany(
    tx,
    'feed',
    'id',
    feeds.map(({ feedId, until, why }) => ({
      id: toNumber(feedId),
      next_poll_at: until,
      leased_until: null,
      next_why: why,
    })),
  )
}

/** The stored pace of a feed; empty for one that was never read. */
export function readPace(json: string | null): FeedPace {
  return json === null ? {} : (JSON.parse(json) as FeedPace)
}

function afterRetry(now: string, intervalMinutes: number, pace: FeedPace): string {
  const minutes = Math.min(intervalMinutes, longestRetryMinutes)
  return new Date(afterSkipped(Date.parse(now) + minutes * 60_000, pace)).toISOString()
}
