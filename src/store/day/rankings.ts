import { type Lift, type LiftKind, readSliders, type Sliders } from '../../core/ranking.ts'
import type { Engine } from '../engine/engine.ts'

/** Each reader's ranking of the news. */
export function rankingStore(engine: Engine) {
  const { reader } = engine
  return {
    async find(readerId: string): Promise<Sliders | undefined> {
      const row = await reader.selectFrom('ranking').select('body').where('reader_id', '=', readerId).executeTakeFirst()
      return row && readSliders(JSON.parse(row.body))
    },

    async set(readerId: string, sliders: Sliders, at: string): Promise<void> {
      const row = { reader_id: readerId, body: JSON.stringify(sliders), at }
      await engine.write((tx) =>
        engine.insertMany(tx, 'ranking', [row], {
          ifExists: 'on conflict (reader_id) do update set body = excluded.body, at = excluded.at',
        }),
      )
    },

    /** In order of creation. */
    async listLifts(readerId: string): Promise<readonly Lift[]> {
      const rows = await reader
        .selectFrom('ranking_lift')
        .select(['kind', 'target', 'label', 'weight', 'why'])
        .where('reader_id', '=', readerId)
        .orderBy('at')
        .orderBy('kind')
        .orderBy('target')
        .execute()
      return rows.map((row) => ({ ...row, kind: row.kind as LiftKind }))
    },

    /** Replaces earlier ones on the same targets. */
    async setLifts(readerId: string, lifts: readonly Lift[], at: string): Promise<void> {
      if (lifts.length === 0) return
      const rows = lifts.map(({ kind, target, label, weight, why }) => ({
        reader_id: readerId,
        kind,
        target,
        label,
        weight,
        why,
        at,
      }))
      await engine.write((tx) =>
        engine.insertMany(tx, 'ranking_lift', rows, {
          ifExists:
            'on conflict (reader_id, kind, target) do update set label = excluded.label, weight = excluded.weight, why = excluded.why',
        }),
      )
    },

    removeLift: (readerId: string, kind: LiftKind, target: string): Promise<boolean> =>
      engine.write(async (tx) => {
        const done = await tx
          .deleteFrom('ranking_lift')
          .where('reader_id', '=', readerId)
          .where('kind', '=', kind)
          .where('target', '=', target)
          .executeTakeFirst()
        return Number(done.numDeletedRows) > 0
      }),

    /** Back to the default order, without sliders and lifts. */
    async reset(readerId: string): Promise<void> {
      await engine.write(async (tx) => {
        await tx.deleteFrom('ranking').where('reader_id', '=', readerId).execute()
        await tx.deleteFrom('ranking_lift').where('reader_id', '=', readerId).execute()
      })
    },
  }
}

export type RankingStore = ReturnType<typeof rankingStore>
