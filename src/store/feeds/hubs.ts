import { sql } from 'kysely'
import { defined } from '../../core/defined.ts'
import type { FeedId } from '../../core/ids.ts'
import type { HubMode } from '../../core/source.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { fromNumber } from '../engine/row-ids.ts'
import { addMs } from '../engine/times.ts'
import { enqueue } from '../jobs/jobs.ts'
import type { HubSubscriptionTable } from './feed-schema.ts'
import { pollNormally } from './hub-polls.ts'

/** The most pushes a hub may send for one feed per minute; it must send more later. */
const mostInMinute = 30
/** The most pushes waiting to be processed. */
const mostWaiting = 30

/** Stores what a hub sent, with the job to process it. The same bytes again, which hubs send when our answer was lost, cost one row. */
async function storePush(
  engine: Engine,
  tx: Tx,
  id: string,
  { at, contentType, body, hash }: Parameters<HubStore['storePush']>[1],
): Promise<PushResult> {
  const row = await tx
    .selectFrom('hub_subscription')
    .select(['push_hash', 'minute_at', 'minute_count'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return 'known'
  const isSameMinute = row.minute_at !== null && row.minute_at > addMs(at, -60_000) && row.minute_at <= at
  const count = isSameMinute ? row.minute_count + 1 : 1
  const counted = { minute_at: isSameMinute ? row.minute_at : at, minute_count: count }
  const waiting = await tx
    .selectFrom('hub_push')
    .select('id')
    .where('subscription_id', '=', id)
    .limit(mostWaiting)
    .execute()
  const isKnown = row.push_hash === hash
  if (!isKnown && (count > mostInMinute || waiting.length >= mostWaiting)) return 'later'
  await tx
    .updateTable('hub_subscription')
    .set({ ...counted, pushed_at: at, push_hash: hash })
    .where('id', '=', id)
    .execute()
  if (isKnown) return 'known'
  await engine.insertMany(tx, 'hub_push', [{ subscription_id: id, at, content_type: contentType, body }])
  await enqueue(engine, tx, [{ kind: 'take-push', key: id, runAt: at }])
  return 'kept'
}

const noRequest = {
  pending: null,
  pending_until: null,
  lease_until: null,
  renew_at: null,
  retry_at: null,
  failures: 0,
} as const

/** A callback URL of ours at a hub, and its state. All times are ISO 8601, UTC. */
export type HubSubscription = {
  readonly id: string
  /** Absent: no longer wanted. */
  readonly feedId?: FeedId
  readonly hub: string
  readonly topic: string
  /** The base URL of the feed's relative links. */
  readonly readAtUrl: string
  /** The last request to the hub, and until when it may verify it. */
  readonly pending?: { readonly mode: HubMode; readonly until: string }
  readonly leaseUntil?: string
  readonly renewAt?: string
  readonly retryAt?: string
  readonly deniedAt?: string
  readonly failures: number
  readonly lastError?: string
}

/** A hub's verification request. */
type HubVerification = {
  readonly mode: HubMode
  readonly topic: string
  /** The end of the lease, and when to renew it. */
  readonly leaseUntil: string
  readonly renewAt: string
  readonly at: string
}

export type HubPush = {
  readonly id: number
  readonly at: string
  readonly contentType: string
  readonly body: Uint8Array
}

/** `kept`: stored for processing; `known`: the same bytes as before; `later`: too many at once. */
type PushResult = 'kept' | 'known' | 'later'

/** Hubs that feeds name, our requests to them and what they sent. The hubs are recorded with polls. */
export function hubStore(engine: Engine) {
  const { reader } = engine
  return {
    /**
     * Starts over when this server's public URL has changed, and has every hub checked. Without a URL no hub can be used: leases are
     * deleted and feeds polled normally.
     */
    startAt: (base: string | undefined, now: string): Promise<void> =>
      engine.write(async (tx) => {
        const moved = await tx
          .selectFrom('hub_subscription')
          .select('id')
          .where(base === undefined ? sql<boolean>`1 = 1` : sql<boolean>`base is null or base <> ${base}`)
          .execute()
        for (const { id } of moved) await pollNormally(engine, tx, id, now)
        const ids = moved.map(({ id }) => id)
        const isMoved = engine.isIn('id', ids)
        await tx.deleteFrom('hub_subscription').where(isMoved).where('feed_id', 'is', null).execute()
        await tx
          .updateTable('hub_subscription')
          .set({ ...noRequest, token_hash: null, base: null })
          .where(isMoved)
          .execute()
        if (base === undefined) return
        const all = await tx.selectFrom('hub_subscription').select('id').execute()
        await enqueue(
          engine,
          tx,
          all.map(({ id }) => ({ kind: 'keep-hub', key: id, runAt: now })),
        )
      }),

    async find(id: string): Promise<HubSubscription | undefined> {
      const row = await reader.selectFrom('hub_subscription').selectAll().where('id', '=', id).executeTakeFirst()
      return row && toSubscription(row)
    },

    async findByToken(tokenHash: string): Promise<HubSubscription | undefined> {
      const row = await reader
        .selectFrom('hub_subscription')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst()
      return row && toSubscription(row)
    },

    /** Records a request to a hub before the hub can verify it, and checks again when it no longer may. */
    startRequest: (
      id: string,
      {
        mode,
        base,
        tokenHash,
        until,
      }: {
        readonly mode: HubMode
        readonly base: string
        readonly tokenHash: string
        readonly until: string
      },
    ): Promise<void> =>
      engine.write(async (tx) => {
        const set = { pending: mode, pending_until: until, base, token_hash: tokenHash, retry_at: null }
        await tx.updateTable('hub_subscription').set(set).where('id', '=', id).execute()
        await enqueue(engine, tx, [{ kind: 'keep-hub', key: id, runAt: until }])
      }),

    /** True when the hub verifies our request in time; it is then active, and is checked again when the lease ends. */
    confirm: (tokenHash: string, { mode, topic, leaseUntil, renewAt, at }: HubVerification): Promise<boolean> =>
      engine.write(async (tx) => {
        const row = await tx
          .selectFrom('hub_subscription')
          .select('id')
          .where('token_hash', '=', tokenHash)
          .where('topic', '=', topic)
          .where('pending', '=', mode)
          .where('pending_until', '>=', at)
          .executeTakeFirst()
        if (!row) return false
        if (mode === 'unsubscribe') {
          await tx.deleteFrom('hub_subscription').where('id', '=', row.id).execute()
          return true
        }
        // It may verify again until then, since our answer can be lost.
        await tx
          .updateTable('hub_subscription')
          .set({
            lease_until: leaseUntil,
            renew_at: renewAt,
            retry_at: null,
            denied_at: null,
            failures: 0,
            last_error: null,
          })
          .where('id', '=', row.id)
          .execute()
        await enqueue(engine, tx, [{ kind: 'keep-hub', key: row.id, runAt: renewAt }])
        return true
      }),

    /** The hub refuses; the feed is polled normally. Returns false when it refers to something else. */
    deny: (
      tokenHash: string,
      {
        topic,
        reason,
        at,
        retryAt,
      }: { readonly topic: string; readonly reason: string; readonly at: string; readonly retryAt: string },
    ): Promise<boolean> =>
      engine.write(async (tx) => {
        const row = await tx
          .selectFrom('hub_subscription')
          .select(['id', 'feed_id'])
          .where('token_hash', '=', tokenHash)
          .where('topic', '=', topic)
          .executeTakeFirst()
        if (!row) return false
        await pollNormally(engine, tx, row.id, at)
        const denied = { ...noRequest, denied_at: at, retry_at: retryAt, last_error: reason }
        await tx.updateTable('hub_subscription').set(denied).where('id', '=', row.id).execute()
        await enqueue(engine, tx, [{ kind: 'keep-hub', key: row.id, runAt: row.feed_id === null ? at : retryAt }])
        return true
      }),

    /** Records an error and when to retry; does nothing if the hub has verified meanwhile. */
    noteFailure: (
      id: string,
      { error, at, retryAt }: { readonly error: string; readonly at: string; readonly retryAt: string },
    ): Promise<void> =>
      engine.write(async (tx) => {
        const failed = await tx
          .updateTable('hub_subscription')
          .set((eb) => ({
            pending: null,
            pending_until: null,
            retry_at: retryAt,
            failures: eb('failures', '+', 1),
            last_error: error.slice(0, 500),
          }))
          .where('id', '=', id)
          .where((eb) => eb.or([eb('renew_at', 'is', null), eb('renew_at', '<=', at), eb('feed_id', 'is', null)]))
          .returning('id')
          .executeTakeFirst()
        if (failed) await enqueue(engine, tx, [{ kind: 'keep-hub', key: id, runAt: retryAt }])
      }),

    /** The lease expired: the feed is polled normally. */
    lapse: (id: string, at: string): Promise<void> =>
      engine.write(async (tx) => {
        await pollNormally(engine, tx, id, at)
        await tx
          .updateTable('hub_subscription')
          .set({ lease_until: null, renew_at: null })
          .where('id', '=', id)
          .execute()
      }),

    recheck: (id: string, at: string): Promise<void> =>
      engine.write((tx) => enqueue(engine, tx, [{ kind: 'keep-hub', key: id, runAt: at }])),

    async forget(id: string): Promise<void> {
      await engine.write((tx) => tx.deleteFrom('hub_subscription').where('id', '=', id).execute())
    },

    /** Stores what a hub sent and a job to process it; for the same bytes, only updates the time. */
    storePush: (
      id: string,
      push: { readonly at: string; readonly contentType: string; readonly body: Uint8Array; readonly hash: string },
    ): Promise<PushResult> => engine.write((tx) => storePush(engine, tx, id, push)),

    /** The next push to process: one at a time, since each may be megabytes. */
    async nextPush(id: string): Promise<HubPush | undefined> {
      const row = await reader
        .selectFrom('hub_push')
        .select(['id', 'at', 'content_type', 'body'])
        .where('subscription_id', '=', id)
        .orderBy('id')
        .limit(1)
        .executeTakeFirst()
      if (!row) return undefined
      const { content_type: contentType, ...push } = row
      return { ...push, contentType }
    },

    async removePush(id: number): Promise<void> {
      await engine.write((tx) => tx.deleteFrom('hub_push').where('id', '=', id).execute())
    },

    /** Schedules the subscription's feed as if there were no hub. */
    pollInstead: (id: string, at: string): Promise<void> => engine.write((tx) => pollNormally(engine, tx, id, at)),
  }
}

export type HubStore = ReturnType<typeof hubStore>

function toSubscription(row: HubSubscriptionTable): HubSubscription {
  const isPending = row.pending !== null && row.pending_until !== null
  return {
    id: row.id,
    ...defined({ feedId: row.feed_id === null ? undefined : fromNumber<FeedId>(row.feed_id) }),
    hub: row.hub,
    topic: row.topic,
    readAtUrl: row.read_at_url,
    ...defined({
      pending: isPending ? { mode: row.pending as 'subscribe' | 'unsubscribe', until: row.pending_until! } : undefined,
      leaseUntil: row.lease_until ?? undefined,
      renewAt: row.renew_at ?? undefined,
      retryAt: row.retry_at ?? undefined,
      deniedAt: row.denied_at ?? undefined,
    }),
    failures: row.failures,
    ...defined({ lastError: row.last_error ?? undefined }),
  }
}
