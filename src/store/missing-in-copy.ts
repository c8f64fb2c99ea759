import { DatabaseSync } from 'node:sqlite'
import { migrations } from './migrations/all.ts'
import { sqliteTypes } from './sqlite.ts'

/**
 * The first table, or column of one, that a copy of a version of the data must have and has not; undefined where it has them all. A copy
 * somebody took something out of is sound for SQLite, and fails the server later.
 */
export function missingInCopy(copy: string, version: number): string | undefined {
  const fresh = new DatabaseSync(':memory:')
  const db = new DatabaseSync(copy, { readOnly: true })
  try {
    takeSteps(fresh, version)
    const there = columnsOf(db)
    for (const [table, columns] of columnsOf(fresh)) {
      const has = there.get(table)
      if (!has) return `table ${table}`
      for (const column of columns) if (!has.has(column)) return `column ${table}.${column}`
    }
    return undefined
  } finally {
    fresh.close()
    db.close()
  }
}

/** Makes an empty store of a version, as `migrate` does. */
function takeSteps(db: DatabaseSync, version: number): void {
  db.exec('create table schema_version (version integer primary key, name text not null, at text not null)')
  for (const step of migrations) {
    if (step.version > version) return
    for (const statement of step.statements(sqliteTypes)) db.exec(statement)
    db.prepare("insert into schema_version (version, name, at) values (?, ?, '')").run(step.version, step.name)
  }
}

function columnsOf(db: DatabaseSync): ReadonlyMap<string, ReadonlySet<string>> {
  db.exec('pragma trusted_schema = 0')
  const rows = db
    .prepare(
      "select m.name as 'table', c.name as 'column' from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table'",
    )
    .all() as { table: string; column: string }[]
  return new Map(
    [...Map.groupBy(rows, ({ table }) => table)].map(([table, all]) => [
      table,
      new Set(all.map(({ column }) => column)),
    ]),
  )
}
