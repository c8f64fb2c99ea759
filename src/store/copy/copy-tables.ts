import { sql } from 'kysely'
import type { Db } from '../engine/engine.ts'

/** A table to copy: its columns by name, and those of its key. */
export type CopiedTable = {
  readonly name: string
  readonly columns: readonly string[]
  readonly key: readonly string[]
  /** Numbers its rows automatically, and never assigns a number twice. */
  readonly isNumbered: boolean
}

/** What isn't copied, with the reason. */
export const notCopied: Readonly<Record<string, string>> = {
  schema_version: 'the target has its own, written by the same migrations',
  store_copy: 'how far a copy is; it is in the target only while the copy is unfinished',
  node: 'which processes are at work there',
  entry_search: 'the index of one database is useless to the other: it is built again from the texts',
  quote_search: 'likewise',
}

type Column = { table: string; name: string; key_place: number; is_numbered: number }
type Reference = { table: string; other: string }

/**
 * The tables to copy, each after those it refers to. The list comes from the database itself, so that new tables are included.
 * Throws when one has no primary key.
 */
export async function listTables(reader: Db, dialect: 'sqlite' | 'postgres'): Promise<readonly CopiedTable[]> {
  const columns = dialect === 'sqlite' ? await sqliteColumns(reader) : await postgresColumns(reader)
  const references = dialect === 'sqlite' ? await sqliteReferences(reader) : await postgresReferences(reader)
  const isLeftOut = (name: string) => Object.keys(notCopied).some((table) => name === table || isPartOf(name, table))
  const tables = [...Map.groupBy(columns, ({ table }) => table)]
    .filter(([name]) => !isLeftOut(name))
    .map(([name, of]): CopiedTable => {
      const key = of.filter((column) => column.key_place > 0).toSorted((a, b) => a.key_place - b.key_place)
      if (key.length === 0) throw new Error(`The table ${name} has no primary key: its rows cannot be copied.`)
      return {
        name,
        columns: of.map((column) => column.name).toSorted(),
        key: key.map((column) => column.name),
        isNumbered: of.some((column) => column.is_numbered === 1),
      }
    })
  return inOrder(tables, references)
}

/** The tables in which SQLite stores an index. */
function isPartOf(name: string, table: string): boolean {
  return table.endsWith('_search') && name.startsWith(`${table}_`)
}

function inOrder(tables: readonly CopiedTable[], references: readonly Reference[]): readonly CopiedTable[] {
  const waiting = tables.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const ordered: CopiedTable[] = []
  while (waiting.length > 0) {
    const isReady = ({ name }: CopiedTable) =>
      references.every(({ table, other }) => table !== name || !waiting.some((each) => each.name === other))
    const index = waiting.findIndex(isReady)
    if (index < 0) throw new Error(`These tables refer to each other: ${waiting.map(({ name }) => name).join(', ')}`)
    ordered.push(...waiting.splice(index, 1))
  }
  return ordered
}

async function sqliteColumns(reader: Db): Promise<readonly Column[]> {
  const found = await sql<Column>`
    select m.name as "table", c.name as name, c.pk as key_place,
      case when c.pk > 0 and m.sql like '%autoincrement%' then 1 else 0 end as is_numbered
    from sqlite_master m join pragma_table_info(m.name) c
    where m.type = 'table' and m.name not like 'sqlite\\_%' escape '\\'`.execute(reader)
  return found.rows
}

/** Partitions are read and written through their table; computed columns aren't copied. */
async function postgresColumns(reader: Db): Promise<readonly Column[]> {
  const found = await sql<Column>`
    select t.relname as "table", c.attname as name,
      coalesce(array_position(i.indkey::int2[], c.attnum) + 1, 0) as key_place,
      case when c.attidentity <> '' then 1 else 0 end as is_numbered
    from pg_class t join pg_attribute c on c.attrelid = t.oid
    left join pg_index i on i.indrelid = t.oid and i.indisprimary
    where pg_table_is_visible(t.oid) and t.relnamespace = current_schema()::regnamespace and t.relkind in ('r', 'p')
      and not t.relispartition and c.attnum > 0 and not c.attisdropped and c.attgenerated = ''`.execute(reader)
  return found.rows
}

async function sqliteReferences(reader: Db): Promise<readonly Reference[]> {
  const found = await sql<Reference>`
    select m.name as "table", f."table" as other from sqlite_master m join pragma_foreign_key_list(m.name) f
    where m.type = 'table' and f."table" <> m.name`.execute(reader)
  return found.rows
}

async function postgresReferences(reader: Db): Promise<readonly Reference[]> {
  const found = await sql<Reference>`
    select t.relname as "table", o.relname as other from pg_constraint c
    join pg_class t on t.oid = c.conrelid join pg_class o on o.oid = c.confrelid
    where c.contype = 'f' and t.oid <> o.oid and t.relnamespace = current_schema()::regnamespace`.execute(reader)
  return found.rows
}
