import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Kysely, sql } from 'kysely'
import type { Engine, Tx } from './engine.ts'
import { lackingRights } from './lacking-rights.ts'
import { checkFence } from './lanes.ts'
import type { Types } from './migrate.ts'
import { readAtOnce } from './read-at-once.ts'
import { reserveBytes, type TellRoom, watchRoom } from './room.ts'
import type { Schema } from './schema.ts'
import { openConnection, type SqliteConnection } from './sqlite-connection.ts'
import { copyDatabase } from './sqlite-copy.ts'
import { type SqliteRunner, sqliteDialect } from './sqlite-dialect.ts'
import { runMany, sendMany } from './sqlite-run-many.ts'
import { sqliteSearch, sqliteSearchTables } from './sqlite-search.ts'
import { SqliteError, type SqliteWriter, startWriter } from './sqlite-writer.ts'
import { StoreError, StoreFullError } from './store-errors.ts'

/** How this database spells the column types. A row id is never used twice, since watermarks and search point at it. */
export const sqliteTypes: Types = {
  id: 'integer primary key autoincrement',
  integer: 'integer',
  real: 'real',
  blob: 'blob',
  ordered: 'text',
  keyOnly: ' without rowid',
  rereads: true,
  searchTables: sqliteSearchTables,
}

/** Opens the engine over a file: one thread writes, this one reads beside it. */
export async function openSqlite(path: string, onRoom?: TellRoom): Promise<Engine> {
  const writer = startWriter(path)
  // The writer comes first: it makes the file and sets its journal mode.
  const connection = await openWith(writer).catch((error: unknown) => {
    const lacking = lackingRights(path)
    if (lacking === undefined && (freeBytes(path) ?? reserveBytes) < 1_000_000) throw new StoreFullError(path, error)
    const { cause = error } = error as Error
    const why = lacking ?? (cause instanceof Error ? cause.message : String(cause))
    throw new StoreError(path, why, error)
  })
  const reading = readAtOnce(connection)
  const reader = new Kysely<Schema>({ dialect: sqliteDialect(inThisThread(reading)) })
  const room = watchRoom(() => freeBytes(path), onRoom)
  const writing = new Kysely<Schema>({ dialect: sqliteDialect(writer) })

  async function openWith(first: SqliteWriter): Promise<SqliteConnection> {
    await first.query('select 1')
    return openConnection(path, 'reader')
  }

  async function write<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    try {
      return await writing.transaction().execute(async (tx) => {
        await checkFence(tx)
        return work(tx)
      })
    } catch (error) {
      if (!isDiskFull(error, path)) throw error
      room.refused()
      throw new StoreFullError(path, error)
    } finally {
      // Who has written reads what was written.
      reading.end()
    }
  }

  return {
    dialect: 'sqlite',
    reader,
    isOneMachine: true,
    packs: true,
    gathers: true,
    write,
    isFull: room.isFull,
    isIn: (column, values) =>
      sql`${typeof column === 'string' ? sql.ref(column) : column} in (select value from json_each(${JSON.stringify(values)}))`,
    insertMany,
    updateMany,
    findMany,
    // A write transaction already keeps every other writer waiting.
    async lockFeeds() {},
    async lockSubscriptions() {},
    // Who writes is alone.
    async lockStories(tx, ids) {
      const rows = await tx.selectFrom('story').select('id').where('id', 'in', ids).execute()
      return rows.map(({ id }) => id)
    },
    skipLocked: sql``,
    narrowFeed: sql`indexed by feed_narrow`,
    clockMs: sql`cast(unixepoch('subsec') * 1000 as integer)`,
    search: sqliteSearch,
    dataVersion: reading.dataVersion,
    async sizeBytes() {
      const { rows } = connection.run({
        sql: 'select page_count * page_size as size from pragma_page_count(), pragma_page_size()',
        parameters: [],
      })
      return (rows[0] as { size: number }).size
    },
    findDamage: (isDeep) => findDamage(writer, connection, isDeep),
    copyTo: (target) => copyDatabase(path, target),
    scrub: () => scrub(writer),
    async close() {
      connection.close()
      await writer.close()
    },
  }
}

const insertMany: Engine['insertMany'] = async (tx, table, rows, options = {}) => {
  const [first] = rows
  if (!first) return []
  const columns = Object.keys(first)
  const conflict = options.ifExists === 'ignore' ? 'on conflict do nothing' : (options.ifExists ?? '')
  const statement =
    `insert into ${quoted(table)} (${columns.map(quoted).join(', ')}) values (${columns.map(() => '?').join(', ')}) ` +
    conflict +
    (options.returning ? ` returning ${options.returning.map(quoted).join(', ')}` : '')
  const values = rows.map((row) => columns.map((column) => (row as Record<string, unknown>)[column] ?? null))
  if (options.returning) return runMany(tx, statement, values)
  await sendMany(tx, statement, values)
  return []
}

const updateMany: Engine['updateMany'] = async (tx, table, key, rows) => {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first).filter((column) => column !== key)
  const statement = `update ${quoted(table)} set ${columns.map((column) => `${quoted(column)} = ?`).join(', ')} where ${quoted(key)} = ?`
  await sendMany(
    tx,
    statement,
    rows.map((row) => [...columns, key].map((column) => (row as Record<string, unknown>)[column] ?? null)),
  )
}

const findMany: Engine['findMany'] = async (tx, table, matches, columns) => {
  const [first] = matches
  if (!first) return []
  const by = Object.keys(first)
  const statement = `select ${columns.map(quoted).join(', ')} from ${quoted(table)} where ${by.map((column) => `${quoted(column)} = ?`).join(' and ')}`
  return runMany(
    tx,
    statement,
    matches.map((match) => by.map((column) => (match as Record<string, unknown>)[column])),
  )
}

function quoted(name: string): string {
  return `"${name}"`
}

/** Runs statements on a connection of this thread, which only reads. */
export function inThisThread(connection: Pick<SqliteConnection, 'run'>): SqliteRunner {
  const noTransactions = async () => {
    throw new Error('The reading connection runs no transactions: write through Engine.write.')
  }
  return {
    run: (statement) => connection.run({ sql: statement.sql, parameters: statement.parameters }),
    begin: noTransactions,
    commit: noTransactions,
    rollback: noTransactions,
    hold: () => () => {},
  }
}

/**
 * Writes the file anew, then the log of writes into it, and cuts the log off. A reader in the middle of a query can hold the
 * log for a moment.
 */
async function scrub(writer: SqliteWriter): Promise<void> {
  // The copy that is made meanwhile is as large as the file: not in memory.
  await writer.query('pragma temp_store = file')
  await writer.query('vacuum')
  await writer.query('pragma temp_store = memory')
  for (let tries = 0; tries < 20; tries++) {
    const [row] = (await writer.query('pragma wal_checkpoint(truncate)')) as { busy: number }[]
    if (row?.busy !== 1) return
    await setTimeout(100)
  }
}

async function findDamage(writer: SqliteWriter, connection: SqliteConnection, isDeep: boolean): Promise<string> {
  if (!isDeep) {
    connection.run({ sql: 'select 1 from schema_version', parameters: [] })
    await writer.query('select 1')
    return ''
  }
  const rows = (await writer.query('pragma integrity_check(20)')) as { integrity_check: string }[]
  const said = rows.map((row) => row.integrity_check).join('; ')
  return said === 'ok' ? '' : said
}

const sqliteFull = 13
const sqliteInputOutputError = 10

/** True when SQLite says so, or when it could not write and the file system has nothing left (a full disk under the WAL index). */
function isDiskFull(error: unknown, path: string): boolean {
  if (!(error instanceof SqliteError) || error.errcode === undefined) return false
  const primary = error.errcode & 0xff
  if (primary === sqliteFull) return true
  if (primary !== sqliteInputOutputError) return false
  return (freeBytes(path) ?? 0) < 1_000_000
}

/** How much room the disk of a file has left for us; undefined where it cannot be asked. */
function freeBytes(path: string): number | undefined {
  try {
    const { bavail, bsize } = statfsSync(dirname(path))
    return bavail * bsize
  } catch {
    return undefined
  }
}
