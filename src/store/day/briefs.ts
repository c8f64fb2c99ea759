import { type BriefChoice, readBriefChoice } from '../../core/brief-choice.ts'
import { defined } from '../../core/defined.ts'
import type { StoryId } from '../../core/ids.ts'
import type { Engine } from '../engine/engine.ts'
import { enqueue } from '../jobs/jobs.ts'

/** `day` is the brief of a day, `week` the one of seven days. */
export type BriefKind = 'day' | 'week'

/**
 * What became of a brief. `sending` is noted before it is handed over: where the program ends in between it stays so, and is
 * not sent again, since nobody knows whether it arrived.
 */
export type BriefState = 'planned' | 'sending' | 'sent' | 'refused' | 'empty'

/** What a secret address is for: ending the mails. Those of feeds stand with the others (`feedAddresses`). */
export type TokenPurpose = 'mail'

type BriefJob = { readonly kind: BriefKind; readonly day: string; readonly readerId: string }

/** The key of the job that sends a brief. */
export function briefJobKey({ kind, day, readerId }: BriefJob): string {
  return `${kind} ${day} ${readerId}`
}

/** What such a key says. Throws for any other: the table holds none. */
export function readBriefJobKey(key: string): BriefJob {
  const [, kind, day = '', readerId = ''] = /^(day|week) (\d{4}-\d\d-\d\d) (.+)$/s.exec(key) ?? []
  if (kind !== 'day' && kind !== 'week') throw new Error(`No brief is meant by ${JSON.stringify(key)}`)
  return { kind, day, readerId }
}

/** How readers want their briefs, and which were sent. Of a secret address only its hash is kept. */
export function briefStore(engine: Engine) {
  const { reader } = engine
  return {
    async find(readerId: string): Promise<BriefChoice | undefined> {
      const row = await reader
        .selectFrom('brief_choice')
        .select('body')
        .where('reader_id', '=', readerId)
        .executeTakeFirst()
      return row && readBriefChoice(JSON.parse(row.body))
    },

    async set(readerId: string, choice: BriefChoice, at: string): Promise<void> {
      const isMailed = choice.isMailed || choice.isWeekly ? 1 : 0
      const row = { reader_id: readerId, body: JSON.stringify(choice), is_mailed: isMailed, at }
      await engine.write((tx) =>
        engine.insertMany(tx, 'brief_choice', [row], {
          ifExists:
            'on conflict (reader_id) do update set body = excluded.body, is_mailed = excluded.is_mailed, at = excluded.at',
        }),
      )
    },

    /** All who get one by mail, each with when they chose so. */
    async listMailed(): Promise<
      readonly { readonly readerId: string; readonly choice: BriefChoice; readonly at: string }[]
    > {
      const rows = await reader
        .selectFrom('brief_choice')
        .select(['reader_id', 'body', 'at'])
        .where('is_mailed', '=', 1)
        .orderBy('reader_id')
        .execute()
      return rows.map(({ reader_id, body, at }) => ({
        readerId: reader_id,
        choice: readBriefChoice(JSON.parse(body)),
        at,
      }))
    },

    /** Plans one, once: a row and the job that sends it, in one write. False where it was planned before. */
    plan: (readerId: string, kind: BriefKind, day: string, at: string): Promise<boolean> =>
      engine.write(async (tx) => {
        const done = await tx
          .insertInto('brief_sent')
          .values({ reader_id: readerId, kind, day, state: 'planned', at })
          .onConflict((conflict) => conflict.columns(['reader_id', 'kind', 'day']).doNothing())
          .executeTakeFirst()
        if (Number(done.numInsertedOrUpdatedRows ?? 0) === 0) return false
        await enqueue(engine, tx, [{ kind: 'send-brief', key: briefJobKey({ kind, day, readerId }), runAt: at }])
        return true
      }),

    /**
     * Notes that one is being sent now, and with which stories, which are kept from then on: true for whoever is the first, and for
     * nobody after.
     */
    begin: (
      readerId: string,
      kind: BriefKind,
      day: string,
      at: string,
      storyIds?: readonly StoryId[],
    ): Promise<boolean> =>
      engine.write(async (tx) => {
        const done = await tx
          .updateTable('brief_sent')
          .set({ state: 'sending', at, ...defined({ stories: storyIds && JSON.stringify(storyIds) }) })
          .where('reader_id', '=', readerId)
          .where('kind', '=', kind)
          .where('day', '=', day)
          .where('state', '=', 'planned')
          .executeTakeFirst()
        return Number(done.numUpdatedRows) === 1
      }),

    /** Notes what became of it; `planned` where it is known that nobody got it and it may be tried again. */
    async settle(readerId: string, kind: BriefKind, day: string, state: BriefState): Promise<void> {
      await engine.write((tx) =>
        tx
          .updateTable('brief_sent')
          .set({ state })
          .where('reader_id', '=', readerId)
          .where('kind', '=', kind)
          .where('day', '=', day)
          .execute(),
      )
    },

    /** What became of one; undefined: it was never planned. */
    async stateOf(readerId: string, kind: BriefKind, day: string): Promise<BriefState | undefined> {
      const row = await reader
        .selectFrom('brief_sent')
        .select('state')
        .where('reader_id', '=', readerId)
        .where('kind', '=', kind)
        .where('day', '=', day)
        .executeTakeFirst()
      return row?.state as BriefState | undefined
    },

    /** When the last one was sent before a time. */
    async lastSentAt(readerId: string, kind: BriefKind, before: string): Promise<string | undefined> {
      const row = await reader
        .selectFrom('brief_sent')
        .select('at')
        .where('reader_id', '=', readerId)
        .where('kind', '=', kind)
        .where('state', 'in', ['sending', 'sent'])
        .where('at', '<', before)
        .orderBy('at', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row?.at
    },

    async addToken(readerId: string, purpose: TokenPurpose, hash: string, at: string): Promise<void> {
      await engine.write((tx) =>
        tx.insertInto('brief_token').values({ token_hash: hash, reader_id: readerId, purpose, at }).execute(),
      )
    },

    /** The reader a secret address belongs to. */
    async findToken(purpose: TokenPurpose, hash: string): Promise<string | undefined> {
      const row = await reader
        .selectFrom('brief_token')
        .select('reader_id')
        .where('token_hash', '=', hash)
        .where('purpose', '=', purpose)
        .executeTakeFirst()
      return row?.reader_id
    },

    /** Forgets those made before a time; without one, all. */
    async removeTokens(readerId: string, purpose: TokenPurpose, before?: string): Promise<void> {
      await engine.write((tx) =>
        tx
          .deleteFrom('brief_token')
          .where('reader_id', '=', readerId)
          .where('purpose', '=', purpose)
          .$if(before !== undefined, (query) => query.where('at', '<', before!))
          .execute(),
      )
    },
  }
}

export type BriefStore = ReturnType<typeof briefStore>
