import { currentPage } from './page-reads.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import type { SqliteAnswer, SqliteStatement } from './sqlite-dialect.ts'

export type ReadAtOnce = {
  run(statement: SqliteStatement): SqliteAnswer
  /** Changes with everything that anybody writes. */
  dataVersion(): number
  /** What is read from here on is as it is now. */
  end(): void
}

/**
 * What a page reads without waiting for anything in between, it reads as of one moment: one read transaction, where each statement
 * by itself would lock the log of writes, look whether anything was written, and unlock it. It ends by itself before anything else
 * that came in is looked at, so that nothing read is older than the request.
 */
export function readAtOnce({ db, run }: Pick<SqliteConnection, 'db' | 'run'>): ReadAtOnce {
  let isOpen = false
  /** Of the transaction that is open: what is read does not change within it. */
  let openVersion: number | undefined

  function end(): void {
    const wasOpen = isOpen
    isOpen = false
    openVersion = undefined
    if (!wasOpen || !db.isOpen || !db.isTransaction) return
    try {
      db.exec('commit')
    } catch {
      // A read that met damage: there is nothing to keep, and nobody who waits for this end.
      try {
        db.exec('rollback')
      } catch {
        // It is still open, and the next reads go on in it.
      }
    }
  }

  function runAtOnce(statement: SqliteStatement): SqliteAnswer {
    if (!isOpen && currentPage()?.isRead) {
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
