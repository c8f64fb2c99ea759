import { sql } from 'kysely'
import type { Db } from '../engine/engine.ts'
import type { CopiedRow } from './copied-row.ts'
import type { CopiedTable } from './copy-tables.ts'

/** About this much text and bytes is read at once, and never more rows than `mostRows`. */
const batchCharacters = 3_000_000
const firstRows = 200
const mostRows = 4_000

export type Batch = { readonly rows: readonly CopiedRow[]; readonly lastKey: readonly unknown[] }

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
