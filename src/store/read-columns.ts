import { type RawBuilder, sql } from 'kysely'
import type { Engine } from './engine.ts'

type Row = Readonly<Record<string, string | number>>
/** Columns by their names: the rows, as one list for each. */
export type ReadColumns<Columns extends Row> = { readonly [Name in keyof Columns]: readonly Columns[Name][] }

/**
 * Reads some columns of many rows, as one list each, all in the same order. Where rows are made one by one in this process, that costs
 * more than reading them: SQLite hands each column over as one text, for half of the time.
 */
export async function readColumns<Columns extends Row>(
  { dialect, reader }: Pick<Engine, 'dialect' | 'reader'>,
  columns: { readonly [Name in keyof Columns]: RawBuilder<unknown> },
  from: RawBuilder<unknown>,
): Promise<ReadColumns<Columns>> {
  const named = Object.entries<RawBuilder<unknown>>(columns)
  const isTexts = dialect === 'sqlite'
  const selected = named.map(
    ([name, column]) => sql`${isTexts ? sql`json_group_array(${column})` : column} as ${sql.ref(name)}`,
  )
  const { rows } = await sql<Row>`select ${sql.join(selected)} ${from}`.execute(reader)
  const lists = named.map(([name]) => [
    name,
    isTexts ? JSON.parse(String(rows[0]?.[name])) : rows.map((row) => row[name]),
  ])
  return Object.fromEntries(lists)
}
