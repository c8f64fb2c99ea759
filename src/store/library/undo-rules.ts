import type { EntryId } from '../../core/ids.ts'
import { foldName } from '../../core/names/name-spelling.ts'
import { setAllStarred, setRead } from '../articles/reading-marks.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { fromNumber } from '../engine/row-ids.ts'

/** The key of the alert that a rule raises for an entry, and the id of the message it sends. */
export const ruleEventKey = (ruleId: string, sequence: number): string => `rule:${ruleId}:${sequence}`

/**
 * Undoes some of what a rule did, the latest first: each mark that it made, and what isn't sent yet. Returns how many entries that were;
 * fewer than `most` means that nothing is left. Safe to repeat.
 */
export async function undoEffects(
  engine: Engine,
  tx: Tx,
  readerId: string,
  ruleId: string,
  of: { readonly sequence?: number; readonly at: string; readonly most: number },
): Promise<number> {
  const rows = await tx
    .selectFrom('rule_effect')
    .selectAll()
    .where('reader_id', '=', readerId)
    .where('rule_id', '=', ruleId)
    .where('undone_at', 'is', null)
    .$if(of.sequence !== undefined, (query) => query.where('sequence', '=', of.sequence ?? 0))
    .orderBy('sequence', 'desc')
    .limit(of.most)
    .execute()
  if (rows.length === 0) return 0
  const idsOf = (some: typeof rows) => some.map(({ sequence }) => fromNumber<EntryId>(sequence))
  const read = idsOf(rows.filter((row) => row.is_read === 1))
  if (read.length > 0) await setRead(engine, tx, readerId, read, false, of.at)
  const tags = rows.flatMap(({ sequence, tags }) => {
    const names = tags === null ? [] : (JSON.parse(tags) as readonly string[])
    return names.map((name) => ({ target: String(sequence), folded: foldName(name) }))
  })
  for (const [folded, some] of Map.groupBy(tags, (tag) => tag.folded))
    await tx
      .deleteFrom('tag')
      .where('reader_id', '=', readerId)
      .where('kind', '=', 'entry')
      .where('folded', '=', folded)
      .where(
        engine.isIn(
          'target',
          some.map(({ target }) => target),
        ),
      )
      .execute()
  const starred = idsOf(rows.filter((row) => row.is_starred === 1)).map((id) => ({ id, at: of.at }))
  if (starred.length > 0) await setAllStarred(engine, tx, readerId, starred, false)
  await withdraw(engine, tx, readerId, ruleId, rows)
  await tx
    .updateTable('rule_effect')
    .set({ undone_at: of.at, awaits: 0 })
    .where('reader_id', '=', readerId)
    .where('rule_id', '=', ruleId)
    .where(
      engine.isIn(
        'sequence',
        rows.map(({ sequence }) => sequence),
      ),
    )
    .execute()
  return rows.length
}

/** Alerts disappear from the list; what was sent already is sent. */
async function withdraw(
  engine: Engine,
  tx: Tx,
  readerId: string,
  ruleId: string,
  rows: readonly { readonly sequence: number }[],
): Promise<void> {
  const keys = rows.map(({ sequence }) => ruleEventKey(ruleId, sequence))
  const alerts = await tx
    .deleteFrom('alert')
    .where('reader_id', '=', readerId)
    .where(engine.isIn('key', keys))
    .returning('id')
    .execute()
  if (alerts.length > 0)
    await tx
      .deleteFrom('alert_delivery')
      .where('reader_id', '=', readerId)
      .where(
        engine.isIn(
          'alert_id',
          alerts.map(({ id }) => id),
        ),
      )
      .execute()
  await tx
    .deleteFrom('sending')
    .where('reader_id', '=', readerId)
    .where('state', '=', 'waiting')
    .where(engine.isIn('id', keys))
    .execute()
}
