import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { nth } from '../../core/nth.ts'
import { currentRequest } from './request-context.ts'

// The thread that writes reads this file, and every store starts one: Kysely, which it has no use for, would be most of what that takes.

/** Prepared statements to keep. More than this program has; a bound for those built from lists. */
const maxPrepared = 400

/** Updates the statistics queries are planned by, for tables that grew tenfold: all of them, not only those this connection read. */
export const countGrownTables = 'pragma optimize = 0x10002'

const busyMs = { writer: 60_000, reader: 10_000, 'only-reader': 2_000 } as const
type Role = keyof typeof busyMs
/** Cache of each connection; the system's cache holds the file too. Larger ones saved no processor time (docs/notes/memory.md). */
const cacheKb = { writer: 8192, reader: 8192, 'only-reader': 32_768 } as const satisfies Record<Role, number>
/** A statement with `read` returns rows. */
type Prepared = { readonly statement: StatementSync; readonly read: ReadRows | undefined }

export type SqliteConnection = {
  readonly db: DatabaseSync
  run(statement: SqliteStatement): SqliteAnswer
  close(): void
}

/**
 * Opens a database file. The busy timeout comes before the journal mode, since a second process that opens the file at the same
 * moment would otherwise fail at once. `synchronous = full`: an acknowledged commit survives a power cut. An `only-reader` locks
 * everybody else out from its first query on, which fails when another process has the file open.
 */
export function openConnection(path: string, role: Role): SqliteConnection {
  const db = new DatabaseSync(path)
  try {
    prepareConnection(db, role)
  } catch (error) {
    db.close()
    throw error
  }
  const prepared = new Map<string, Prepared>()

  function prepare(sql: string): Prepared {
    const known = prepared.get(sql)
    if (known) return known
    const statement = db.prepare(sql)
    const made = { statement, read: statement.columns().length > 0 ? rowReader(statement) : undefined }
    if (prepared.size >= maxPrepared) prepared.delete(prepared.keys().next().value as string)
    prepared.set(sql, made)
    return made
  }

  function run({ sql, parameters, rows }: SqliteStatement): SqliteAnswer {
    const { statement, read } = prepare(sql)
    const answer: { rows: unknown[]; changes: number } = { rows: [], changes: 0 }
    if (!rows && read) {
      answer.rows = read(parameters as SQLInputValue[])
      answer.changes = answer.rows.length
      return answer
    }
    for (const row of rows ?? [parameters]) {
      if (read) for (const found of read(row as SQLInputValue[])) answer.rows.push(found)
      else answer.changes += Number(statement.run(...(row as SQLInputValue[])).changes)
    }
    return answer
  }

  return { db, run, close: () => db.close() }
}

function prepareConnection(db: DatabaseSync, role: Role): void {
  db.exec(`pragma busy_timeout = ${busyMs[role]}`)
  // Must come before the first read to have an effect.
  if (role === 'only-reader') db.exec('pragma locking_mode = exclusive')
  if (role === 'writer') {
    db.exec('pragma journal_mode = wal')
    // A poll writes several thousand pages, many of them twice, so checkpoint less often.
    db.exec('pragma wal_autocheckpoint = 4000')
    db.exec('pragma journal_size_limit = 16777216')
  } else db.exec('pragma query_only = 1')
  db.exec('pragma synchronous = full')
  db.exec('pragma foreign_keys = on')
  db.exec(`pragma cache_size = -${cacheKb[role]}`)
  db.exec('pragma temp_store = memory')
}

/** Reads the rows of a statement. */
type ReadRows = (parameters: readonly SQLInputValue[]) => Row[]
type Row = Record<string, unknown>

/**
 * Makes a row reader that asks SQLite for bare arrays and copies each row from a template object. `node:sqlite` makes rows as
 * dictionaries, which take twice as long to create and read. Changes `statement`.
 */
export function rowReader(statement: StatementSync): ReadRows {
  statement.setReturnArrays(true)
  let names = namesOf(statement)
  let empty = emptyRow(names)
  return (parameters) => {
    const found = statement.all(...parameters) as unknown as unknown[][]
    // A table got a new column, and SQLite prepared the statement again.
    if (found[0] && found[0].length !== names.length) {
      names = namesOf(statement)
      empty = emptyRow(names)
    }
    const rows: Row[] = []
    for (const values of found) {
      const row = { ...empty }
      for (let at = 0; at < names.length; at++) row[nth(names, at)] = values[at]
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

/** A statement with one list of parameters, or with `rows` to run it once for each of many. */
export type SqliteStatement = {
  readonly sql: string
  readonly parameters: readonly unknown[]
  readonly rows?: readonly (readonly unknown[])[]
  /** True when nobody needs the answer: the statement is passed on, and if it fails, so does its transaction. */
  readonly isSilent?: boolean
}

export type SqliteAnswer = { readonly rows: unknown[]; readonly changes: number }

type ReadAtOnce = {
  run(statement: SqliteStatement): SqliteAnswer
  /** Changes with every write of anybody. */
  dataVersion(): number
  /** Later reads see the current data. */
  end(): void
}

/**
 * Runs what a page reads without waiting in between in one read transaction, so that it sees one moment. Otherwise each statement
 * would lock the write-ahead log, check for writes and unlock it. The transaction ends before any other event is handled, so nothing
 * read is older than the request.
 */
export function readAtOnce({ db, run }: Pick<SqliteConnection, 'db' | 'run'>): ReadAtOnce {
  let isOpen = false
  /** Version seen by the open transaction: its data can't change. */
  let openVersion: number | undefined

  function end(): void {
    const wasOpen = isOpen
    isOpen = false
    openVersion = undefined
    if (!wasOpen || !db.isOpen || !db.isTransaction) return
    try {
      db.exec('commit')
    } catch {
      // A read hit damage: there is nothing to save, and nobody waits for this to end.
      try {
        db.exec('rollback')
      } catch {
        // It is still open, and the next reads continue in it.
      }
    }
  }

  function runAtOnce(statement: SqliteStatement): SqliteAnswer {
    if (!isOpen && currentRequest()?.isRead) {
      if (!db.isTransaction) db.exec('begin')
      isOpen = true
      process.nextTick(end)
    }
    return run(statement)
  }

  return {
    run: runAtOnce,
    dataVersion() {
      if (openVersion !== undefined) return openVersion
      const { rows } = runAtOnce({ sql: 'pragma data_version', parameters: [] })
      const version = (rows[0] as { data_version: number }).data_version
      if (isOpen) openVersion = version
      return version
    },
    end,
  }
}
