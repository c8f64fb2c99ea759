import type { Engine, Reader } from '../engine.ts'
import { readNumbers } from './copied-numbers.ts'
import { type TableSum, tableSummer } from './copied-row.ts'
import type { CopySource } from './copy-source.ts'
import type { CopiedTable } from './copy-tables.ts'
import { readBatches } from './read-batches.ts'

/** One table in both databases: how many rows, and the sum of their hashes. */
export type Compared = {
  readonly table: string
  readonly source: TableSum
  readonly target: TableSum
  readonly isSame: boolean
}

/**
 * Reads every row of every table in both databases and holds them against each other. `step` hears how many rows were read. With
 * `onlySafe`, as between databases of which one is PostgreSQL, texts count as that can keep them.
 */
export async function compareTables(
  source: CopySource,
  target: Pick<Engine, 'dialect' | 'reader'>,
  tables: readonly CopiedTable[],
  step: (table: string, rows: number) => void,
  onlySafe = source.dialect === 'postgres' || target.dialect === 'postgres',
): Promise<readonly Compared[]> {
  const numbers = {
    source: await readNumbers(source.reader, source.dialect, tables),
    target: await readNumbers(target.reader, target.dialect, tables),
  }
  const compared: Compared[] = []
  for (const table of tables) {
    const read = (reader: Reader) => sumOf(reader, table, onlySafe, (rows) => step(table.name, rows))
    const sums = { source: await read(source.reader), target: await read(target.reader) }
    const isSame =
      sums.source.count === sums.target.count &&
      sums.source.hash === sums.target.hash &&
      numbers.source.get(table.name) === numbers.target.get(table.name)
    compared.push({ table: table.name, ...sums, isSame })
  }
  return compared
}

/** Count and hash of all rows of a table. */
export async function sumOf(
  reader: Reader,
  table: CopiedTable,
  onlySafe: boolean,
  step: (rows: number) => void = () => {},
): Promise<TableSum> {
  const summer = tableSummer(table, onlySafe)
  for await (const { rows } of readBatches(reader, table)) {
    for (const row of rows) summer.add(row)
    step(rows.length)
  }
  return summer.sum()
}
