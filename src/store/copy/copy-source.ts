import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import type { Db, Engine } from '../engine/engine.ts'
import { fieldParsers } from '../engine/postgres-values.ts'
import { usualWatch, watchConnections } from '../engine/postgres-watch.ts'
import { inThisThread } from '../engine/sqlite.ts'
import { openConnection, type SqliteConnection } from '../engine/sqlite-connection.ts'
import { sqliteDialect } from '../engine/sqlite-dialect.ts'
import type { Schema } from '../schema.ts'
import { postgresSearch } from '../search/postgres-search.ts'
import { sqliteSearch } from '../search/sqlite-search.ts'

/** A database that is read as of one moment, and not written to. */
export type CopySource = Pick<Engine, 'dialect' | 'search'> & {
  readonly reader: Db
  close(): Promise<void>
}

type OpenedSource = CopySource | { readonly refused: string }

/** Somebody else is using the source; `whileRunning` continues anyway. */
const inUse = (who: string) =>
  `${who} Stop Twosource there first, so that the copy misses nothing. To copy it as it is now, use --while-running.`

/**
 * Opens a file for reading. Without `whileRunning` the file is locked, which shows that nobody writes: a server that has it open is
 * reported, and one that starts is refused.
 */
export function openSqliteSource(path: string, whileRunning: boolean): OpenedSource {
  if (!existsSync(path)) return { refused: `There is no file ${path}.` }
  let connection: SqliteConnection | undefined
  try {
    connection = openConnection(path, whileRunning ? 'reader' : 'only-reader')
    connection.db.exec('begin')
    connection.db.prepare('select count(*) from sqlite_master').get()
  } catch (error) {
    connection?.close()
    if (/locked|busy/.test(String(error))) return { refused: inUse(`${path} is in use.`) }
    return { refused: `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}` }
  }
  const { db, close } = connection
  return {
    dialect: 'sqlite',
    reader: new Kysely<Schema>({ dialect: sqliteDialect(inThisThread(connection)) }),
    search: sqliteSearch,
    async close() {
      db.exec('rollback')
      close()
    },
  }
}

/** Opens a schema on a server for reading, in one transaction that sees the moment it began. */
export async function openPostgresSource(url: string, schema: string, whileRunning: boolean): Promise<OpenedSource> {
  // One connection, never returned, since the transaction is bound to it.
  // A long read isn't cut off, but a dead connection is; the copy can then be run again, and continues.
  const watch = watchConnections({ url, hasOwnSessions: true, ...usualWatch })
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    idleTimeoutMillis: 0,
    types: fieldParsers,
    Client: watch.Client as new () => pg.ClientBase,
  })
  pool.on('error', () => {})
  const reader = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  const refuse = async (refused: string) => {
    await reader.destroy()
    return { refused }
  }
  try {
    await sql`begin isolation level repeatable read read only`.execute(reader)
    await sql`set local search_path to ${sql.id(schema)}`.execute(reader)
    await sql`set local statement_timeout to 0`.execute(reader)
    await sql`set local idle_in_transaction_session_timeout to 0`.execute(reader)
    const count = whileRunning ? 0 : await othersAt(reader)
    if (count > 0)
      return await refuse(inUse(`${count} other connection${count === 1 ? ' is' : 's are'} open to the source.`))
  } catch (error) {
    return refuse(`The source cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
  return { dialect: 'postgres', reader, search: postgresSearch, close: () => reader.destroy() }
}

/** The number of other connections to the database. Gives one that was just killed time to disappear. */
async function othersAt(reader: Db): Promise<number> {
  for (let tries = 0; ; tries++) {
    // Without this, the figures stay the same throughout a transaction.
    await sql`select pg_stat_clear_snapshot()`.execute(reader)
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`.execute(
      reader,
    )
    const count = rows[0]?.count ?? 0
    if (count === 0 || tries === 10) return count
    await sleep(300)
  }
}
