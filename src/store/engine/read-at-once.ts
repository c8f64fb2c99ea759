import { currentRequest } from './request-context.ts'
import type { SqliteAnswer, SqliteConnection, SqliteStatement } from './sqlite-connection.ts'

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
