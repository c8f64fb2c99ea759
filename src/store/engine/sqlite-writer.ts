import { defined } from '../../core/defined.ts'
import type { SqliteAnswer, SqliteStatement } from './sqlite-connection.ts'
import type { SqliteRunner } from './sqlite-dialect.ts'
import { takeWriterThread } from './writer-thread.ts'

/** Statements nobody waits for are sent with the next one that somebody does: waking the other thread costs more than most of them. */
type Ahead = { readonly ahead?: readonly SqliteStatement[]; readonly isFirst?: boolean }

/** A long transaction is sent in parts of this size. */
const mostAhead = 50

/** The first message: the file to write to. */
export type WriterStart = { readonly path: string }

export type WriterRequest =
  /** Within a transaction, which the first statement begins. */
  | ({ readonly id: number; readonly kind: 'run'; readonly statement: SqliteStatement } & Ahead)
  | ({ readonly id: number; readonly kind: 'commit' } & Ahead)
  | { readonly id: number; readonly kind: 'rollback' }
  /** Outside a transaction. */
  | { readonly id: number; readonly kind: 'query'; readonly sql: string }
  | { readonly id: number; readonly kind: 'close' }

export type WriterAnswer =
  | { readonly id: number; readonly kind: 'ok'; readonly answer: SqliteAnswer }
  | { readonly id: number; readonly kind: 'failed'; readonly message: string; readonly errcode?: number }

/** An SQLite error with its extended result code. */
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

/** Starts the writer thread. A transaction uses it exclusively; statements cross to it in order, one message each way. */
export function startWriter(path: string): SqliteWriter {
  const worker = takeWriterThread()
  worker.postMessage({ path } satisfies WriterStart)
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let failure: Error | undefined
  let queue: Promise<void> = Promise.resolve()
  /** Whether the current transaction has a statement yet, and whether the other thread knows of it. */
  let isBegun = false
  let isFirst = true
  let ahead: SqliteStatement[] = []

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

  async function acquire(): Promise<() => void> {
    const before = queue
    const { promise, resolve } = Promise.withResolvers<void>()
    queue = promise
    await before
    return resolve
  }

  /** Takes the statements to send before the next one. */
  function takeAhead(): Ahead {
    const taken = defined({ ahead: ahead.length > 0 ? ahead : undefined, isFirst: isFirst || undefined })
    ahead = []
    isFirst = false
    return taken
  }

  // Send only what the thread needs: a compiled query also contains its syntax tree.
  function run({ sql, parameters, rows, isSilent }: SqliteStatement): Promise<SqliteAnswer> {
    isBegun = true
    const statement = rows ? { sql, parameters: [], rows } : { sql, parameters }
    if (!isSilent || ahead.length >= mostAhead) return ask({ kind: 'run', statement, ...takeAhead() })
    if (failure) return Promise.reject(failure)
    ahead.push(statement)
    return Promise.resolve({ rows: [], changes: 0 })
  }

  async function commit(): Promise<void> {
    if (isBegun) await ask({ kind: 'commit', ...takeAhead() })
  }

  /** Statements not sent yet need no rollback. */
  async function rollback(): Promise<void> {
    ahead = []
    if (!isFirst) await ask({ kind: 'rollback' })
  }

  return {
    acquire,
    run,
    async begin() {
      isBegun = false
      isFirst = true
      ahead = []
    },
    commit,
    rollback,
    async query(sql) {
      const release = await acquire()
      try {
        return (await ask({ kind: 'query', sql })).rows
      } finally {
        release()
      }
    },
    async close() {
      const release = await acquire()
      try {
        if (!failure) await ask({ kind: 'close' })
      } finally {
        release()
        await worker.terminate()
      }
    },
  }
}
