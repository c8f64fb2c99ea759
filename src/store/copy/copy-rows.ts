import { sql } from 'kysely'
import type { Engine } from '../engine/engine.ts'
import { rowFor } from './copied-row.ts'
import type { CopySource } from './copy-source.ts'
import { readProgress, saveProgress } from './copy-state.ts'
import type { CopiedTable } from './copy-tables.ts'
import { readBatches } from './read-batches.ts'

/** Called after each step with the number of finished rows of the table. Returns whether to continue. */
export type Step = (done: number) => boolean

/**
 * Copies the remaining rows of one table, each batch in a transaction with the key it ends at, so that an interrupted copy continues
 * there. Returns false when stopped.
 */
export async function copyRows(source: CopySource, target: Engine, table: CopiedTable, step: Step): Promise<boolean> {
  const before = await readProgress(target.reader, table.name)
  let { count } = before
  if (!step(count)) return false
  if (before.isDone) return true
  let { lastKey } = before
  for await (const batch of readBatches(source.reader, table, lastKey)) {
    const rows = batch.rows.map((row) => rowFor(table.name, row, target.packs))
    count += rows.length
    lastKey = batch.lastKey
    await target.write(async (tx) => {
      if (target.dialect === 'postgres') await sql`set local synchronous_commit to off`.execute(tx)
      await target.insertMany(tx, table.name as 'entry', rows as never)
      await saveProgress(tx, table.name, { lastKey, count, isDone: false })
    })
    if (!step(count)) return false
  }
  await target.write((tx) => saveProgress(tx, table.name, { lastKey, count, isDone: true }))
  return true
}
