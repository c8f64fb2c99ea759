import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { openStore, type StoreOptions } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { copyOfTables, dropDatabase, newDatabase, tablesSchema } from './postgres-copies.ts'
import { startServer, whyNoServer } from './postgres-server.ts'

export type Dialect = Store['dialect']
const every: readonly Dialect[] = ['sqlite', 'postgres']
const named = process.env.TWOSOURCE_TEST_DIALECTS?.split(',') ?? every
for (const name of named)
  if (!every.some((dialect) => dialect === name))
    throw new Error(`TWOSOURCE_TEST_DIALECTS is ${every.join(' or ')}, not “${name}”.`)

/** The databases that tests run on: both, or those that TWOSOURCE_TEST_DIALECTS names, as it does in the short run (test/run.ts). */
export const dialects: readonly Dialect[] = every.filter((dialect) => named.includes(dialect))

/** A database of its own. `open` opens it as often as asked: that is how a second process would see it. */
export type TestDatabase = {
  readonly url: string
  /** PostgreSQL: the schema everything is kept in. */
  readonly schema?: string
  open(options?: StoreOptions): Promise<Store>
  /** Runs SQL behind the store's back. */
  execute(statement: string): Promise<void>
  /** Closes all that was opened and removes the data. */
  remove(): Promise<void>
}

/** Of this process, on the server: what other test files do at the same time is none of its business. */
let server: Promise<string> | undefined
let database: Promise<string> | undefined
let file: Promise<Uint8Array> | undefined
let schemas = 0

/** Why a dialect cannot be tested here; `false` when it can. Fits the `skip` option of a test. */
export function skipReason(dialect: Dialect): string | false {
  if (dialect === 'postgres' && !dialects.includes(dialect)) return 'npm run test:all runs it.'
  return dialect === 'sqlite' || process.env.TWOSOURCE_TEST_POSTGRES ? false : whyNoServer
}

/**
 * Makes a database of its own with nothing in its tables: a file, or one on the server named in TWOSOURCE_TEST_POSTGRES or on one
 * started for this process.
 */
export async function makeDatabase(dialect: Dialect): Promise<TestDatabase> {
  if (dialect === 'sqlite') return overSqlite(await (file ??= fileWithTables()))
  const url = await copyOfTables(await (server ??= findServer()))
  return overPostgres(url, tablesSchema, () => dropDatabase(url))
}

/** The same without any table: a file, or a schema, which gets them when it is opened. */
export async function makeEmptyDatabase(dialect: Dialect): Promise<TestDatabase> {
  if (dialect === 'sqlite') return overSqlite()
  const url = await (database ??= databaseOfThisProcess())
  return overPostgres(url, `test_${process.pid}_${++schemas}`)
}

/** Copying it is quicker than making the tables again each time. */
async function fileWithTables(): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-test-'))
  const path = join(folder, 'store.db')
  await (await openStore(path)).close()
  const bytes = readFileSync(path)
  rmSync(folder, { recursive: true })
  return bytes
}

function overSqlite(bytes?: Uint8Array): TestDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-test-'))
  const url = join(folder, 'store.db')
  if (bytes) writeFileSync(url, bytes)
  const opened: Store[] = []
  return {
    url,
    async open(options) {
      const store = await openStore(url, options)
      opened.push(store)
      return store
    },
    async execute(statement) {
      // A transaction of the store under way continues in this thread: waiting for its end must not hold the thread.
      for (let tries = 0; ; tries++) {
        using db = new DatabaseSync(url)
        try {
          db.exec(`pragma busy_timeout = 100; ${statement}`)
          return
        } catch (error) {
          if (tries === 50 || !/locked/.test(String(error))) throw error
          await setTimeout(100)
        }
      }
    },
    async remove() {
      for (const store of opened) await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** `remove` takes it all away; without it the schema alone is dropped. */
function overPostgres(url: string, schema: string, remove?: () => Promise<void>): TestDatabase {
  const opened: Store[] = []
  const execute = async (statement: string) => {
    const client = new pg.Client({ connectionString: url, options: `-c search_path=${schema}` })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  return {
    url,
    schema,
    async open(options) {
      const store = await openStore(url, { schema, connections: 6, ...options })
      opened.push(store)
      return store
    },
    execute,
    async remove() {
      for (const store of opened) await store.close()
      await (remove ?? (() => execute(`drop schema if exists ${schema} cascade`)))()
    },
  }
}

async function findServer(): Promise<string> {
  return process.env.TWOSOURCE_TEST_POSTGRES ?? startServer()
}

/** On a server that several processes share, each has a database, since much of the product is kept under one name in it. */
async function databaseOfThisProcess(): Promise<string> {
  const url = await newDatabase(await (server ??= findServer()), `twosource_test_${process.pid}`)
  process.once('beforeExit', () => {
    // Where several files run one by one in a process, the next makes its own.
    database = undefined
    return dropDatabase(url)
  })
  return url
}
