import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { Tx } from './engine.ts'
import type { SqliteAnswer, SqliteStatement } from './sqlite-connection.ts'

/** Runs statements: a connection in this thread, or the writer in another. */
export type SqliteRunner = {
  run(statement: SqliteStatement): Promise<SqliteAnswer> | SqliteAnswer
  begin(): Promise<void>
  commit(): Promise<void>
  rollback(): Promise<void>
  /** Waits for exclusive use of the runner; the returned function gives it back. */
  acquire(): Promise<() => void> | (() => void)
}

export function sqliteDialect(runner: SqliteRunner): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => sqliteDriver(runner),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

type Held = DatabaseConnection & { readonly release: () => void }

function sqliteDriver(runner: SqliteRunner): Driver {
  return {
    async init() {},
    async acquireConnection(): Promise<Held> {
      const release = await runner.acquire()
      return { release, executeQuery: (query) => execute(runner, query), streamQuery }
    },
    beginTransaction: () => runner.begin(),
    commitTransaction: () => runner.commit(),
    rollbackTransaction: () => runner.rollback(),
    async releaseConnection(connection) {
      ;(connection as Held).release()
    },
    async destroy() {},
  }
}

async function execute<Row>(runner: SqliteRunner, statement: SqliteStatement): Promise<QueryResult<Row>> {
  const answer = await runner.run(statement)
  return { rows: answer.rows as Row[], numAffectedRows: BigInt(answer.changes) }
}

// biome-ignore lint/correctness/useYield: Kysely's interface; nothing here streams
async function* streamQuery(): AsyncGenerator<never> {
  throw new Error('Streaming is not used here: page with a cursor instead.')
}

type Rows = readonly (readonly unknown[])[]

/** Runs one statement for many lists of parameters: one message to the writer, one prepared statement. */
export async function runMany<Row>(tx: Tx, statement: string, rows: Rows): Promise<readonly Row[]> {
  if (rows.length === 0) return []
  const query: CompiledQuery & SqliteStatement = { ...CompiledQuery.raw(statement), rows }
  return (await tx.executeQuery<Row>(query)).rows
}

/** The same without results. Doesn't wait: if one fails, the commit fails. */
export async function sendMany(tx: Tx, statement: string, rows: Rows): Promise<void> {
  if (rows.length === 0) return
  const query: CompiledQuery & SqliteStatement = { ...CompiledQuery.raw(statement), rows, isSilent: true }
  await tx.executeQuery(query)
}
