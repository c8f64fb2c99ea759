import { parentPort } from 'node:worker_threads'
import { defined } from '../../core/defined.ts'
import {
  countGrownTables,
  openConnection,
  type SqliteAnswer,
  type SqliteConnection,
  type SqliteStatement,
} from './sqlite-connection.ts'
import type { WriterAnswer, WriterRequest, WriterStart } from './sqlite-writer.ts'

// The one thread of this process that writes to the database file. It handles its messages in order.
let connection: SqliteConnection
const nothing: SqliteAnswer = { rows: [], changes: 0 }

// The first error of the running transaction. After it, only a rollback is possible.
let failure: unknown

function answer(request: WriterRequest): WriterAnswer {
  const { id } = request
  try {
    return { id, kind: 'ok', answer: work(request) }
  } catch (error) {
    return failed(id, error)
  }
}

function failed(id: number, error: unknown): WriterAnswer {
  const { message, errcode } = error as Error & { errcode?: number }
  return { id, kind: 'failed', message, ...defined({ errcode }) }
}

function work(request: WriterRequest): SqliteAnswer {
  switch (request.kind) {
    case 'run':
      runAhead(request)
      return runInTransaction(request.statement)
    case 'query':
      return connection.run({ sql: request.sql, parameters: [] })
    case 'commit':
      runAhead(request)
      if (failure !== undefined) {
        const why = failure
        rollBack()
        throw why
      }
      connection.db.exec('commit')
      return nothing
    case 'rollback':
      rollBack()
      return nothing
    case 'close':
      try {
        connection.db.exec(countGrownTables)
        connection.db.exec('pragma wal_checkpoint(truncate)')
      } catch {
        // On a full or damaged disk: committed data stays in the write-ahead log, where the next to open the file finds it.
      }
      connection.close()
      return nothing
  }
}

/**
 * Begins the transaction if this is its first message, and runs the statements nobody waits for. The next answer reports their
 * failures.
 */
function runAhead({ isFirst, ahead = [] }: Extract<WriterRequest, { readonly kind: 'run' | 'commit' }>): void {
  if (isFirst) {
    failure = undefined
    attempt(() => {
      // Left by a rollback that failed.
      if (connection.db.isTransaction) connection.db.exec('rollback')
      connection.db.exec('begin immediate')
    })
  }
  for (const statement of ahead) if (failure === undefined) attempt(() => runInTransaction(statement))
}

function attempt(work: () => unknown): void {
  try {
    work()
  } catch (error) {
    failure = error
  }
}

function runInTransaction(statement: SqliteStatement): SqliteAnswer {
  if (failure !== undefined) throw failure
  try {
    if (!connection.db.isTransaction) throw new Error('This transaction was already rolled back by the database.')
    return connection.run(statement)
  } catch (error) {
    failure = error
    throw error
  }
}

function rollBack(): void {
  failure = undefined
  // On a full disk the database rolls back automatically.
  if (connection.db.isTransaction) connection.db.exec('rollback')
}

/** Why the file can't be opened; the next request reports it. */
function open(path: string): { readonly why: unknown } | undefined {
  try {
    connection = openConnection(path, 'writer')
    return undefined
  } catch (why) {
    return { why }
  }
}

parentPort?.once('message', ({ path }: WriterStart) => {
  const opened = open(path)
  parentPort?.on('message', (request: WriterRequest) => {
    parentPort?.postMessage(opened === undefined ? answer(request) : failed(request.id, opened.why))
    if (request.kind === 'close') parentPort?.close()
  })
})

// The first `Intl` of a process takes some 10 ms to read its tables, which all threads have from then on. This thread has the time while
// the first page, which tells a day, gets ready.
new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' }).format(0)
