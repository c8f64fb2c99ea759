import { readBriefChoice } from '../../core/brief-choice.ts'
import type { Engine } from '../engine/engine.ts'
import { enqueue } from '../jobs/jobs.ts'
import type { BriefState, BriefStore } from './brief-store.ts'
import { briefJobKey } from './brief-store.ts'

/** The briefs of readers over a database. */
export function briefStore(engine: Engine): BriefStore {
  const { reader } = engine
  return {
    async find(readerId) {
      const row = await reader
        .selectFrom('brief_choice')
        .select('body')
        .where('reader_id', '=', readerId)
        .executeTakeFirst()
      return row && readBriefChoice(JSON.parse(row.body))
    },

    async set(readerId, choice, at) {
      const isMailed = choice.isMailed || choice.isWeekly ? 1 : 0
      const row = { reader_id: readerId, body: JSON.stringify(choice), is_mailed: isMailed, at }
      await engine.write((tx) =>
        engine.insertMany(tx, 'brief_choice', [row], {
          ifExists:
            'on conflict (reader_id) do update set body = excluded.body, is_mailed = excluded.is_mailed, at = excluded.at',
        }),
      )
    },

    async listMailed() {
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

    plan: (readerId, kind, day, at) =>
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

    begin: (readerId, kind, day, at, storyIds) =>
      engine.write(async (tx) => {
        const done = await tx
          .updateTable('brief_sent')
          .set({ state: 'sending', at, ...(storyIds && { stories: JSON.stringify(storyIds) }) })
          .where('reader_id', '=', readerId)
          .where('kind', '=', kind)
          .where('day', '=', day)
          .where('state', '=', 'planned')
          .executeTakeFirst()
        return Number(done.numUpdatedRows) === 1
      }),

    async settle(readerId, kind, day, state) {
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

    async stateOf(readerId, kind, day) {
      const row = await reader
        .selectFrom('brief_sent')
        .select('state')
        .where('reader_id', '=', readerId)
        .where('kind', '=', kind)
        .where('day', '=', day)
        .executeTakeFirst()
      return row?.state as BriefState | undefined
    },

    async lastSentAt(readerId, kind, before) {
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

    async addToken(readerId, purpose, hash, at) {
      await engine.write((tx) =>
        tx.insertInto('brief_token').values({ token_hash: hash, reader_id: readerId, purpose, at }).execute(),
      )
    },

    async findToken(purpose, hash) {
      const row = await reader
        .selectFrom('brief_token')
        .select('reader_id')
        .where('token_hash', '=', hash)
        .where('purpose', '=', purpose)
        .executeTakeFirst()
      return row?.reader_id
    },

    async removeTokens(readerId, purpose, before) {
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
