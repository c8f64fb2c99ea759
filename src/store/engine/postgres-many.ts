import { type RawBuilder, sql } from 'kysely'
import type { Engine } from './engine.ts'
import { jsonValue } from './postgres-values.ts'

// Many rows cross as one JSON parameter, which the server reads as rows of the table: one statement whatever their number.

/** Rows in one statement. */
const chunkSize = 4_000

export const insertMany: Engine['insertMany'] = async (tx, table, rows, options = {}) => {
  const [first] = rows
  if (!first) return []
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)))
  const conflict = options.ifExists === 'ignore' ? 'on conflict do nothing' : (options.ifExists ?? '')
  const returning = options.returning
    ? sql` returning ${sql.join(options.returning.map((column) => sql.ref(column)))}`
    : sql``
  const inserted: unknown[] = []
  for (let from = 0; from < rows.length; from += chunkSize) {
    // In the order of the rows, so that the ids given out ascend with them.
    const done = await sql`
      insert into ${sql.table(table)} (${columns})
      select ${columns} from ${recordset(table, rows.slice(from, from + chunkSize))} with ordinality as given
      order by ordinality ${sql.raw(conflict)}${returning}`.execute(tx)
    inserted.push(...done.rows)
  }
  return inserted as never
}

// The planner knows nothing of rows that come as JSON: it would rather read a table from end to end than look for a hundred
// rows of it. So the keys are named once more as an array, which it takes for as many as there are and looks for by index.

export const updateMany: Engine['updateMany'] = async (tx, table, key, rows) => {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first).filter((column) => column !== key)
  const sets = sql.join(columns.map((column) => sql`${sql.ref(column)} = ${sql.ref(`given.${column}`)}`))
  const own = sql.ref(`${table}.${key}`)
  for (let from = 0; from < rows.length; from += chunkSize) {
    const chunk = rows.slice(from, from + chunkSize)
    await sql`
      update ${sql.table(table)} set ${sets} from ${recordset(table, chunk)} as given
      where ${own} = any(${valuesOf(chunk, key)}) and ${own} = ${sql.ref(`given.${key}`)}`.execute(tx)
  }
}

export const findMany: Engine['findMany'] = async (tx, table, matches, columns) => {
  const [first] = matches
  if (!first) return []
  const keys = Object.keys(first)
  const selected = sql.join(columns.map((column) => sql.ref(`${table}.${column}`)))
  const found: unknown[] = []
  for (let from = 0; from < matches.length; from += chunkSize) {
    const chunk = matches.slice(from, from + chunkSize)
    const rows = await sql`select ${selected} from ${sameAs(table, keys, chunk)}`.execute(tx)
    found.push(...rows.rows)
  }
  return found as never
}

/** The rows of a table that equal one of these in the columns named; of several columns one row after the other is looked for. */
function sameAs(table: string, keys: readonly string[], matches: readonly object[]): RawBuilder<unknown> {
  const [key] = keys
  if (keys.length === 1 && key !== undefined)
    return sql`${sql.table(table)} where ${sql.ref(`${table}.${key}`)} = any(${valuesOf(matches, key)})`
  const isSame = sql.join(
    keys.map((column) => sql`${sql.ref(`own.${column}`)} = ${sql.ref(`given.${column}`)}`),
    sql` and `,
  )
  // `offset 0` keeps the planner from joining the two in another way.
  return sql`${recordset(table, matches)} as given
    cross join lateral (select * from ${sql.table(table)} as own where ${isSame} offset 0) as ${sql.ref(table)}`
}

function valuesOf(rows: readonly object[], key: string): readonly unknown[] {
  return rows.map((row) => (row as Readonly<Record<string, unknown>>)[key])
}

function recordset(table: string, rows: readonly object[]): RawBuilder<unknown> {
  const text = JSON.stringify(rows, (_, value) =>
    value !== null && typeof value === 'object' && !(value instanceof Uint8Array) ? value : jsonValue(value),
  )
  return sql`json_populate_recordset(null::${sql.table(table)}, ${text}::json)`
}
