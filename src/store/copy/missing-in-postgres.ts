import { type Kysely, sql } from 'kysely'
import { nth } from '../../core/nth.ts'
import type { Schema } from '../schema.ts'
import { columnsByTable, type StoreShape, shapeOf } from '../store-shape.ts'

/** Tables in which SQLite stores its text indexes and numbers, and indexes that only it has. */
const ofSqlite = /^(?:entry_search|quote_search|sqlite_)|_narrow$/

/**
 * What a schema must have at a data version but lacks, or has although we didn't create it, in a sentence; empty when all is well. A
 * dump restored in part or in the wrong order opens, but fails later: without keys, the same row exists twice.
 */
export async function missingInPostgres(reader: Kysely<Schema>, schema: string, version: number): Promise<string> {
  const wanted = shapeOf(version)
  const there = await readShape(reader, schema)
  const lacks = firstMissing(wanted, there)
  if (lacks !== undefined)
    return `The database is missing the ${lacks}. Restore the whole dump again (pg_restore --exit-on-error).`
  const owned = await ownedByOthers(reader, schema)
  if (owned !== undefined) return owned
  const behind = await numberBehind(reader, schema)
  if (behind !== undefined)
    return `The numbers of ${behind} are behind its rows. Restore the whole dump again (pg_restore --exit-on-error).`
  const foreign = await foreignCode(reader, schema)
  if (foreign !== undefined) return `The ${foreign} wasn’t made by Twosource. Drop it.`
  return (await encodingProblem(reader)) ?? ''
}

function firstMissing(wanted: StoreShape, there: StoreShape): string | undefined {
  for (const [table, columns] of wanted.columns) {
    if (ofSqlite.test(table)) continue
    const has = there.columns.get(table)
    if (!has) return `table ${table}`
    for (const column of columns) if (!has.has(column)) return `column ${table}.${column}`
  }
  for (const key of wanted.keys) if (!ofSqlite.test(key) && !there.keys.has(key)) return `key ${key}`
  for (const index of wanted.indexes) if (!ofSqlite.test(index) && !there.indexes.has(index)) return `index ${index}`
  return undefined
}

async function readShape(reader: Kysely<Schema>, schema: string): Promise<StoreShape> {
  const columns = await sql<{ table: string; column: string }>`
    select t.relname as "table", c.attname as "column" from pg_class t join pg_attribute c on c.attrelid = t.oid
    where t.relnamespace = ${schema}::regnamespace and t.relkind in ('r', 'p') and c.attnum > 0
      and not c.attisdropped`.execute(reader)
  const keys = await sql<{ key: string }>`
    select t.relname || ' (' || (select string_agg(a.attname, ', ' order by k.place) from unnest(c.conkey) with ordinality k(number, place)
      join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number) || ')' as key
    from pg_constraint c join pg_class t on t.oid = c.conrelid
    where c.connamespace = ${schema}::regnamespace and c.contype in ('p', 'u')`.execute(reader)
  const indexes = await sql<{ name: string }>`
    select i.relname as name from pg_index x join pg_class i on i.oid = x.indexrelid
    where i.relnamespace = ${schema}::regnamespace and x.indisvalid`.execute(reader)
  return {
    columns: columnsByTable(columns.rows),
    keys: new Set(keys.rows.map(({ key }) => key)),
    indexes: new Set(indexes.rows.map(({ name }) => name)),
  }
}

/** The first column whose automatic numbering would assign a number again. */
async function numberBehind(reader: Kysely<Schema>, schema: string): Promise<string | undefined> {
  const numbered = await sql<{ table: string; column: string; sequence: string }>`
    select t.relname as "table", c.attname as "column",
      pg_get_serial_sequence(quote_ident(${schema}) || '.' || quote_ident(t.relname), c.attname) as sequence
    from pg_class t join pg_attribute c on c.attrelid = t.oid
    where t.relnamespace = ${schema}::regnamespace and c.attidentity <> ''`.execute(reader)
  for (const { table, column, sequence } of numbered.rows) {
    const found = await sql<{ is_behind: boolean }>`
      select coalesce((select max(${sql.ref(column)}) from ${sql.table(`${schema}.${table}`)}), 0)
        >= (select last_value + is_called::int from ${sql.raw(sequence)}) as is_behind`.execute(reader)
    if (found.rows[0]?.is_behind) return `${table}.${column}`
  }
  return undefined
}

/** Code that would run on reads or writes; Twosource creates none. */
async function foreignCode(reader: Kysely<Schema>, schema: string): Promise<string | undefined> {
  const found = await sql<{ called: string }>`
    select 'trigger ' || g.tgname as called from pg_trigger g join pg_class t on t.oid = g.tgrelid
      where t.relnamespace = ${schema}::regnamespace and not g.tgisinternal
    union all select 'rule ' || r.rulename from pg_rewrite r join pg_class t on t.oid = r.ev_class
      where t.relnamespace = ${schema}::regnamespace and t.relkind in ('r', 'p')
    union all select 'policy ' || p.polname from pg_policy p join pg_class t on t.oid = p.polrelid
      where t.relnamespace = ${schema}::regnamespace
    limit 1`.execute(reader)
  return found.rows[0]?.called.slice(0, 100)
}

/** Updates and regular work change tables, which only their owner may. */
async function ownedByOthers(reader: Kysely<Schema>, schema: string): Promise<string | undefined> {
  const found = await sql<{ table: string; owner: string; role: string }>`
    select relname as "table", pg_get_userbyid(relowner) as owner, current_user as role from pg_class
    where relnamespace = ${schema}::regnamespace and relkind in ('r', 'p') and not pg_has_role(relowner, 'usage')
    order by relname limit 1`.execute(reader)
  const [row] = found.rows
  return row && `The table ${row.table} is owned by ${row.owner}, not by ${row.role}: alter table … owner to it.`
}

/** Characters that the database can't store, or sorts differently than when its indexes were built, which then miss rows. */
async function encodingProblem(reader: Kysely<Schema>): Promise<string | undefined> {
  const { rows } = await sql<{ encoding: string; name: string }>`
    select current_setting('server_encoding') as encoding, current_database() as name`.execute(reader)
  const { encoding, name } = nth(rows, 0)
  if (encoding !== 'UTF8')
    return `The database keeps text in ${encoding}, which can’t store every character: copy it into one in UTF8 (twosource copy-store).`
  const order = await sql<{ made: string; now: string }>`
    select datcollversion as made, pg_database_collation_actual_version(oid) as now from pg_database
    where datname = current_database() and datcollversion <> pg_database_collation_actual_version(oid)`
    .execute(reader)
    // Databases of other providers may not report this.
    .catch(() => undefined)
  const [change] = order?.rows ?? []
  return (
    change &&
    `This machine sorts text differently (${change.now}) than when the indexes were made (${change.made}): stop Twosource, then reindex database "${name}"; alter database "${name}" refresh collation version.`
  )
}
