import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { AlertKind, ChannelKind } from '../../core/alert.ts'
import type { FollowKind } from '../../core/marks.ts'
import type { Engine } from '../engine/engine.ts'
import { enqueue } from '../jobs/jobs.ts'
import { alertDeliveries, giveUp } from './alert-deliveries.ts'
import { alertFollows } from './alert-follows.ts'
import { alertPruning } from './alert-pruning.ts'
import type { AlertChannelTable, AlertTable } from './alert-schema.ts'
import type { AlertChannel, AlertRow, AlertStore } from './alert-store.ts'

/** Alerts, who asked for them, and how they go out. */
export function alertStore(engine: Engine): AlertStore {
  const { reader } = engine
  return {
    ...alertFollows(engine),
    ...alertDeliveries(engine),
    ...alertPruning(engine),

    async raisedKeys(readerIds, keys) {
      if (readerIds.length === 0 || keys.length === 0) return []
      const rows = await reader
        .selectFrom('alert')
        .select(['reader_id', 'key'])
        .where(engine.isIn('reader_id', readerIds))
        .where(engine.isIn('key', keys))
        .execute()
      return rows.map(({ reader_id, key }) => ({ readerId: reader_id, key }))
    },

    raise: (raised, at) =>
      engine.write(async (tx) => {
        const rows = raised.flatMap(({ readerId, alerts }) => alerts.map((alert) => toRow(readerId, alert, at)))
        if (rows.length === 0) return 0
        const made = await engine.insertMany(tx, 'alert', rows, {
          ifExists: 'on conflict (reader_id, key) do nothing',
          returning: ['id', 'reader_id'],
        })
        const readerIds = [...new Set(made.map(({ reader_id }) => reader_id))]
        if (readerIds.length === 0) return 0
        const channels = await tx
          .selectFrom('alert_channel')
          .select(['id', 'reader_id'])
          .where(engine.isIn('reader_id', readerIds))
          .where('kind', '!=', 'feed')
          .where('is_on', '=', 1)
          .execute()
        const byReader = Map.groupBy(channels, ({ reader_id }) => reader_id)
        const timing = new Map(raised.map((each) => [each.readerId, each]))
        const deliveries = made.flatMap(({ id, reader_id }) => {
          const { nextAt = at, isHeld = false } = timing.get(reader_id) ?? {}
          return (byReader.get(reader_id) ?? []).map((channel) => ({
            alert_id: id,
            channel_id: channel.id,
            reader_id,
            state: 'waiting',
            tries: 0,
            is_held: isHeld ? 1 : 0,
            next_at: nextAt,
          }))
        })
        if (deliveries.length > 0) await engine.insertMany(tx, 'alert_delivery', deliveries)
        const jobs = [...byReader.keys()].map((key) => ({ kind: 'deliver', key, runAt: timing.get(key)?.nextAt ?? at }))
        await enqueue(engine, tx, jobs)
        return made.length
      }),

    async list(readerId, limit, cursor) {
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
      return { rows: rows.slice(0, limit).map(toAlert), ...(last ? { next: `${last.at} ${last.id}` } : {}) }
    },

    async findMany(readerId, ids) {
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

    async counts(readerId) {
      const row = await reader
        .selectFrom('alert')
        .select([sql<number>`count(*)`.as('count'), sql<number>`count(seen_at)`.as('seen')])
        .where('reader_id', '=', readerId)
        .executeTakeFirstOrThrow()
      return { all: Number(row.count), unseen: Number(row.count) - Number(row.seen) }
    },

    async markSeen(readerId, at) {
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

    async channels(readerId) {
      const rows = await reader
        .selectFrom('alert_channel')
        .selectAll()
        .where('reader_id', '=', readerId)
        .orderBy('at')
        .orderBy('id')
        .execute()
      return rows.map(toChannel)
    },

    addChannel: ({ id, readerId, kind, address, secret, at }) =>
      engine.write(async (tx) => {
        const row = { id, reader_id: readerId, kind, address, secret, is_on: 1, failures: 0, last_error: null, at }
        const [kept] = await engine.insertMany(tx, 'alert_channel', [row], {
          ifExists: `on conflict (reader_id, kind, address) do update set
            secret = excluded.secret, is_on = 1, failures = 0, last_error = null`,
          returning: ['id', 'at'],
        })
        return toChannel({ ...row, ...kept })
      }),

    removeChannel: (readerId, id) =>
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

    setChannel: (readerId, id, isOn) =>
      engine.write(async (tx) => {
        const done = await tx
          .updateTable('alert_channel')
          .set({ is_on: isOn ? 1 : 0, failures: 0, ...(isOn ? { last_error: null } : {}) })
          .where('reader_id', '=', readerId)
          .where('id', '=', id)
          .executeTakeFirst()
        if (!isOn) await giveUp(tx, id)
        return done.numUpdatedRows > 0n
      }),

    async findChannel(kind, secret) {
      const row = await reader
        .selectFrom('alert_channel')
        .selectAll()
        .where('secret', '=', secret)
        .where('kind', '=', kind)
        .executeTakeFirst()
      return row && toChannel(row)
    },

    secret: (name, make) =>
      engine.write(async (tx) => {
        await engine.insertMany(tx, 'house_secret', [{ name, value: make() }], {
          ifExists: 'on conflict (name) do nothing',
        })
        const row = await tx
          .selectFrom('house_secret')
          .select('value')
          .where('name', '=', name)
          .executeTakeFirstOrThrow()
        return row.value
      }),
  }
}

function toRow(readerId: string, alert: Omit<AlertRow, 'id' | 'at' | 'seenAt'>, at: string) {
  return {
    id: randomUUID(),
    reader_id: readerId,
    key: alert.key,
    kind: alert.kind,
    cause_kind: alert.cause.kind,
    target: alert.cause.target,
    label: alert.cause.label,
    is_new_story: alert.isNewStory ? 1 : 0,
    title: alert.title,
    language: alert.language,
    source_name: alert.sourceName,
    path: alert.path,
    words: alert.words ?? null,
    citation_path: alert.citationPath ?? null,
    at,
    seen_at: null,
  }
}

function toAlert(row: AlertTable): AlertRow {
  return {
    id: row.id,
    key: row.key,
    kind: row.kind as AlertKind,
    cause: { kind: row.cause_kind as FollowKind, target: row.target, label: row.label },
    isNewStory: row.is_new_story === 1,
    title: row.title,
    language: row.language,
    sourceName: row.source_name,
    path: row.path,
    ...(row.words === null ? {} : { words: row.words }),
    ...(row.citation_path === null ? {} : { citationPath: row.citation_path }),
    at: row.at,
    ...(row.seen_at === null ? {} : { seenAt: row.seen_at }),
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
    ...(row.last_error === null ? {} : { lastError: row.last_error }),
    at: row.at,
  }
}
