import { Worker } from 'node:worker_threads'
import type { SqliteAnswer, SqliteRunner, SqliteStatement } from './sqlite-dialect.ts'

export type WriterRequest =
  /** Within a transaction, which the first statement begins. */
  | { readonly id: number; readonly kind: 'run'; readonly statement: SqliteStatement; readonly isFirst: boolean }
  | { readonly id: number; readonly kind: 'commit' }
  | { readonly id: number; readonly kind: 'rollback' }
  /** Outside a transaction. */
  | { readonly id: number; readonly kind: 'query'; readonly sql: string }
  | { readonly id: number; readonly kind: 'close' }

export type WriterAnswer =
  | { readonly id: number; readonly kind: 'ok'; readonly answer: SqliteAnswer }
  | { readonly id: number; readonly kind: 'failed'; readonly message: string; readonly errcode?: number }

/** An error of SQLite, with its extended result code. */
export class SqliteError extends Error {
  override name = 'SqliteError'
  readonly errcode: number | undefined
  constructor(message: string, errcode: number | undefined) {
    super(message)
    this.errcode = errcode
  }
}

export type SqliteWriter = SqliteRunner & {
  query(sql: string): Promise<readonly unknown[]>
  close(): Promise<void>
}

type Waiting = { resolve: (answer: SqliteAnswer) => void; reject: (error: Error) => void }
type WriterDemand = WriterRequest extends infer Request
  ? Request extends unknown
    ? Omit<Request, 'id'>
    : never
  : never

/** Starts the thread that writes. A transaction holds it alone; statements cross to it in order, one message each way. */
export function startWriter(path: string): SqliteWriter {
  const worker = new Worker(new URL('./sqlite-writer-thread.ts', import.meta.url), { workerData: { path } })
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let failure: Error | undefined
  let queue: Promise<void> = Promise.resolve()
  let isBegun = false

  worker.unref()
  worker.on('message', (answer: WriterAnswer) => {
    const asked = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (waiting.size === 0) worker.unref()
    if (answer.kind === 'ok') asked?.resolve(answer.answer)
    else asked?.reject(new SqliteError(answer.message, answer.errcode))
  })
  worker.on('error', (cause) =>
    stop(new Error(`The thread that writes to ${path} failed: ${String(cause)}`, { cause })),
  )
  worker.on('exit', () => stop(new Error(`The store at ${path} is closed.`)))

  function stop(error: Error): void {
    failure ??= error
    for (const asked of waiting.values()) asked.reject(failure)
    waiting.clear()
  }

  function ask(demand: WriterDemand): Promise<SqliteAnswer> {
    if (failure) return Promise.reject(failure)
    const id = ++lastId
    worker.ref()
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      worker.postMessage({ ...demand, id })
    })
  }

  async function hold(): Promise<() => void> {
    const before = queue
    const { promise, resolve } = Promise.withResolvers<void>()
    queue = promise
    await before
    return resolve
  }

  // Only what the thread needs crosses: a compiled query also carries its syntax tree.
  function run({ sql, parameters, rows, isSilent }: SqliteStatement): Promise<SqliteAnswer> {
    const isFirst = !isBegun
    isBegun = true
    const statement = rows ? { sql, parameters: [], rows } : { sql, parameters }
    if (!isSilent) return ask({ kind: 'run', statement, isFirst })
    if (failure) return Promise.reject(failure)
    worker.postMessage({ id: ++lastId, kind: 'run', statement: { ...statement, isSilent }, isFirst })
    return Promise.resolve({ rows: [], changes: 0 })
  }

  /** Ends the transaction, if there was anything in it. */
  async function end(kind: 'commit' | 'rollback'): Promise<void> {
    if (isBegun) await ask({ kind })
  }

  return {
    hold,
    run,
    async begin() {
      isBegun = false
    },
    commit: () => end('commit'),
    rollback: () => end('rollback'),
    async query(sql) {
      const release = await hold()
      try {
        return (await ask({ kind: 'query', sql })).rows
      } finally {
        release()
      }
    },
    async close() {
      const release = await hold()
      try {
        if (!failure) await ask({ kind: 'close' })
      } finally {
        release()
        await worker.terminate()
      }
    },
  }
}
