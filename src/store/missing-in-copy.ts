import { DatabaseSync } from 'node:sqlite'
import { columnsOf, shapeOf } from './store-shape.ts'

/**
 * The first table, or column of one, that a copy of a version of the data must have and has not; undefined where it has them all. A copy
 * somebody took something out of is sound for SQLite, and fails the server later.
 */
export function missingInCopy(copy: string, version: number): string | undefined {
  const db = new DatabaseSync(copy, { readOnly: true })
  try {
    const there = columnsOf(db)
    for (const [table, columns] of shapeOf(version).columns) {
      const has = there.get(table)
      if (!has) return `table ${table}`
      for (const column of columns) if (!has.has(column)) return `column ${table}.${column}`
    }
    return undefined
  } finally {
    db.close()
  }
}
