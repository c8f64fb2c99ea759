import { DatabaseSync } from 'node:sqlite'
import { sqliteTypes } from './engine/sqlite.ts'
import { migrations } from './migrations/all.ts'
import { createLateIndex } from './migrations/postgres-late-index.ts'

/** The parts of a store at a data version. Names are the same in both databases. */
export type StoreShape = {
  /** By table. */
  readonly columns: ReadonlyMap<string, ReadonlySet<string>>
  /** Primary and unique keys: `table (column, column)`. */
  readonly keys: ReadonlySet<string>
  readonly indexes: ReadonlySet<string>
}

/** The shape that migrations give an empty store. Takes a tenth of a second. */
export function shapeOf(version: number): StoreShape {
  const db = new DatabaseSync(':memory:')
  try {
    takeSteps(db, version)
    return { columns: columnsOf(db), keys: keysOf(db), indexes: indexesOf(db) }
  } finally {
    db.close()
  }
}

/** Creates an empty store of a version, as `migrate` does. */
function takeSteps(db: DatabaseSync, version: number): void {
  db.exec('create table schema_version (version integer primary key, name text not null, at text not null)')
  for (const step of migrations) {
    if (step.version > version) return
    for (const statement of step.statements(sqliteTypes)) db.exec(statement)
    for (const index of step.indexes ?? []) db.exec(createLateIndex(index))
    db.prepare("insert into schema_version (version, name, at) values (?, ?, '')").run(step.version, step.name)
  }
}

/** Tables of an open SQLite database with their columns. */
export function columnsOf(db: DatabaseSync): StoreShape['columns'] {
  db.exec('pragma trusted_schema = 0')
  const rows = db
    .prepare(
      "select m.name as 'table', c.name as 'column' from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table'",
    )
    .all() as { table: string; column: string }[]
  return columnsByTable(rows)
}

/** Groups columns by table. */
export function columnsByTable(rows: readonly { table: string; column: string }[]): StoreShape['columns'] {
  return new Map(
    [...Map.groupBy(rows, ({ table }) => table)].map(([table, all]) => [
      table,
      new Set(all.map(({ column }) => column)),
    ]),
  )
}

function keysOf(db: DatabaseSync): ReadonlySet<string> {
  const rows = db
    .prepare(`
      select m.name || ' (' || group_concat(c.name, ', ' order by c.pk) || ')' as key
        from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' and c.pk > 0 group by m.name
      union select m.name || ' (' || group_concat(c.name, ', ' order by c.seqno) || ')'
        from sqlite_master m join pragma_index_list(m.name) i join pragma_index_info(i.name) c
        where m.type = 'table' and i.origin = 'u' group by m.name, i.name`)
    .all()
  return new Set(rows.map(({ key }) => String(key)))
}

function indexesOf(db: DatabaseSync): ReadonlySet<string> {
  const rows = db.prepare("select name from sqlite_master where type = 'index' and sql is not null").all()
  return new Set(rows.map(({ name }) => String(name)))
}
