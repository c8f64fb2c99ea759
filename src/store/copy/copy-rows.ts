import { sql } from 'kysely'
import type { Db, Engine } from '../engine/engine.ts'
import type { CopiedRow } from './copied-row.ts'
import { rowFor } from './copied-row.ts'
import type { CopySource } from './copy-source.ts'
import { readProgress, saveProgress } from './copy-state.ts'
import type { CopiedTable } from './copy-tables.ts'

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
    const rows = batch.rows.map((row) => rowFor(table.name, row, target.compresses))
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

/** About this much text and bytes is read at once, and never more rows than `mostRows`. */
const batchCharacters = 3_000_000
const firstRows = 200
const mostRows = 4_000

type Batch = { readonly rows: readonly CopiedRow[]; readonly lastKey: readonly unknown[] }

/** The rows of a table after `lastKey` in key order, as many at once as their size allows. */
export async function* readBatches(
  reader: Db,
  table: CopiedTable,
  lastKey?: readonly unknown[],
): AsyncGenerator<Batch> {
  const columns = sql.join(table.columns.map((column) => sql.ref(column)))
  const key = sql.join(table.key.map((column) => sql.ref(column)))
  let after = lastKey
  for (let limit = firstRows; ; ) {
    const where = after ? sql`where (${key}) > (${sql.join(after.map((value) => sql`${value}`))})` : sql``
    const { rows } = await sql<CopiedRow>`
      select ${columns} from ${sql.table(table.name)} ${where} order by ${key} limit ${limit}`.execute(reader)
    const last = rows.at(-1)
    if (!last) return
    after = table.key.map((column) => last[column])
    yield { rows, lastKey: after }
    if (rows.length < limit) return
    const perRow = rows.reduce((sum, row) => sum + sizeOf(row), 0) / rows.length
    limit = Math.max(1, Math.min(mostRows, 4 * limit, Math.floor(batchCharacters / perRow)))
  }
}

function sizeOf(row: CopiedRow): number {
  let size = 20
  for (const value of Object.values(row))
    size += typeof value === 'string' || value instanceof Uint8Array ? value.length : 8
  return size
}
