import { sql } from 'kysely'
import type { Engine } from '../engine/engine.ts'
import { rowFor } from './copied-row.ts'
import type { CopySource } from './copy-source.ts'
import { readProgress, saveProgress } from './copy-state.ts'
import type { CopiedTable } from './copy-tables.ts'
import { readBatches } from './read-batches.ts'

/** Called after each step with how many rows of the table are done. Answers whether to go on. */
export type Step = (done: number) => boolean

/**
 * Copies the rows of one table that are not copied yet, a batch in each transaction with the key it ends at: ended at any moment,
 * it goes on there. Answers false when it was told to stop.
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
