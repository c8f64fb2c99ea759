import { setTimeout as sleep } from 'node:timers/promises'
import { Kysely, PostgresDialect, type PostgresPool, type RawBuilder, type SqlBool, sql } from 'kysely'
import { defined } from '../../core/defined.ts'
import type { Types } from '../migrations/migrate.ts'
import { makeLateIndex } from '../migrations/postgres-late-index.ts'
import type { Schema } from '../schema.ts'
import { postgresSearch, postgresSearchTables } from '../search/postgres-search.ts'
import { StoreFullError } from '../store-errors.ts'
import type { StoreStateListener } from '../store-status.ts'
import { checkFence } from '../stories/lanes.ts'
import { watchDiskSpace } from './disk-space.ts'
import type { Engine, Tx } from './engine.ts'
import { schemaOf } from './postgres-address.ts'
import { asBusyError, connectionsFrom } from './postgres-connections.ts'
import { asPrivilegeError, isPoolBusy, isUnreachable, refusedBy } from './postgres-errors.ts'
import { makePool, type Pool, settingsScopeOf } from './postgres-pool.ts'
import { jsonValue } from './postgres-values.ts'
import { countWrite, openReplica, type Replica, type ReplicaListener } from './replica.ts'
import { currentRequest } from './request-context.ts'

// Many rows cross as one JSON parameter, which the server reads as table rows: one statement for any number.

/** Rows per statement. */
const chunkSize = 4_000

const insertMany: Engine['insertMany'] = async (tx, table, rows, options = {}) => {
  const [first] = rows
  if (!first) return []
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)))
  const conflict = options.ifExists === 'ignore' ? 'on conflict do nothing' : (options.ifExists ?? '')
  const returning = options.returning
    ? sql` returning ${sql.join(options.returning.map((column) => sql.ref(column)))}`
    : sql``
  const inserted: unknown[] = []
  for (let from = 0; from < rows.length; from += chunkSize) {
    // In row order, so that new ids ascend with the rows.
    const done = await sql`
      insert into ${sql.table(table)} (${columns})
      select ${columns} from ${recordset(table, rows.slice(from, from + chunkSize))} with ordinality as given
      order by ordinality ${sql.raw(conflict)}${returning}`.execute(tx)
    inserted.push(...done.rows)
  }
  return inserted as never
}

// The planner has no statistics for rows that come as JSON, and would scan a whole table to find a hundred of them. So the keys are
// also passed as an array, whose length it knows, and it uses the index.

const updateMany: Engine['updateMany'] = async (tx, table, key, rows) => {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first).filter((column) => column !== key)
  const sets = sql.join(columns.map((column) => sql`${sql.ref(column)} = ${sql.ref(`given.${column}`)}`))
  const own = sql.ref(`${table}.${key}`)
  for (let from = 0; from < rows.length; from += chunkSize) {
    const chunk = rows.slice(from, from + chunkSize)
    await sql`
      update ${sql.table(table)} set ${sets} from ${recordset(table, chunk)} as given
      where ${isOneOf(own, valuesOf(chunk, key))} and ${own} = ${sql.ref(`given.${key}`)}`.execute(tx)
  }
}

const findMany: Engine['findMany'] = async (tx, table, matches, columns) => {
  const [first] = matches
  if (!first) return []
  const keys = Object.keys(first)
  const selected = sql.join(columns.map((column) => sql.ref(`${table}.${column}`)))
  const found: unknown[] = []
  for (let from = 0; from < matches.length; from += chunkSize) {
    const chunk = matches.slice(from, from + chunkSize)
    const rows = await sql`select ${selected} from ${sameAs(table, keys, chunk)}`.execute(tx)
    found.push(...rows.rows)
  }
  return found as never
}

/** The rows of a table that equal one of these in the given columns; with several columns they are looked up one by one. */
function sameAs(table: string, keys: readonly string[], matches: readonly object[]): RawBuilder<unknown> {
  const [key] = keys
  if (keys.length === 1 && key !== undefined)
    return sql`${sql.table(table)} where ${isOneOf(sql.ref(`${table}.${key}`), valuesOf(matches, key))}`
  const isSame = sql.join(
    keys.map((column) => sql`${sql.ref(`own.${column}`)} = ${sql.ref(`given.${column}`)}`),
    sql` and `,
  )
  // `offset 0` keeps the planner from reordering this join.
  return sql`${recordset(table, matches)} as given
    cross join lateral (select * from ${sql.table(table)} as own where ${isSame} offset 0) as ${sql.ref(table)}`
}

/**
 * A single value is compared with `=`: of an array whose length it doesn't know the planner expects ten rows, so a named statement would
 * be planned anew each time, for the array it has.
 */
function isOneOf(column: RawBuilder<unknown>, values: readonly unknown[]): RawBuilder<SqlBool> {
  return values.length === 1 ? sql`${column} = ${values[0]}` : sql`${column} = any(${values})`
}

function valuesOf(rows: readonly object[], key: string): readonly unknown[] {
  return rows.map((row) => (row as Readonly<Record<string, unknown>>)[key])
}

function recordset(table: string, rows: readonly object[]): RawBuilder<unknown> {
  const text = JSON.stringify(rows, (_, value) =>
    value !== null && typeof value === 'object' && !(value instanceof Uint8Array) ? value : jsonValue(value),
  )
  return sql`json_populate_recordset(null::${sql.table(table)}, ${text}::json)`
}

/** This database's column types. */
export const postgresTypes: Types = {
  id: 'bigint generated by default as identity primary key',
  integer: 'bigint',
  real: 'double precision',
  blob: 'bytea',
  ordered: 'text collate "C"',
  keyOnly: '',
  rereads: false,
  searchTables: postgresSearchTables,
  // Of two processes that start together, the second waits and then finds everything done.
  migrationLock: `select pg_advisory_xact_lock(hashtext('twosource migration'))`,
  // A table change waits this long at most for those who use the table, since everybody after it waits too; then it is retried.
  lockWait: `set local lock_timeout = '2s'`,
}

export type PostgresOptions = {
  /** PostgreSQL: the schema for all tables; lower-case letters, digits and `_`. Default: `twosource`. */
  readonly schema?: string
  /** PostgreSQL: the most connections for background work, and as many again for pages. Default: 10. */
  readonly connections?: number
  /** PostgreSQL: how long a busy connection may be silent before it is checked, in milliseconds. Default: ten seconds. */
  readonly silenceMs?: number
  /** PostgreSQL: URL of a read replica for pages. */
  readonly readUrl?: string
  /** How far that replica may lag, in milliseconds. Default: ten seconds. */
  readonly readLagMs?: number
  /** Called when that replica goes down, falls behind and is back. */
  readonly onReplica?: ReplicaListener
  /** Called when the database's disk becomes full, and when it has space again. */
  readonly onDiskSpace?: StoreStateListener
}

const retriedErrors = new Set(['40001', '40P01'])
const diskFull = '53100'
const maxRetries = 5

/** Opens the engine over a server. Everything is stored in one schema, which is created if missing. */
export async function openPostgres(url: string, options: PostgresOptions): Promise<Engine> {
  const schema = options.schema ?? schemaOf(url)
  if (!/^[a-z_][a-z0-9_]*$/.test(schema))
    throw new Error(`The schema "${schema}" isn’t a plain name: use lower-case letters, digits and _.`)
  const ofPools = { most: options.connections ?? 10, silenceMs: options.silenceMs }
  const manner = await settingsScopeOf(url, schema).catch((error: unknown) => {
    throw refusedBy(url, error)
  })
  const ofWork = makePool(url, 'work', manner, schema, ofPools)
  const pages = makePool(url, 'pages', manner, schema, ofPools)
  const room = watchDiskSpace(() => undefined, options.onDiskSpace)
  const writer = over(
    connectionsFrom(
      () => (currentRequest() ? pages : ofWork),
      pages,
      () => {},
    ),
  )
  const replica = options.readUrl === undefined ? undefined : await openCopy(options.readUrl)
  const reader = over(connectionsFrom(chooseForRead, pages, (error) => replica?.failed(error)))
  const upkeep = over(
    connectionsFrom(
      () => ofWork,
      ofWork,
      () => {},
    ),
  )
  const pools = [ofWork, pages, ...(replica ? [replica.copy] : [])]
  const close = async () => {
    await Promise.all([reader.destroy(), writer.destroy(), upkeep.destroy()])
    await Promise.all(pools.map(({ pool }) => pool.end()))
    for (const { watch } of pools) watch.close()
  }
  try {
    await refuseEncoding(upkeep, schema)
    await makeSchema(upkeep, schema)
  } catch (error) {
    await close()
    throw asPrivilegeError(url, error)
  }

  async function openCopy(readUrl: string): Promise<Replica & { readonly copy: Pool }> {
    // The replica may be down now and come back: then assume the main server's kind of connection.
    const itsManner = await settingsScopeOf(readUrl, schema).catch(() => manner)
    const copy = makePool(readUrl, 'replica', itsManner, schema, ofPools)
    const tell = options.onReplica ?? (() => {})
    return { ...openReplica({ copy, main: pages, writer, schema, mostLagMs: options.readLagMs ?? 10_000, tell }), copy }
  }

  async function chooseForRead(): Promise<Pool> {
    const page = currentRequest()
    if (!page) return ofWork
    const mayRead = replica !== undefined && page.isRead && !page.hasWritten && page.readerId !== undefined
    return mayRead && (await replica.mayRead(page)) ? replica.copy : pages
  }

  async function write<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const page = currentRequest()
    if (page) page.hasWritten = true
    const from = page ? pages : ofWork
    const endsAt = Date.now() + from.patienceMs
    for (let tries = 0; ; tries++) {
      try {
        return await writer.transaction().execute(async (tx) => {
          await checkFence(tx, sql`for share`)
          const result = await work(tx)
          if (page) await countWrite(tx, page)
          return result
        })
      } catch (error) {
        const code = (error as { code?: string }).code ?? ''
        if (code === diskFull) {
          room.refused()
          throw new StoreFullError('the PostgreSQL data', error)
        }
        const isToRepeat = retriedErrors.has(code) || from.names?.isOfName(error) === true
        const isWorthIt = isToRepeat ? tries < maxRetries : isUnreachable(error) && Date.now() < endsAt
        if (!isWorthIt || isPoolBusy(error)) throw asBusyError(error, from)
        await sleep(Math.random() * 20 * 2 ** Math.min(tries, maxRetries))
      }
    }
  }

  return {
    dialect: 'postgres',
    reader,
    isOneMachine: false,
    // The server compresses long values itself.
    compresses: false,
    collectsIndexRows: false,
    write,
    trouble: () => (room.isFull() ? 'disk-full' : undefined),
    isIn: (column, values) => isOneOf(typeof column === 'string' ? sql.ref(column) : column, values),
    insertMany,
    updateMany,
    findMany,
    async lockFeeds(tx, ids) {
      await sql`select id from feed where id = any(${ids}) order by id for update`.execute(tx)
    },
    async lockSubscriptions(tx, readerId, feedIds) {
      await sql`select feed_id from subscription where reader_id = ${readerId} and feed_id = any(${feedIds})
        order by feed_id for update`.execute(tx)
    },
    async lockStories(tx, ids, isToMove) {
      const lock = isToMove ? sql`for update` : sql`for key share`
      const found = await sql<{ id: string }>`select id from story where id = any(${ids}) order by id ${lock}`.execute(
        tx,
      )
      return found.rows.map(({ id }) => id)
    },
    skipLocked: sql`for update skip locked`,
    narrowFeed: sql``,
    clockMs: sql`(extract(epoch from clock_timestamp()) * 1000)::bigint`,
    search: postgresSearch,
    async sizeBytes() {
      const found = await sql<{ size: number }>`
        select coalesce(sum(pg_total_relation_size(oid)), 0) as size from pg_class
        where relnamespace = ${schema}::regnamespace and relkind = 'r'`.execute(reader)
      return found.rows[0]?.size ?? 0
    },
    findDamage: (depth) => findDamage(depth === 'all' ? upkeep : reader, schema, depth === 'all'),
    async findGaps(version) {
      const { missingInPostgres } = await import('../copy/missing-in-postgres.ts')
      return missingInPostgres(reader, schema, version)
    },
    async scrub(tables) {
      for (const table of tables) await sql`vacuum ${sql.table(`${schema}.${table}`)}`.execute(upkeep)
    },
    makeLateIndex: (index) => makeLateIndex(upkeep, schema, index),
    ...defined({ checkReplica: replica && (() => replica.checkLag()) }),
    close,
  }
}

function over(pool: PostgresPool): Kysely<Schema> {
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
}

async function makeSchema(reader: Kysely<Schema>, schema: string): Promise<void> {
  const isThere = async () => {
    const found = await sql`select 1 from pg_namespace where nspname = ${schema}`.execute(reader)
    return found.rows.length > 0
  }
  if (await isThere()) return
  try {
    await sql`create schema if not exists ${sql.id(schema)}`.execute(reader)
  } catch (error) {
    // Another process can create it at the same moment.
    if (!(await isThere())) throw error
  }
}

/** Checks the database. A deep check reads every row of every table, which fails on a broken page. */
async function findDamage(reader: Kysely<Schema>, schema: string, isDeep: boolean): Promise<string> {
  await sql`select 1 from schema_version`.execute(reader)
  if (!isDeep) return ''
  const tables = await sql<{ name: string }>`
    select relname as name from pg_class where relnamespace = ${schema}::regnamespace and relkind = 'r'`.execute(reader)
  for (const { name } of tables.rows) {
    try {
      await sql`select count(hashtext(rows::text)) from ${sql.table(name)} rows`.execute(reader)
    } catch (error) {
      return `The table ${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`
    }
  }
  return ''
}

/**
 * Refuses to start in a new database whose encoding isn't UTF-8: it would reject characters it lacks, or store bare bytes. A
 * database already in use is accepted.
 */
async function refuseEncoding(reader: Kysely<Schema>, schema: string): Promise<void> {
  const found = await sql<{ encoding: string }>`
    select current_setting('server_encoding') as encoding
    where to_regclass(${`${schema}.schema_version`}) is null`.execute(reader)
  const encoding = found.rows[0]?.encoding ?? 'UTF8'
  if (encoding !== 'UTF8')
    throw new Error(
      `The database keeps text in ${encoding}, which can’t store every character: make one with encoding 'UTF8'.`,
    )
}
