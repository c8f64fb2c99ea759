import { sql } from 'kysely'
import { defined } from '../../core/defined.ts'
import type { SendingEvent } from '../../core/destination.ts'
import type { Page } from '../engine/cursor.ts'
import type { Engine } from '../engine/engine.ts'
import { enqueue } from '../jobs/jobs.ts'
import type { SendingTable } from './notify-schema.ts'

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

/** A message to send. Its id identifies it everywhere: sent again, it is the same message. */
export type NewSending = {
  readonly id: string
  readonly readerId: string
  readonly destinationId: string
  readonly event: SendingEvent
  /** `article:<id>` or `entry:<id>`, so that a page can show the result. */
  readonly about?: string
  readonly title: string
  /** JSON: the payload of a webhook exactly as sent, or a `SentArticle`. */
  readonly body: string
}

/** A message in the log, without its body. */
export type Sending = Omit<NewSending, 'body'> & {
  readonly state: 'waiting' | 'sent' | 'failed'
  readonly tries: number
  readonly madeAt: string
  readonly nextAt: string
  readonly doneAt?: string
  readonly lastError?: string
}

/** The result of an attempt: sent, to be retried, or given up. The destination may also be disabled, or paused for a time. */
export type SendingOutcome =
  | { readonly kind: 'sent' }
  | ((
      | { readonly kind: 'again'; readonly nextAt: string; readonly error: string }
      | { readonly kind: 'failed'; readonly error: string }
    ) & { readonly isOff: boolean; readonly retryAt?: string })

/** Messages to destinations: waiting, sent, failed. */
export function sendingStore(engine: Engine) {
  const { reader } = engine
  return {
    /** Stores messages and the jobs that send them, in one transaction; existing ones stay. Returns how many were new. */
    add: (sendings: readonly NewSending[], at: string): Promise<number> =>
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

    /** A destination's due messages, oldest first, with their bodies. */
    async due(
      destinationId: string,
      now: string,
      limit: number,
    ): Promise<readonly (NewSending & { readonly tries: number })[]> {
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

    /** When the next one is due; undefined when none is waiting. */
    async nextAt(destinationId: string): Promise<string | undefined> {
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

    /** Counts an attempt before it is made. Returns false when it is no longer waiting. */
    async start(id: string): Promise<boolean> {
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

    settle: (destinationId: string, id: string, outcome: SendingOutcome, at: string): Promise<void> =>
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
            ...defined({ is_on: isOff ? 0 : undefined }),
          }))
          .execute()
      }),

    async find(readerId: string, id: string): Promise<(Sending & { readonly body: string }) | undefined> {
      const row = await reader
        .selectFrom('sending')
        .selectAll()
        .where('reader_id', '=', readerId)
        .where('id', '=', id)
        .executeTakeFirst()
      return row && { ...toSending(row), body: row.body }
    },

    /** A destination's messages, latest first. */
    async list(readerId: string, destinationId: string, limit: number, cursor?: string): Promise<Page<Sending>> {
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
      return { rows: rows.slice(0, limit).map(toSending), ...defined({ next: last && `${last.made_at} ${last.id}` }) }
    },

    /** The messages about one thing, latest first. */
    async listAbout(readerId: string, about: string, limit: number): Promise<readonly Sending[]> {
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

    /** Queues failed messages of a destination again, one or all, with the same ids. Returns how many. */
    again: (readerId: string, destinationId: string, id: string | 'all', at: string): Promise<number> =>
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
        // A person asked, so try now, however long the destination's pause.
        if (count > 0)
          await tx.updateTable('destination').set({ retry_at: null }).where('id', '=', destinationId).execute()
        if (count > 0) await enqueue(engine, tx, [{ kind: 'send', key: destinationId, runAt: at }])
        return count
      }),

    /** Deletes ended messages from before a time, and all but the latest `most` of the rest. */
    async prune(destinationId: string, before: string, most: number): Promise<void> {
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

export type SendingStore = ReturnType<typeof sendingStore>

function toSending(row: Omit<SendingTable, 'body'>): Sending {
  return {
    id: row.id,
    readerId: row.reader_id,
    destinationId: row.destination_id,
    event: row.event as SendingEvent,
    ...defined({ about: row.about === '' ? undefined : row.about }),
    title: row.title,
    state: row.state as Sending['state'],
    tries: row.tries,
    madeAt: row.made_at,
    nextAt: row.next_at,
    ...defined({ doneAt: row.done_at ?? undefined, lastError: row.last_error ?? undefined }),
  }
}
