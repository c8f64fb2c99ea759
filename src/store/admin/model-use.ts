import { sql } from 'kysely'
import type { ClaimCheck } from '../../core/claim.ts'
import type { ModelUse } from '../../core/model.ts'
import type { Engine } from '../engine/engine.ts'

/** The figures of one use of the model on one UTC day. */
export type ModelDay = {
  readonly day: string
  readonly use: ModelUse
  readonly calls: number
  readonly failures: number
  readonly tokensIn: number
  readonly tokensOut: number
  /** Claims that passed every check, and those that didn't. */
  readonly kept: number
  readonly dropped: number
  /** How many claims were dropped, by the check that failed first. */
  readonly droppedBy: Readonly<Partial<Record<ClaimCheck, number>>>
}

/** Amounts to add to a day; absent ones are 0. */
type ModelCount = Partial<
  Pick<ModelDay, 'calls' | 'failures' | 'tokensIn' | 'tokensOut' | 'kept'> & {
    readonly dropped: Readonly<Partial<Record<ClaimCheck, number>>>
  }
>

/** The model's usage records. Days are like 2026-03-12. */
export function modelUseStore(engine: Engine) {
  const { reader } = engine
  return {
    /** Adds to a day, in one write. */
    count: (
      day: string,
      use: ModelUse,
      { calls = 0, failures = 0, tokensIn = 0, tokensOut = 0, kept = 0, dropped = {} }: ModelCount,
    ): Promise<void> =>
      engine.write(async (tx) => {
        const drops = Object.entries(dropped)
          .filter(([, count]) => count > 0)
          .map(([failed, count]) => ({ day, use, failed, count }))
        const all = drops.reduce((sum, { count }) => sum + count, 0)
        const row = { day, use, calls, failures, tokens_in: tokensIn, tokens_out: tokensOut, kept, dropped: all }
        await engine.insertMany(tx, 'model_use', [row], {
          ifExists: `on conflict (day, use) do update set calls = model_use.calls + excluded.calls,
            failures = model_use.failures + excluded.failures, tokens_in = model_use.tokens_in + excluded.tokens_in,
            tokens_out = model_use.tokens_out + excluded.tokens_out, kept = model_use.kept + excluded.kept,
            dropped = model_use.dropped + excluded.dropped`,
        })
        if (drops.length === 0) return
        await engine.insertMany(tx, 'model_drop', drops, {
          ifExists: 'on conflict (day, use, failed) do update set count = model_drop.count + excluded.count',
        })
      }),

    /** From a day on, newest first, then by use. */
    async days(from: string): Promise<readonly ModelDay[]> {
      const [rows, drops] = await Promise.all([
        reader
          .selectFrom('model_use')
          .selectAll()
          .where('day', '>=', from)
          .orderBy('day', 'desc')
          .orderBy('use')
          .execute(),
        reader.selectFrom('model_drop').selectAll().where('day', '>=', from).orderBy('failed').execute(),
      ])
      return rows.map(({ day, use, calls, failures, tokens_in, tokens_out, kept, dropped }) => ({
        day,
        use: use as ModelUse,
        calls,
        failures,
        tokensIn: tokens_in,
        tokensOut: tokens_out,
        kept,
        dropped,
        droppedBy: Object.fromEntries(
          drops
            .filter((drop) => drop.day === day && drop.use === use)
            .map(({ failed, count }) => [failed as ClaimCheck, count]),
        ),
      }))
    },

    /** The cost of all uses on a day; a test costs nothing of the budget. */
    async spent(day: string): Promise<{ readonly calls: number; readonly tokens: number }> {
      const row = await reader
        .selectFrom('model_use')
        .select([
          sql<number | null>`sum(calls)`.as('calls'),
          sql<number | null>`sum(tokens_in) + sum(tokens_out)`.as('tokens'),
        ])
        .where('day', '=', day)
        .where('use', '!=', 'test')
        .executeTakeFirst()
      return { calls: Number(row?.calls ?? 0), tokens: Number(row?.tokens ?? 0) }
    },
  }
}

export type ModelUseStore = ReturnType<typeof modelUseStore>
