import { sql } from 'kysely'
import type { Alert, AlertCause, AlertKind, ChannelKind } from '../../core/alert.ts'
import { defined } from '../../core/defined.ts'
import type { FollowKind } from '../../core/marks.ts'
import type { Page } from '../engine/cursor.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { alertDeliveries, giveUp } from './alert-deliveries.ts'
import { alertFollows } from './alert-follows.ts'
import { alertPruning } from './alert-pruning.ts'
import { feedNotices } from './feed-notices.ts'
import type { AlertChannelTable, AlertTable } from './notify-schema.ts'
import { type AlertsToRaise, raiseIn } from './raise-in.ts'

/** A target that can be followed. */
export type AlertTarget = { readonly kind: FollowKind; readonly target: string }

/** Somebody who wants alerts about a target, and since when (ISO 8601). */
export type AlertFollower = AlertTarget & { readonly readerId: string; readonly label: string; readonly since: string }

/** An alert that was raised. Times are ISO 8601. */
export type AlertRow = Alert & { readonly id: string; readonly at: string; readonly seenAt?: string }

/** A channel for a reader's alerts. `secret`: the keys of a push subscription, a webhook's signing key, or a token. */
export type AlertChannel = {
  readonly id: string
  readonly readerId: string
  readonly kind: ChannelKind
  readonly address: string
  readonly secret: string
  readonly isOn: boolean
  /** Failed attempts since the last success. */
  readonly failures: number
  readonly lastError?: string
  readonly at: string
}

export type AlertDelivery = {
  readonly alertId: string
  readonly channelId: string
  readonly tries: number
  readonly isHeld: boolean
  readonly nextAt: string
  readonly batch?: string
}

/** The result of a message: sent, to be retried, or given up with its channel disabled. */
export type BatchOutcome = { readonly channelId: string; readonly batch: string; readonly at: string } & (
  | { readonly kind: 'sent' }
  | { readonly kind: 'again'; readonly nextAt: string; readonly error: string }
  | { readonly kind: 'off'; readonly error: string }
  | { readonly kind: 'gone' }
)

export type AlertChoice = 'on' | 'off'

/** Alerts, who asked for them, and how they are sent. */
export function alertStore(engine: Engine) {
  const { reader } = engine
  // Apps ask with each list; a secret never changes.
  const secrets = new Map<string, Promise<string>>()
  return {
    ...alertFollows(engine),
    ...alertDeliveries(engine),
    ...alertPruning(engine),
    ...feedNotices(engine),

    /** Which of these keys were already raised for these readers. */
    async raisedKeys(
      readerIds: readonly string[],
      keys: readonly string[],
    ): Promise<readonly { readonly readerId: string; readonly key: string }[]> {
      if (readerIds.length === 0 || keys.length === 0) return []
      const rows = await reader
        .selectFrom('alert')
        .select(['reader_id', 'key'])
        .where(engine.isIn('reader_id', readerIds))
        .where(engine.isIn('key', keys))
        .execute()
      return rows.map(({ reader_id, key }) => ({ readerId: reader_id, key }))
    },

    /** Stores alerts, their deliveries by channel, and the jobs that send these, in one transaction. Returns how many were new. */
    raise: (raised: readonly AlertsToRaise[], at: string): Promise<number> =>
      engine.write((tx) => raiseIn(engine, tx, raised, at)),

    /** Latest first. */
    async list(readerId: string, limit: number, cursor?: string): Promise<Page<AlertRow>> {
      const [at, id] = cursor?.split(' ') ?? []
      const rows = await reader
        .selectFrom('alert')
        .selectAll()
        .where('reader_id', '=', readerId)
        .$if(at !== undefined && id !== undefined, (query) =>
          query.where(sql<boolean>`(at < ${at} or (at = ${at} and id < ${id}))`),
        )
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute()
      const last = rows.length > limit ? rows[limit - 1] : undefined
      return { rows: rows.slice(0, limit).map(toAlert), ...defined({ next: last && `${last.at} ${last.id}` }) }
    },

    async findMany(readerId: string, ids: readonly string[]): Promise<readonly AlertRow[]> {
      if (ids.length === 0) return []
      const rows = await reader
        .selectFrom('alert')
        .selectAll()
        .where('reader_id', '=', readerId)
        .where(engine.isIn('id', ids))
        .orderBy('at')
        .orderBy('id')
        .execute()
      return rows.map(toAlert)
    },

    async counts(readerId: string): Promise<{ readonly all: number; readonly unseen: number }> {
      const row = await reader
        .selectFrom('alert')
        .select([sql<number>`count(*)`.as('count'), sql<number>`count(seen_at)`.as('seen')])
        .where('reader_id', '=', readerId)
        .executeTakeFirstOrThrow()
      return { all: Number(row.count), unseen: Number(row.count) - Number(row.seen) }
    },

    async markSeen(readerId: string, at: string): Promise<void> {
      await engine.write((tx) =>
        tx
          .updateTable('alert')
          .set({ seen_at: at })
          .where('reader_id', '=', readerId)
          .where('seen_at', 'is', null)
          .where('at', '<=', at)
          .execute(),
      )
    },

    async channels(readerId: string): Promise<readonly AlertChannel[]> {
      const rows = await reader
        .selectFrom('alert_channel')
        .selectAll()
        .where('reader_id', '=', readerId)
        .orderBy('at')
        .orderBy('id')
        .execute()
      return rows.map(toChannel)
    },

    /** Replaces one with the same address, and is on. */
    addChannel: ({
      id,
      readerId,
      kind,
      address,
      secret,
      at,
    }: Omit<AlertChannel, 'failures' | 'isOn' | 'lastError'>): Promise<AlertChannel> =>
      engine.write(async (tx) => {
        const row = { id, reader_id: readerId, kind, address, secret, is_on: 1, failures: 0, last_error: null, at }
        const [kept] = await engine.insertMany(tx, 'alert_channel', [row], {
          ifExists: `on conflict (reader_id, kind, address) do update set
            secret = excluded.secret, is_on = 1, failures = 0, last_error = null`,
          returning: ['id', 'at'],
        })
        return toChannel({ ...row, ...kept })
      }),

    removeChannel: (readerId: string, id: string): Promise<AlertChannel | undefined> =>
      engine.write(async (tx) => {
        const row = await tx
          .deleteFrom('alert_channel')
          .where('reader_id', '=', readerId)
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirst()
        if (!row) return undefined
        await tx.deleteFrom('alert_delivery').where('channel_id', '=', id).execute()
        return toChannel(row)
      }),

    /** Disabling gives up waiting messages; the channel stays in the list. Returns false when there is none. */
    setChannel: (readerId: string, id: string, isOn: boolean): Promise<boolean> =>
      engine.write(async (tx) => {
        const done = await tx
          .updateTable('alert_channel')
          .set({ is_on: isOn ? 1 : 0, failures: 0, ...defined({ last_error: isOn ? null : undefined }) })
          .where('reader_id', '=', readerId)
          .where('id', '=', id)
          .executeTakeFirst()
        if (!isOn) await giveUp(tx, id)
        return done.numUpdatedRows > 0n
      }),

    async findChannel(kind: ChannelKind, secret: string): Promise<AlertChannel | undefined> {
      const row = await reader
        .selectFrom('alert_channel')
        .selectAll()
        .where('secret', '=', secret)
        .where('kind', '=', kind)
        .executeTakeFirst()
      return row && toChannel(row)
    },

    /** A secret of this server, made by `make` on first use, and the same from then on. */
    secret(name: string, make: () => string): Promise<string> {
      const known = secrets.get(name)
      if (known) return known
      const found = engine.write((tx) => findSecret(engine, tx, name, make))
      secrets.set(name, found)
      found.catch(() => secrets.delete(name))
      return found
    },
  }
}

export type AlertStore = ReturnType<typeof alertStore>

async function findSecret(engine: Engine, tx: Tx, name: string, make: () => string): Promise<string> {
  await engine.insertMany(tx, 'house_secret', [{ name, value: make() }], { ifExists: 'on conflict (name) do nothing' })
  const row = await tx.selectFrom('house_secret').select('value').where('name', '=', name).executeTakeFirstOrThrow()
  return row.value
}

function toAlert(row: AlertTable): AlertRow {
  return {
    id: row.id,
    key: row.key,
    kind: row.kind as AlertKind,
    cause: { kind: row.cause_kind as AlertCause['kind'], target: row.target, label: row.label },
    isNewStory: row.is_new_story === 1,
    title: row.title,
    language: row.language,
    sourceName: row.source_name,
    path: row.path,
    ...defined({ words: row.words ?? undefined, citationPath: row.citation_path ?? undefined }),
    at: row.at,
    ...defined({ seenAt: row.seen_at ?? undefined }),
  }
}

function toChannel(row: AlertChannelTable): AlertChannel {
  return {
    id: row.id,
    readerId: row.reader_id,
    kind: row.kind as ChannelKind,
    address: row.address,
    secret: row.secret,
    isOn: row.is_on === 1,
    failures: row.failures,
    ...defined({ lastError: row.last_error ?? undefined }),
    at: row.at,
  }
}
