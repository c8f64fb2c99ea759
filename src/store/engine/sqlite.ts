import { randomFillSync } from 'node:crypto'
import { rmSync, statfsSync, statSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Kysely, sql } from 'kysely'
import { copyDatabase } from '../copy/sqlite-copy.ts'
import type { Types } from '../migrations/migrate.ts'
import type { Schema } from '../schema.ts'
import { sqliteSearch, sqliteSearchTables } from '../search/sqlite-search.ts'
import { StoreDamagedError, StoreError, StoreFullError, StoreGoneError, type StoreTrouble } from '../store-errors.ts'
import type { StoreStateListener } from '../store-status.ts'
import { checkFence } from '../stories/lanes.ts'
import { reserveBytes, watchDiskSpace } from './disk-space.ts'
import type { Engine, Tx } from './engine.ts'
import { watchFile } from './file-in-place.ts'
import { type Damage, nameDamage } from './find-damage.ts'
import { lackingRights } from './lacking-rights.ts'
import { currentRequest } from './request-context.ts'
import { countGrownTables, openConnection, readAtOnce, type SqliteConnection } from './sqlite-connection.ts'
import { runMany, type SqliteRunner, sendMany, sqliteDialect } from './sqlite-dialect.ts'
import { SqliteError, type SqliteWriter, startWriter } from './sqlite-writer.ts'
import { type DamageWatch, isDamage, watchDamage } from './watch-damage.ts'

/** Reserved disk space beside the database file, for the few writes without which nobody could sign in on a full disk. */
type Reserve = {
  /** Frees the space; false if there was none. */
  release(): boolean
  /** Reserves it (again) if the disk has space to spare. Never rejects. */
  refill(): Promise<void>
}

/** A sign-in writes about a hundred kilobytes. */
const sizeBytes = 4 * 2 ** 20

/** `path`: the database file, beside which the reserve is stored. `freeBytes` reads the free space of its disk. */
function openReserve(path: string, freeBytes: () => number | undefined): Reserve {
  const file = `${path}-reserve`
  let filling: Promise<void> | undefined

  async function fill(): Promise<void> {
    if (statSync(file, { throwIfNoEntry: false })?.size === sizeBytes) return
    if ((freeBytes() ?? 0) < 2 * reserveBytes + sizeBytes) return
    const half = `${file}.part`
    try {
      await using opened = await open(half, 'w', 0o600)
      // Zeros would take no space on some file systems.
      await opened.writeFile(randomFillSync(Buffer.alloc(sizeBytes)))
    } catch {
      rmSync(half, { force: true })
      return
    }
    await rename(half, file)
  }

  return {
    release() {
      const isThere = statSync(file, { throwIfNoEntry: false }) !== undefined
      rmSync(file, { force: true })
      return isThere
    },
    refill: () =>
      (filling ??= fill()
        .catch(() => {})
        .finally(() => {
          filling = undefined
        })),
  }
}

/** This database's column types. A row id is never used twice, since watermarks and search refer to it. */
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

/** Opens the engine over a file: one thread writes, this one reads. */
export async function openSqlite(path: string, tell: StoreStateListener = () => {}): Promise<Engine> {
  const writer = startWriter(path)
  // The writer comes first: it creates the file and sets its journal mode.
  const connection = await openWith(writer).catch((error: unknown) => {
    const lacking = lackingRights(path)
    if (lacking === undefined && (freeBytes(path) ?? reserveBytes) < 1_000_000) throw new StoreFullError(path, error)
    if (lacking === undefined && isDamage(error) && error.errcode !== notADatabase)
      throw new StoreDamagedError(path, error)
    const { cause = error } = error as Error
    const why = lacking ?? (cause instanceof Error ? cause.message : String(cause))
    throw new StoreError(path, why, error)
  })
  const damage = watchDamage(path, tell)
  const reading = readAtOnce(connection)
  const heeded = <Result>(read: () => Result): Result => {
    try {
      return read()
    } catch (error) {
      throw damage.register(error)
    }
  }
  const run: SqliteConnection['run'] = (statement) => heeded(() => reading.run(statement))
  const reader = new Kysely<Schema>({ dialect: sqliteDialect(inThisThread({ run })) })
  const isInPlace = watchFile(path)
  let wasGone = false
  const reserve = openReserve(path, () => freeBytes(path))
  void reserve.refill()
  const room = watchDiskSpace(
    () => freeBytes(path),
    (news, detail) => {
      tell(news, detail)
      if (news === 'disk-has-room') void reserve.refill()
    },
  )
  const writing = new Kysely<Schema>({ dialect: sqliteDialect(writer) })

  async function openWith(first: SqliteWriter): Promise<SqliteConnection> {
    await first.query('select 1')
    return openConnection(path, 'reader')
  }

  function isMissing(): boolean {
    const isNow = !isInPlace()
    if (isNow !== wasGone) tell(isNow ? 'file-gone' : 'file-back', { file: path })
    wasGone = isNow
    return isNow
  }

  function trouble(): StoreTrouble | undefined {
    if (isMissing()) return 'file-gone'
    if (damage.known()) return 'damaged'
    return room.isFull() ? 'disk-full' : undefined
  }

  async function write<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    // Restoring a backup loses what was written since, and writing to a damaged file can damage more of it.
    if (damage.known()) throw new StoreDamagedError(path)
    if (isMissing()) throw new StoreGoneError(path)
    try {
      const result = await writeOnFullDisk(work)
      // Don't report success for writes to a file nobody will find.
      if (isMissing()) throw new StoreGoneError(path)
      return result
    } catch (error) {
      if (!isDiskFull(error, path)) throw damage.register(error)
      room.refused()
      throw new StoreFullError(path, error)
    } finally {
      // After a write, reads see it.
      reading.end()
    }
  }

  /** Makes room for essential writes: restarts the write-ahead log, and if that isn't enough, releases the reserve. */
  async function writeOnFullDisk<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const makeRoom = [() => writer.query('pragma wal_checkpoint(restart)'), async () => reserve.release()]
    for (const make of makeRoom)
      try {
        return await writeOnce(work)
      } catch (error) {
        if (!isDiskFull(error, path) || !currentRequest()?.isEssential) throw error
        await make().catch(() => {})
      }
    return writeOnce(work)
  }

  function writeOnce<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return writing.transaction().execute(async (tx) => {
      await checkFence(tx)
      return work(tx)
    })
  }

  return {
    dialect: 'sqlite',
    reader,
    isOneMachine: true,
    compresses: true,
    collectsIndexRows: true,
    write,
    trouble,
    damage: damage.known,
    suspectDamage: damage.suspect,
    isIn: (column, values) =>
      sql`${typeof column === 'string' ? sql.ref(column) : column} in (select value from json_each(${JSON.stringify(values)}))`,
    insertMany,
    updateMany,
    findMany,
    // A write transaction already blocks every other writer.
    async lockFeeds() {},
    async lockSubscriptions() {},
    // There is only one writer.
    async lockStories(tx, ids) {
      const rows = await tx.selectFrom('story').select('id').where('id', 'in', ids).execute()
      return rows.map(({ id }) => id)
    },
    skipLocked: sql``,
    narrowFeed: sql`indexed by feed_narrow`,
    clockMs: sql`cast(unixepoch('subsec') * 1000 as integer)`,
    search: sqliteSearch,
    dataVersion: () => heeded(reading.dataVersion),
    async sizeBytes() {
      const { rows } = run({
        sql: 'select page_count * page_size as size from pragma_page_count(), pragma_page_size()',
        parameters: [],
      })
      return (rows[0] as { size: number }).size
    },
    findDamage: (depth) => checkFile(damage, depth, run),
    copyTo: (target) => copyDatabase(path, target),
    countAgain: () => write(countAgain),
    scrub: () => scrub(writer),
    async close() {
      damage.close()
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

/** Runs statements on a read-only connection in this thread. */
export function inThisThread(connection: Pick<SqliteConnection, 'run'>): SqliteRunner {
  const noTransactions = async () => {
    throw new Error('The reading connection runs no transactions: write through Engine.write.')
  }
  return {
    run: (statement) => connection.run({ sql: statement.sql, parameters: statement.parameters }),
    begin: noTransactions,
    commit: noTransactions,
    rollback: noTransactions,
    acquire: () => () => {},
  }
}

/** Takes half a millisecond where no table grew. */
async function countAgain(tx: Tx): Promise<void> {
  await sql.raw(countGrownTables).execute(tx)
  // Other connections read the counts with the schema: it has to change.
  await sql.raw('create table counted (at text)').execute(tx)
  await sql.raw('drop table counted').execute(tx)
}

/**
 * Rewrites the file, copies the write-ahead log into it, and truncates the log. A reader in the middle of a query can block the log
 * for a moment.
 */
async function scrub(writer: SqliteWriter): Promise<void> {
  // The temporary copy is as large as the file, so not in memory.
  await writer.query('pragma temp_store = file')
  await writer.query('vacuum')
  await writer.query('pragma temp_store = memory')
  for (let tries = 0; tries < 20; tries++) {
    const [row] = (await writer.query('pragma wal_checkpoint(truncate)')) as { busy: number }[]
    if (row?.busy !== 1) return
    await setTimeout(100)
  }
}

/** How long a check takes that somebody waits for. */
const someMs = 20_000

async function checkFile(
  watch: DamageWatch,
  depth: 'none' | 'some' | 'all',
  run: SqliteConnection['run'],
): Promise<string> {
  if (depth !== 'none') await watch.check(depth === 'some' ? someMs : Number.MAX_SAFE_INTEGER)
  const found = watch.known()
  if (found) return sayDamage(found)
  run({ sql: 'select 1 from schema_version', parameters: [] })
  return ''
}

function sayDamage(damage: Damage): string {
  return `Damaged: ${nameDamage(damage)}. SQLite says: ${damage.said.slice(0, 200)}`
}

/** It may be another kind of file, so don't report damage. */
const notADatabase = 26
const sqliteFull = 13
const sqliteInputOutputError = 10

/** True when SQLite says so, or when it couldn't write and the file system is full (a full disk under the WAL index). */
function isDiskFull(error: unknown, path: string): boolean {
  if (!(error instanceof SqliteError) || error.errcode === undefined) return false
  const primary = error.errcode & 0xff
  if (primary === sqliteFull) return true
  if (primary !== sqliteInputOutputError) return false
  return (freeBytes(path) ?? 0) < 1_000_000
}

/** Free bytes on a file's disk; undefined when they can't be read. */
function freeBytes(path: string): number | undefined {
  try {
    const { bavail, bsize } = statfsSync(dirname(path))
    return bavail * bsize
  } catch {
    return undefined
  }
}
