import type { Engine, Tx } from '../engine/engine.ts'

/** How many to delete per transaction, so that others get their turn. */
const atOnce = 1_000

/** Deletes old alerts that nobody needs. */
export function alertPruning(engine: Engine) {
  return {
    /**
     * Deletes at most a thousand of each: alerts before a time that aren't among their reader's `kept` newest, and deliveries before it
     * that ended. Returns how many: 0 at the end.
     */
    async prune({ before, kept }: { readonly before: string; readonly kept: number }): Promise<number> {
      const crowded = await engine.reader
        .selectFrom('alert')
        .select('reader_id')
        .groupBy('reader_id')
        .having(({ fn }) => fn.countAll(), '>', kept)
        .execute()
      let count = 0
      for (const { reader_id } of crowded)
        count += await engine.write((tx) => removeOldest(engine, tx, reader_id, { before, kept }))
      return count + (await engine.write((tx) => removeEnded(engine, tx, before)))
    },
  }
}

/** The oldest of a reader's alerts that are too old and not among the `kept` newest. */
async function removeOldest(
  engine: Engine,
  tx: Tx,
  readerId: string,
  { before, kept }: { readonly before: string; readonly kept: number },
): Promise<number> {
  const ofReader = tx.selectFrom('alert').where('reader_id', '=', readerId)
  const last = await ofReader
    .select('at')
    .orderBy('at', 'desc')
    .offset(kept - 1)
    .limit(1)
    .executeTakeFirst()
  if (!last) return 0
  const rows = await ofReader
    .select('id')
    .where('at', '<', before)
    .where('at', '<', last.at)
    .orderBy('at')
    .limit(atOnce)
    .execute()
  if (rows.length === 0) return 0
  const ids = rows.map(({ id }) => id)
  await tx.deleteFrom('alert_delivery').where(engine.isIn('alert_id', ids)).execute()
  await tx.deleteFrom('alert').where(engine.isIn('id', ids)).execute()
  return ids.length
}

/** Deliveries that were sent or given up; sent ones are only counted per hour, and never shown. */
async function removeEnded(engine: Engine, tx: Tx, before: string): Promise<number> {
  const rows = await tx
    .selectFrom('alert_delivery')
    .select('alert_id')
    .distinct()
    .where('state', '!=', 'waiting')
    .where('next_at', '<', before)
    .limit(atOnce)
    .execute()
  if (rows.length === 0) return 0
  const ended = rows.map(({ alert_id }) => alert_id)
  await tx
    .deleteFrom('alert_delivery')
    .where('state', '!=', 'waiting')
    .where('next_at', '<', before)
    .where(engine.isIn('alert_id', ended))
    .execute()
  return rows.length
}
