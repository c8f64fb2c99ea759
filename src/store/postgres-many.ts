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

export const updateMany: Engine['updateMany'] = async (tx, table, key, rows) => {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first).filter((column) => column !== key)
  const sets = sql.join(columns.map((column) => sql`${sql.ref(column)} = ${sql.ref(`given.${column}`)}`))
  for (let from = 0; from < rows.length; from += chunkSize)
    await sql`
      update ${sql.table(table)} set ${sets} from ${recordset(table, rows.slice(from, from + chunkSize))} as given
      where ${sql.ref(`${table}.${key}`)} = ${sql.ref(`given.${key}`)}`.execute(tx)
}

export const findMany: Engine['findMany'] = async (tx, table, matches, columns) => {
  const [first] = matches
  if (!first) return []
  const selected = sql.join(columns.map((column) => sql.ref(`${table}.${column}`)))
  const isSame = sql.join(
    Object.keys(first).map((column) => sql`${sql.ref(`${table}.${column}`)} = ${sql.ref(`given.${column}`)}`),
    sql` and `,
  )
  const found: unknown[] = []
  for (let from = 0; from < matches.length; from += chunkSize) {
    const rows = await sql`
      select ${selected} from ${recordset(table, matches.slice(from, from + chunkSize))} as given
      join ${sql.table(table)} on ${isSame}`.execute(tx)
    found.push(...rows.rows)
  }
  return found as never
}

function recordset(table: string, rows: readonly object[]): RawBuilder<unknown> {
  const text = JSON.stringify(rows, (_, value) =>
    value !== null && typeof value === 'object' && !(value instanceof Uint8Array) ? value : jsonValue(value),
  )
  return sql`json_populate_recordset(null::${sql.table(table)}, ${text}::json)`
}
