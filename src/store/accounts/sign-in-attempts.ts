import { sql } from 'kysely'
import { nth } from '../../core/nth.ts'
import type { Engine } from '../engine/engine.ts'

/** Counts recent attempts; keys are hashes. One statement counts, so that two attempts at once count as two. */
export function signInAttemptStore(engine: Engine) {
  return {
    /** Counts an attempt, and returns the number since `since` including this one, and when the first was. Earlier ones no longer count. */
    count: (key: string, at: string, since: string): Promise<{ readonly count: number; readonly startedAt: string }> =>
      engine.write(async (tx) => {
        // A window that starts more than its own length ahead was written by a clock that was ahead.
        const isOver = sql`(sign_in_try.started_at <= ${since} or sign_in_try.started_at > ${aWindowAhead(at, since)})`
        const found = await sql<{ count: number; startedAt: string }>`
          insert into sign_in_try (key, count, started_at) values (${key}, 1, ${at})
          on conflict (key) do update set
            count = case when ${isOver} then 1 else sign_in_try.count + 1 end,
            started_at = case when ${isOver} then ${at} else sign_in_try.started_at end
          returning count, started_at as "startedAt"`.execute(tx)
        await tx.deleteFrom('sign_in_try').where('started_at', '<=', since).where('key', '!=', key).execute()
        return nth(found.rows, 0)
      }),
    async forget(key: string): Promise<void> {
      await engine.write((tx) => tx.deleteFrom('sign_in_try').where('key', '=', key).execute())
    },
    /** Uncounts one attempt. */
    async uncount(key: string): Promise<void> {
      await engine.write((tx) =>
        sql`update sign_in_try set count = count - 1 where key = ${key} and count > 0`.execute(tx),
      )
    },
  }
}

export type SignInAttemptStore = ReturnType<typeof signInAttemptStore>

function aWindowAhead(at: string, since: string): string {
  return new Date(2 * Date.parse(at) - Date.parse(since)).toISOString()
}
