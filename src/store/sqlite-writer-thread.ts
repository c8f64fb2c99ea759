import { parentPort, workerData } from 'node:worker_threads'
import { openConnection } from './sqlite-connection.ts'
import type { SqliteAnswer } from './sqlite-dialect.ts'
import type { WriterAnswer, WriterRequest } from './sqlite-writer.ts'

// The one thread of this process that writes to the database file. It runs what it is sent, in order.
const { path } = workerData as { path: string }
const connection = openConnection(path, 'writer')
const nothing: SqliteAnswer = { rows: [], changes: 0 }

// What went wrong in the running transaction. From then on it can only be rolled back.
let failure: unknown

function answer(request: WriterRequest): WriterAnswer {
  const { id } = request
  try {
    return { id, kind: 'ok', answer: work(request) }
  } catch (error) {
    const { message, errcode } = error as Error & { errcode?: number }
    return { id, kind: 'failed', message, ...(errcode === undefined ? {} : { errcode }) }
  }
}

function work(request: WriterRequest): SqliteAnswer {
  switch (request.kind) {
    case 'run':
      return runInTransaction(request)
    case 'query':
      return connection.run({ sql: request.sql, parameters: [] })
    case 'commit':
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
      connection.db.exec('pragma optimize')
      connection.db.exec('pragma wal_checkpoint(truncate)')
      connection.close()
      return nothing
  }
}

function runInTransaction({ statement, isFirst }: WriterRequest & { readonly kind: 'run' }): SqliteAnswer {
  if (isFirst) failure = undefined
  if (failure !== undefined) throw failure
  try {
    if (isFirst) connection.db.exec('begin immediate')
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

parentPort?.on('message', (request: WriterRequest) => {
  const answered = answer(request)
  if (request.kind !== 'run' || !request.statement.isSilent) parentPort?.postMessage(answered)
  if (request.kind === 'close') parentPort?.close()
})
