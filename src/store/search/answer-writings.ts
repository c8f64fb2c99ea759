import { sql } from 'kysely'
import type { Engine } from '../engine/engine.ts'

/** The progress of model-written answers, for every node to show. Only the caller knows the format of `body`. */
export function answerWritingStore(engine: Engine) {
  return {
    /** Starts over under a key, and deletes rows older than `since`. */
    begin: (key: string, body: string, at: string, since: string): Promise<void> =>
      engine.write(async (tx) => {
        await tx.deleteFrom('answer_writing').where('at', '<', since).execute()
        await tx
          .insertInto('answer_writing')
          .values({ key, body, at, is_stopped: 0 })
          .onConflict((conflict) => conflict.column('key').doUpdateSet({ body, at, is_stopped: 0 }))
          .execute()
      }),
    /** Saves progress; returns false, without saving, when it was stopped. */
    note: (key: string, body: string, at: string): Promise<boolean> =>
      engine.write(async (tx) => {
        const { rows } = await sql`update answer_writing set body = ${body}, at = ${at}
          where key = ${key} and is_stopped = 0 returning key`.execute(tx)
        return rows.length > 0
      }),
    find: (key: string): Promise<{ readonly body: string; readonly at: string } | undefined> =>
      engine.reader.selectFrom('answer_writing').select(['body', 'at']).where('key', '=', key).executeTakeFirst(),
    /** Stops it on any node: `body` is now final. */
    stop: (key: string, body: string, at: string): Promise<void> =>
      engine.write(async (tx) => {
        await tx.updateTable('answer_writing').set({ body, at, is_stopped: 1 }).where('key', '=', key).execute()
      }),
  }
}

export type AnswerWritingStore = ReturnType<typeof answerWritingStore>
