import { createHash } from 'node:crypto'
import { fillEveryTable } from '../../../test/integration/fill-every-table.ts'
import { ask, type Place } from './place.ts'

/** What a table held: its rows, and of each column all values as one hash. */
export type Held = ReadonlyMap<string, { readonly rows: number; readonly columns: ReadonlyMap<string, string> }>

/** Values that a step changes on purpose, and where to. */
const changed: Readonly<Record<string, string>> = {
  'feed.etag': 'step 9 forgets it where a feed was called otherwise, so that it is read again',
  'feed.last_modified': 'as etag',
  'feed.body_hash': 'as etag',
  'feed.url': 'a private feed whose key is gone from its URL gets one of its own at the start',
  'feed.title': 'step 9 moves what a reader calls it to the subscription',
}
/** Tables of which a step takes rows away on purpose. */
const fewer: Readonly<Record<string, string>> = {
  schema_version: 'it grows',
  lane: 'step 31 lets go of the lane there was before',
  brief_token: 'step 18 moves those of feeds to the addresses of feeds',
  reading_mark: 'step 9 keeps what is marked, and not what is neither read nor starred',
}

/** Puts two rows into every table. */
export async function fillPlace(place: Place): Promise<void> {
  if (place.schema === undefined) {
    fillEveryTable(place.url)
    return
  }
  const columns = await ask(
    place,
    `select c.table_name as "table", c.column_name as name, c.data_type as type, c.is_nullable = 'NO' as required,
       c.is_identity = 'YES' as is_numbered,
       exists (select 1 from information_schema.key_column_usage k join information_schema.table_constraints t
         using (constraint_name, table_schema) where t.constraint_type in ('PRIMARY KEY', 'UNIQUE') and k.table_schema = c.table_schema
         and k.table_name = c.table_name and k.column_name = c.column_name) as is_key
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = '${place.schema}' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
       and c.table_name not like '%search_index%' and c.table_name <> 'schema_version' order by c.ordinal_position`,
  )
  const statements = ['set session_replication_role = replica']
  for (const [table, all] of Map.groupBy(columns, (column) => String(column.table))) {
    // A partition is filled through the table it is of.
    statements.push(`delete from "${table}"`)
    for (const row of [1, 2]) {
      const values = all.map((column) => literalOf(table, column, row))
      statements.push(
        `insert into "${table}" (${all.map(({ name }) => `"${name}"`).join(', ')}) values (${values.join(', ')})`,
      )
    }
    // As after rows that were numbered by the table itself.
    for (const { name, is_numbered: isNumbered } of all)
      if (isNumbered) statements.push(`select setval(pg_get_serial_sequence('"${table}"', '${name}'), 2)`)
  }
  await ask(place, statements.join(';\n'))
}

function literalOf(
  table: string,
  { name, type, required, is_key: isKey }: Readonly<Record<string, unknown>>,
  row: number,
): string {
  if (row === 2 && !required && !isKey) return 'null'
  switch (type) {
    case 'bigint':
    case 'integer':
      return String(row)
    case 'double precision':
      return row === 1 ? '0.1' : '-1e-7'
    case 'bytea':
      return row === 1 ? `'\\x00ff0a5c'` : `''`
    case 'boolean':
      return 'true'
    case 'tsvector':
      return `to_tsvector('simple', 'words')`
    case 'ARRAY':
      return `'{}'`
  }
  return isKey || String(name).endsWith('_id') ? `'id ${row}'` : `'${table} ${name} ${row} é’'`
}

/** What every table holds. */
export async function heldIn(place: Place): Promise<Held> {
  const tables = await ask(
    place,
    place.schema === undefined
      ? `select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\' and name not like '%search%'`
      : `select table_name as name from information_schema.tables where table_schema = '${place.schema}' and table_type = 'BASE TABLE'
         and table_name not like '%search%'`,
  )
  const held = new Map<string, { rows: number; columns: Map<string, string> }>()
  for (const { name } of tables) {
    const rows = await ask(place, `select * from "${name}"`)
    const columns = new Map<string, string>()
    for (const column of Object.keys(rows[0] ?? {})) {
      const values = rows.map((row) => textOf(row[column])).toSorted()
      columns.set(column, createHash('sha256').update(JSON.stringify(values)).digest('hex'))
    }
    held.set(String(name), { rows: rows.length, columns })
  }
  return held
}

function textOf(value: unknown): string {
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value)
}

/** What is no longer as it was, in words; tables and columns that a step takes away aside. */
export function compareHeld(before: Held, after: Held): readonly string[] {
  return [...before].flatMap(([table, { rows, columns }]) => {
    const now = after.get(table)
    if (now === undefined || table in fewer) return []
    if (now.rows !== rows) return [`${table}: ${rows} rows, now ${now.rows}`]
    return [...columns]
      .filter(([column, hash]) => now.columns.has(column) && now.columns.get(column) !== hash)
      .filter(([column]) => !(`${table}.${column}` in changed))
      .map(([column]) => `${table}.${column} has other values`)
  })
}
