import { sql } from 'kysely'
import type { SendingEvent } from '../../core/destination.ts'
import type { Engine } from '../engine/engine.ts'
import { enqueue } from '../jobs/jobs.ts'
import type { SendingTable } from './destination-schema.ts'
import type { Sending, SendingStore } from './destination-store.ts'

const logged = [
  'id',
  'reader_id',
  'destination_id',
  'event',
  'about',
  'title',
  'state',
  'tries',
  'made_at',
  'next_at',
  'done_at',
  'last_error',
] as const

/** What goes out to destinations, what went, and what did not. */
export function sendingStore(engine: Engine): SendingStore {
  const { reader } = engine
  return {
    add: (sendings, at) =>
      engine.write(async (tx) => {
        if (sendings.length === 0) return 0
        const rows = sendings.map(({ id, readerId, destinationId, event, about = '', title, body }) => ({
          id,
          reader_id: readerId,
          destination_id: destinationId,
          event,
          about,
          title,
          body,
          state: 'waiting',
          tries: 0,
          made_at: at,
          next_at: at,
          done_at: null,
          last_error: null,
        }))
        const made = await engine.insertMany(tx, 'sending', rows, {
          ifExists: 'on conflict (id) do nothing',
          returning: ['destination_id'],
        })
        const keys = [...new Set(made.map((row) => row.destination_id))]
        if (keys.length > 0)
          await enqueue(
            engine,
            tx,
            keys.map((key) => ({ kind: 'send', key, runAt: at })),
          )
        return made.length
      }),

    async due(destinationId, now, limit) {
      const rows = await reader
        .selectFrom('sending')
        .selectAll()
        .where('destination_id', '=', destinationId)
        .where('state', '=', 'waiting')
        .where('next_at', '<=', now)
        .orderBy('next_at')
        .orderBy('made_at')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map((row) => ({ ...toSending(row), body: row.body }))
    },

    async nextAt(destinationId) {
      const row = await reader
        .selectFrom('sending')
        .select('next_at')
        .where('destination_id', '=', destinationId)
        .where('state', '=', 'waiting')
        .orderBy('next_at')
        .limit(1)
        .executeTakeFirst()
      return row?.next_at
    },

    async start(id) {
      const done = await engine.write((tx) =>
        tx
          .updateTable('sending')
          .set((row) => ({ tries: row('tries', '+', 1) }))
          .where('id', '=', id)
          .where('state', '=', 'waiting')
          .executeTakeFirst(),
      )
      return done.numUpdatedRows > 0n
    },

    settle: (destinationId, id, outcome, at) =>
      engine.write(async (tx) => {
        const row = tx.updateTable('sending').where('id', '=', id).where('state', '=', 'waiting')
        const destination = tx.updateTable('destination').where('id', '=', destinationId)
        if (outcome.kind === 'sent') {
          await row.set({ state: 'sent', done_at: at, last_error: null }).execute()
          await destination.set({ failures: 0, failing_since: null, retry_at: null, last_error: null }).execute()
          return
        }
        const { error, isOff, retryAt = null } = outcome
        if (outcome.kind === 'again') await row.set({ next_at: outcome.nextAt, last_error: error }).execute()
        else await row.set({ state: 'failed', done_at: at, last_error: error }).execute()
        await destination
          .set((of) => ({
            failures: of('failures', '+', 1),
            failing_since: of.fn.coalesce('failing_since', of.val(at)),
            retry_at: retryAt,
            last_error: error,
            ...(isOff ? { is_on: 0 } : {}),
          }))
          .execute()
      }),

    async find(readerId, id) {
      const row = await reader
        .selectFrom('sending')
        .selectAll()
        .where('reader_id', '=', readerId)
        .where('id', '=', id)
        .executeTakeFirst()
      return row && { ...toSending(row), body: row.body }
    },

    async list(readerId, destinationId, limit, cursor) {
      const [at, id] = cursor?.split(' ') ?? []
      const rows = await reader
        .selectFrom('sending')
        .select(logged)
        .where('reader_id', '=', readerId)
        .where('destination_id', '=', destinationId)
        .$if(at !== undefined && id !== undefined, (query) =>
          query.where(sql<boolean>`(made_at < ${at} or (made_at = ${at} and id < ${id}))`),
        )
        .orderBy('made_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute()
      const last = rows.length > limit ? rows[limit - 1] : undefined
      return { rows: rows.slice(0, limit).map(toSending), ...(last ? { next: `${last.made_at} ${last.id}` } : {}) }
    },

    async listAbout(readerId, about, limit) {
      const rows = await reader
        .selectFrom('sending')
        .select(logged)
        .where('reader_id', '=', readerId)
        .where('about', '=', about)
        .orderBy('made_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(toSending)
    },

    again: (readerId, destinationId, id, at) =>
      engine.write(async (tx) => {
        const done = await tx
          .updateTable('sending')
          .set({ state: 'waiting', tries: 0, next_at: at, done_at: null, last_error: null })
          .where('reader_id', '=', readerId)
          .where('destination_id', '=', destinationId)
          .where('state', '=', 'failed')
          .$if(id !== 'all', (query) => query.where('id', '=', id))
          .executeTakeFirst()
        const count = Number(done.numUpdatedRows)
        // A person asked: it is tried now, however long the rest was to wait.
        if (count > 0)
          await tx.updateTable('destination').set({ retry_at: null }).where('id', '=', destinationId).execute()
        if (count > 0) await enqueue(engine, tx, [{ kind: 'send', key: destinationId, runAt: at }])
        return count
      }),

    async prune(destinationId, before, most) {
      await engine.write(async (tx) => {
        const over = await tx
          .selectFrom('sending')
          .select(['made_at'])
          .where('destination_id', '=', destinationId)
          .where('state', '!=', 'waiting')
          .orderBy('made_at', 'desc')
          .offset(most)
          .limit(1)
          .executeTakeFirst()
        const until = over && over.made_at > before ? over.made_at : before
        await tx
          .deleteFrom('sending')
          .where('destination_id', '=', destinationId)
          .where('state', '!=', 'waiting')
          .where('made_at', '<=', until)
          .execute()
      })
    },
  }
}

function toSending(row: Omit<SendingTable, 'body'>): Sending {
  return {
    id: row.id,
    readerId: row.reader_id,
    destinationId: row.destination_id,
    event: row.event as SendingEvent,
    ...(row.about === '' ? {} : { about: row.about }),
    title: row.title,
    state: row.state as Sending['state'],
    tries: row.tries,
    madeAt: row.made_at,
    nextAt: row.next_at,
    ...(row.done_at === null ? {} : { doneAt: row.done_at }),
    ...(row.last_error === null ? {} : { lastError: row.last_error }),
  }
}
