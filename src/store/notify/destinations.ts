import { defined } from '../../core/defined.ts'
import type { DestinationKind, DestinationSettings, SendTrigger } from '../../core/destination.ts'
import type { Engine } from '../engine/engine.ts'
import { enqueue } from '../jobs/jobs.ts'
import type { DestinationTable } from './destination-schema.ts'

/** A place of one reader outside, where articles and events are sent. Times are ISO 8601, UTC. */
export type Destination = {
  readonly id: string
  readonly readerId: string
  readonly kind: DestinationKind
  /** As the reader calls it. */
  readonly name: string
  readonly settings: DestinationSettings
  /** Settings that are never shown again; of a webhook `token` is what it is signed with. */
  readonly secret: DestinationSettings
  readonly occasions: readonly SendTrigger[]
  readonly isOn: boolean
  /** Attempts that failed since the last that did not. */
  readonly failures: number
  /** When the first of these was. */
  readonly failingSince?: string
  /** Nothing goes there before. */
  readonly retryAt?: string
  readonly lastError?: string
  readonly at: string
}

/** Where readers send articles and events. */
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

    /** Whoever's it is: for sending. */
    async get(id: string): Promise<Destination | undefined> {
      const row = await reader.selectFrom('destination').selectAll().where('id', '=', id).executeTakeFirst()
      return row && toDestination(row)
    },

    /** False when there is none. */
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

    /** On: what waited meanwhile goes out, from `at` on. False when there is none. */
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

    /** With all that was sent there or waits. False when there is none. */
    remove: (readerId: string, id: string): Promise<boolean> =>
      engine.write(async (tx) => {
        const done = await tx
          .deleteFrom('destination')
          .where('reader_id', '=', readerId)
          .where('id', '=', id)
          .executeTakeFirst()
        if (done.numDeletedRows === 0n) return false
        await tx.deleteFrom('sending').where('destination_id', '=', id).execute()
        // Alerts that were to go out there.
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

    /** Those that are on and want to be told, of one reader or of all. */
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

/** What a list that holds the occasion looks like; none is part of another's name. */
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
