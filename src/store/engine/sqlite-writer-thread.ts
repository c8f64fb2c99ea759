import { parentPort } from 'node:worker_threads'
import { defined } from '../../core/defined.ts'
import { openConnection, type SqliteConnection } from './sqlite-connection.ts'
import type { SqliteAnswer, SqliteStatement } from './sqlite-dialect.ts'
import type { WriterAnswer, WriterRequest, WriterStart } from './sqlite-writer.ts'

// The one thread of this process that writes to the database file. It runs what it is sent, in order.
let connection: SqliteConnection
const nothing: SqliteAnswer = { rows: [], changes: 0 }

// What went wrong in the running transaction. From then on it can only be rolled back.
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
        connection.db.exec('pragma optimize')
        connection.db.exec('pragma wal_checkpoint(truncate)')
      } catch {
        // On a full disk or a damaged one: what is committed stays in the log of writes, and whoever opens it next finds it there.
      }
      connection.close()
      return nothing
  }
}

/** Begins the transaction, if it is to begin, and runs what nobody waits for. What fails is said by what comes after it. */
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
  // A full disk makes the database roll back by itself.
  if (connection.db.isTransaction) connection.db.exec('rollback')
}

/** Why the file cannot be opened; whoever asks for something is told. */
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
