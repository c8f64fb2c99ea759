import { defined } from '../../core/defined.ts'
import type { DestinationKind, DestinationSettings, SendTrigger } from '../../core/destination.ts'
import type { Engine } from '../engine/engine.ts'
import { enqueue } from '../jobs/jobs.ts'
import type { DestinationTable } from './notify-schema.ts'

/** A service that a reader sends articles and events to. Times are ISO 8601, UTC. */
export type Destination = {
  readonly id: string
  readonly readerId: string
  readonly kind: DestinationKind
  /** The reader's name for it. */
  readonly name: string
  readonly settings: DestinationSettings
  /** Settings that are never shown again; for a webhook `token` is the signing key. */
  readonly secret: DestinationSettings
  readonly occasions: readonly SendTrigger[]
  readonly isOn: boolean
  /** Failed attempts since the last success. */
  readonly failures: number
  /** When the first of these was. */
  readonly failingSince?: string
  /** Nothing is sent before. */
  readonly retryAt?: string
  readonly lastError?: string
  readonly at: string
}

/** Services that readers send articles and events to. */
export function destinationStore(engine: Engine) {
  const { reader } = engine
  return {
    async add({
      id,
      readerId,
      kind,
      name,
      settings,
      secret,
      occasions,
      at,
    }: Omit<Destination, 'failures' | 'failingSince' | 'retryAt' | 'isOn' | 'lastError'>): Promise<void> {
      const row = {
        id,
        reader_id: readerId,
        kind,
        name,
        settings: JSON.stringify(settings),
        secret: JSON.stringify(secret),
        occasions: JSON.stringify(occasions),
        is_on: 1,
        failures: 0,
        failing_since: null,
        retry_at: null,
        last_error: null,
        at,
      }
      await engine.write((tx) => tx.insertInto('destination').values(row).execute())
    },

    async list(readerId: string): Promise<readonly Destination[]> {
      const rows = await reader
        .selectFrom('destination')
        .selectAll()
        .where('reader_id', '=', readerId)
        .orderBy('at')
        .orderBy('id')
        .execute()
      return rows.map(toDestination)
    },

    async find(readerId: string, id: string): Promise<Destination | undefined> {
      const row = await reader
        .selectFrom('destination')
        .selectAll()
        .where('reader_id', '=', readerId)
        .where('id', '=', id)
        .executeTakeFirst()
      return row && toDestination(row)
    },

    /** For sending: whoever it belongs to. */
    async get(id: string): Promise<Destination | undefined> {
      const row = await reader.selectFrom('destination').selectAll().where('id', '=', id).executeTakeFirst()
      return row && toDestination(row)
    },

    /** Returns false when there is none. */
    async change(
      readerId: string,
      id: string,
      { name, occasions, secret }: Partial<Pick<Destination, 'name' | 'occasions' | 'secret'>>,
    ): Promise<boolean> {
      const set = defined({
        name,
        occasions: occasions && JSON.stringify(occasions),
        secret: secret && JSON.stringify(secret),
      })
      const done = await engine.write((tx) =>
        tx
          .updateTable('destination')
          .set({ id, ...set })
          .where('reader_id', '=', readerId)
          .where('id', '=', id)
          .executeTakeFirst(),
      )
      return done.numUpdatedRows > 0n
    },

    /** Switching on sends what waited meanwhile, from `at` on. Returns false when there is none. */
    switch: (readerId: string, id: string, isOn: boolean, at: string): Promise<boolean> =>
      engine.write(async (tx) => {
        const done = await tx
          .updateTable('destination')
          .set({ is_on: isOn ? 1 : 0, failures: 0, failing_since: null, retry_at: null })
          .$if(isOn, (query) => query.set({ last_error: null }))
          .where('reader_id', '=', readerId)
          .where('id', '=', id)
          .executeTakeFirst()
        if (done.numUpdatedRows === 0n) return false
        if (isOn) await enqueue(engine, tx, [{ kind: 'send', key: id, runAt: at }])
        return true
      }),

    /** Deletes it with all its messages. Returns false when there is none. */
    remove: (readerId: string, id: string): Promise<boolean> =>
      engine.write(async (tx) => {
        const done = await tx
          .deleteFrom('destination')
          .where('reader_id', '=', readerId)
          .where('id', '=', id)
          .executeTakeFirst()
        if (done.numDeletedRows === 0n) return false
        await tx.deleteFrom('sending').where('destination_id', '=', id).execute()
        // Alert channels that used it.
        const channels = await tx
          .deleteFrom('alert_channel')
          .where('reader_id', '=', readerId)
          .where('kind', '=', 'destination')
          .where('address', '=', id)
          .returning('id')
          .execute()
        for (const channel of channels)
          await tx.deleteFrom('alert_delivery').where('channel_id', '=', channel.id).execute()
        return true
      }),

    /** Active ones that want this event, of one reader or all. */
    async listening(occasion: SendTrigger, readerId?: string): Promise<readonly Destination[]> {
      const rows = await reader
        .selectFrom('destination')
        .selectAll()
        .where('is_on', '=', 1)
        .where('occasions', 'like', listed(occasion))
        .$if(readerId !== undefined, (query) => query.where('reader_id', '=', readerId as string))
        .orderBy('at')
        .orderBy('id')
        .execute()
      return rows.map(toDestination)
    },
  }
}

export type DestinationStore = ReturnType<typeof destinationStore>

/** A pattern that matches a list with this event; no event's name is part of another's. */
export function listed(occasion: SendTrigger): string {
  return `%"${occasion}"%`
}

function toDestination(row: DestinationTable): Destination {
  return {
    id: row.id,
    readerId: row.reader_id,
    kind: row.kind as DestinationKind,
    name: row.name,
    settings: JSON.parse(row.settings) as DestinationSettings,
    secret: JSON.parse(row.secret) as DestinationSettings,
    occasions: JSON.parse(row.occasions) as SendTrigger[],
    isOn: row.is_on === 1,
    failures: row.failures,
    ...defined({
      failingSince: row.failing_since ?? undefined,
      retryAt: row.retry_at ?? undefined,
      lastError: row.last_error ?? undefined,
    }),
    at: row.at,
  }
}
