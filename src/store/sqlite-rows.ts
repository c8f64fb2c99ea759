import type { SQLInputValue, StatementSync } from 'node:sqlite'

/** Reads the rows of a statement. */
export type ReadRows = (parameters: readonly SQLInputValue[]) => Row[]
type Row = Record<string, unknown>

/**
 * A reader of rows that asks SQLite for bare values and makes each row from one that is there already. What `node:sqlite` makes is a
 * dictionary each: making them and looking into them takes twice as long. `statement` is changed for it.
 */
export function rowReader(statement: StatementSync): ReadRows {
  statement.setReturnArrays(true)
  let names = namesOf(statement)
  let empty = emptyRow(names)
  return (parameters) => {
    const found = statement.all(...parameters) as unknown as unknown[][]
    // A table has had a column added since: SQLite prepared the statement anew by itself.
    if (found[0] && found[0].length !== names.length) {
      names = namesOf(statement)
      empty = emptyRow(names)
    }
    const rows: Row[] = []
    for (const values of found) {
      const row = { ...empty }
      for (let at = 0; at < names.length; at++) row[names[at]!] = values[at]
      rows.push(row)
    }
    return rows
  }
}

function namesOf(statement: StatementSync): readonly string[] {
  return statement.columns().map(({ name }) => name)
}

function emptyRow(names: readonly string[]): Row {
  return Object.fromEntries(names.map((name) => [name, null]))
}
