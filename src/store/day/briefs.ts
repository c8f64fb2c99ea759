import { type BriefChoice, readBriefChoice } from '../../core/brief-choice.ts'
import { defined } from '../../core/defined.ts'
import type { StoryId } from '../../core/ids.ts'
import type { Engine } from '../engine/engine.ts'
import { enqueue } from '../jobs/jobs.ts'

/** `day` is the brief of a day, `week` that of seven days. */
export type BriefKind = 'day' | 'week'

/**
 * The state of a brief. `sending` is stored before the mail is sent: if the program ends in between, it stays so and the brief isn't
 * sent again, since nobody knows whether it arrived.
 */
type BriefState = 'planned' | 'sending' | 'sent' | 'refused' | 'empty'

/** What a secret URL is for: unsubscribing from mails. Those of feeds are in `feedAddresses`. */
type TokenPurpose = 'mail'

type BriefJob = { readonly kind: BriefKind; readonly day: string; readonly readerId: string }

/** The key of the job that sends a brief. */
function briefJobKey({ kind, day, readerId }: BriefJob): string {
  return `${kind} ${day} ${readerId}`
}

/** Parses such a key. Throws for any other: the table contains none. */
export function readBriefJobKey(key: string): BriefJob {
  const [, kind, day = '', readerId = ''] = /^(day|week) (\d{4}-\d\d-\d\d) (.+)$/s.exec(key) ?? []
  if (kind !== 'day' && kind !== 'week') throw new Error(`No brief is meant by ${JSON.stringify(key)}`)
  return { kind, day, readerId }
}

/** Readers' brief settings, and which briefs were sent. Only the hash of a secret URL is stored. */
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

    /** Everybody who gets one by mail, and since when. */
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

    /** Plans a brief once: a row and the job that sends it, in one write. Returns false if it was planned before. */
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

    /** Records that it is being sent and with which stories, which are kept from then on. Returns true only for the first caller. */
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

    /** Records the result; `planned` when it certainly wasn't delivered and may be retried. */
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

    /** Returns undefined when it was never planned. */
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

    /** When the last one before a time was sent. */
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

    /** The reader that a secret URL belongs to. */
    async findToken(purpose: TokenPurpose, hash: string): Promise<string | undefined> {
      const row = await reader
        .selectFrom('brief_token')
        .select('reader_id')
        .where('token_hash', '=', hash)
        .where('purpose', '=', purpose)
        .executeTakeFirst()
      return row?.reader_id
    },

    /** Deletes those created before a time, or all. */
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
