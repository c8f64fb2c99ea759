import { parentPort, workerData } from 'node:worker_threads'
import { openConnection } from './sqlite-connection.ts'
import type { WriterAnswer, WriterRequest } from './sqlite-writer.ts'

// The one thread of this process that writes to the database file. It runs what it is sent, in order.
const { path } = workerData as { path: string }
const connection = openConnection(path, 'writer')

function answer(request: WriterRequest): WriterAnswer {
  const { id } = request
  try {
    switch (request.kind) {
      case 'run':
        if (!connection.db.isTransaction) throw new Error('This transaction was already rolled back by the database.')
        return { id, kind: 'ok', answer: connection.run(request.statement) }
      case 'exec':
        connection.db.exec(request.sql)
        return { id, kind: 'ok', answer: { rows: [], changes: 0 } }
      case 'query':
        return { id, kind: 'ok', answer: connection.run({ sql: request.sql, parameters: [] }) }
      case 'rollback':
        // A full disk makes the database roll back by itself.
        if (connection.db.isTransaction) connection.db.exec('rollback')
        return { id, kind: 'ok', answer: { rows: [], changes: 0 } }
      case 'close':
        connection.db.exec('pragma optimize')
        connection.db.exec('pragma wal_checkpoint(truncate)')
        connection.close()
        return { id, kind: 'ok', answer: { rows: [], changes: 0 } }
    }
  } catch (error) {
    const { message, errcode } = error as Error & { errcode?: number }
    return { id, kind: 'failed', message, ...(errcode === undefined ? {} : { errcode }) }
  }
}

parentPort?.on('message', (request: WriterRequest) => {
  parentPort?.postMessage(answer(request))
  if (request.kind === 'close') parentPort?.close()
})
