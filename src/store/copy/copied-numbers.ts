import { sql } from 'kysely'
import type { Engine, Reader, Tx } from '../engine/engine.ts'
import type { CopiedTable } from './copy-tables.ts'

/** The highest number that a table ever gave to a row of its own, by table: no later row may get one of these. */
export async function readNumbers(
  reader: Reader,
  dialect: Engine['dialect'],
  tables: readonly CopiedTable[],
): Promise<ReadonlyMap<string, number>> {
  const numbered = tables.filter(({ isNumbered }) => isNumbered)
  if (dialect === 'sqlite') {
    const { rows } = await sql<{ name: string; seq: number }>`select name, seq from sqlite_sequence`.execute(reader)
    const given = new Map(rows.map(({ name, seq }) => [name, seq]))
    return new Map(numbered.map(({ name }) => [name, given.get(name) ?? 0]))
  }
  const numbers = new Map<string, number>()
  for (const { name, key } of numbered) {
    const [sequence] = (
      await sql<{ name: string }>`select pg_get_serial_sequence(${name}, ${key[0]}) as name`.execute(reader)
    ).rows
    const [at] = (
      await sql<{ last: number; is_called: boolean }>`
        select last_value as last, is_called from ${sql.raw(sequence?.name ?? '')}`.execute(reader)
    ).rows
    numbers.set(name, at?.is_called ? at.last : 0)
  }
  return numbers
}

/** Makes the tables go on counting where those of the source stand. */
export async function writeNumbers(
  tx: Tx,
  dialect: Engine['dialect'],
  tables: readonly CopiedTable[],
  numbers: ReadonlyMap<string, number>,
): Promise<void> {
  for (const { name, key, isNumbered } of tables) {
    const number = numbers.get(name) ?? 0
    if (!isNumbered) continue
    if (dialect === 'postgres') {
      await sql`select setval(pg_get_serial_sequence(${name}, ${key[0]}), ${Math.max(1, number)}, ${number > 0})`.execute(
        tx,
      )
      continue
    }
    await sql`delete from sqlite_sequence where name = ${name}`.execute(tx)
    if (number > 0) await sql`insert into sqlite_sequence (name, seq) values (${name}, ${number})`.execute(tx)
  }
}
