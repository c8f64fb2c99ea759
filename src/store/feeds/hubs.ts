import { sql } from 'kysely'
import { defined } from '../../core/defined.ts'
import type { FeedId } from '../../core/ids.ts'
import type { HubMode } from '../../core/source.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { fromNumber } from '../engine/row-ids.ts'
import { addMs } from '../engine/times.ts'
import { enqueue } from '../jobs/jobs.ts'
import { pollAsEver } from './hub-polls.ts'
import type { HubSubscriptionTable } from './hub-schema.ts'

/** A hub may send so much for one feed in a minute; more is to be sent later. */
const mostInMinute = 30
/** So many wait to be taken in at most. */
const mostWaiting = 30

/** Keeps what a hub sent, with the job that takes it in. The same bytes again, which hubs send when an answer was lost, cost one row. */
async function keepPush(
  engine: Engine,
  tx: Tx,
  id: string,
  { at, contentType, body, hash }: Parameters<HubStore['keepPush']>[1],
): Promise<PushKept> {
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

const nothingAsked = {
  pending: null,
  pending_until: null,
  lease_until: null,
  renew_at: null,
  retry_at: null,
  failures: 0,
} as const

/** A callback address of ours at a hub, and how it stands there. All times are ISO 8601, UTC. */
export type HubSubscription = {
  readonly id: string
  /** Absent: nobody wants it any more. */
  readonly feedId?: FeedId
  readonly hub: string
  readonly topic: string
  /** What the relative links of the feed stand against. */
  readonly readAtUrl: string
  /** What the hub was asked for last, and until when it may ask back. */
  readonly pending?: { readonly mode: HubMode; readonly until: string }
  readonly leaseUntil?: string
  readonly renewAt?: string
  readonly retryAt?: string
  readonly deniedAt?: string
  readonly failures: number
  readonly lastError?: string
}

/** What a hub asks back. */
export type HubQuestion = {
  readonly mode: HubMode
  readonly topic: string
  /** How long it will tell news, and when it is to be asked for more. */
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

/** `kept`: to be taken in; `known`: the same bytes as before; `later`: too many at once. */
export type PushKept = 'kept' | 'known' | 'later'

/** Hubs that feeds name, what they were asked and what they sent. What feeds name is noted with their polls. */
export function hubStore(engine: Engine) {
  const { reader } = engine
  return {
    /**
     * Begins anew where this server is reached at another address than before, and has every hub looked at.
     * Without an address no hub is wanted: leases are forgotten and feeds polled as ever.
     */
    startAt: (base: string | undefined, now: string): Promise<void> =>
      engine.write(async (tx) => {
        const moved = await tx
          .selectFrom('hub_subscription')
          .select('id')
          .where(base === undefined ? sql<boolean>`1 = 1` : sql<boolean>`base is null or base <> ${base}`)
          .execute()
        for (const { id } of moved) await pollAsEver(engine, tx, id, now)
        const ids = moved.map(({ id }) => id)
        const isMoved = engine.isIn('id', ids)
        await tx.deleteFrom('hub_subscription').where(isMoved).where('feed_id', 'is', null).execute()
        await tx
          .updateTable('hub_subscription')
          .set({ ...nothingAsked, token_hash: null, base: null })
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

    /** Notes what a hub is about to be asked, before it can ask back, and looks at it again when it no longer may. */
    ask: (
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

    /** True when the hub asks back for what it was asked for, in time; then it is so, and is looked at again when it ends. */
    confirm: (tokenHash: string, { mode, topic, leaseUntil, renewAt, at }: HubQuestion): Promise<boolean> =>
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
        // It may ask again until then, since our answer can be lost.
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

    /** The hub will not do it; the feed is polled as ever. False when it is about something else. */
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
        await pollAsEver(engine, tx, row.id, at)
        const denied = { ...nothingAsked, denied_at: at, retry_at: retryAt, last_error: reason }
        await tx.updateTable('hub_subscription').set(denied).where('id', '=', row.id).execute()
        await enqueue(engine, tx, [{ kind: 'keep-hub', key: row.id, runAt: row.feed_id === null ? at : retryAt }])
        return true
      }),

    /** What went wrong, and when to try again; nothing where the hub has asked back meanwhile. */
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

    /** The lease ran out: the feed is polled as ever. */
    lapse: (id: string, at: string): Promise<void> =>
      engine.write(async (tx) => {
        await pollAsEver(engine, tx, id, at)
        await tx
          .updateTable('hub_subscription')
          .set({ lease_until: null, renew_at: null })
          .where('id', '=', id)
          .execute()
      }),

    lookAgain: (id: string, at: string): Promise<void> =>
      engine.write((tx) => enqueue(engine, tx, [{ kind: 'keep-hub', key: id, runAt: at }])),

    async forget(id: string): Promise<void> {
      await engine.write((tx) => tx.deleteFrom('hub_subscription').where('id', '=', id).execute())
    },

    /** Keeps what a hub sent, and a job to take it in; of the same bytes only when they came. */
    keepPush: (
      id: string,
      push: { readonly at: string; readonly contentType: string; readonly body: Uint8Array; readonly hash: string },
    ): Promise<PushKept> => engine.write((tx) => keepPush(engine, tx, id, push)),

    /** The first that waits to be taken in: one at a time, since each may be megabytes. */
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

    /** Has the feed of a subscription polled when it would be without a hub. */
    pollInstead: (id: string, at: string): Promise<void> => engine.write((tx) => pollAsEver(engine, tx, id, at)),
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
