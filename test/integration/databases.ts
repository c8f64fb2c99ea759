import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { openStore, type StoreOptions } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'

export type Dialect = Store['dialect']
export const dialects: readonly Dialect[] = ['sqlite', 'postgres']

/** An empty database of its own. `open` opens it as often as asked: that is how a second process would see it. */
export type TestDatabase = {
  readonly url: string
  /** PostgreSQL: the schema it is. */
  readonly schema?: string
  open(options?: StoreOptions): Promise<Store>
  /** Runs SQL behind the store's back. */
  execute(statement: string): Promise<void>
  /** Closes all that was opened and removes the data. */
  remove(): Promise<void>
}

const binaries = '/usr/lib/postgresql/17/bin'
let cluster: Promise<string> | undefined
let schemas = 0

/** Why a dialect cannot be tested here; `false` when it can. Fits the `skip` option of a test. */
export function skipReason(dialect: Dialect): string | false {
  if (dialect === 'sqlite' || process.env.TWOSOURCE_TEST_POSTGRES) return false
  if (existsSync(join(binaries, 'initdb'))) return false
  return `PostgreSQL 17 is not in ${binaries}: install it, or name a server in TWOSOURCE_TEST_POSTGRES.`
}

/** Makes an empty database: a file, or a schema on the server named in TWOSOURCE_TEST_POSTGRES or on one started for this process. */
export async function makeDatabase(dialect: Dialect): Promise<TestDatabase> {
  return dialect === 'sqlite' ? makeSqlite() : makePostgres()
}

function makeSqlite(): TestDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-test-'))
  const url = join(folder, 'store.db')
  const opened: Store[] = []
  return {
    url,
    async open(options) {
      const store = await openStore(url, options)
      opened.push(store)
      return store
    },
    async execute(statement) {
      // A transaction of the store under way goes on in this thread: waiting for its end must not hold the thread.
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

async function makePostgres(): Promise<TestDatabase> {
  cluster ??= process.env.TWOSOURCE_TEST_POSTGRES
    ? Promise.resolve(process.env.TWOSOURCE_TEST_POSTGRES)
    : startCluster()
  const url = await cluster
  const schema = `test_${process.pid}_${++schemas}`
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
      await execute(`drop schema if exists ${schema} cascade`)
    },
  }
}

/** Starts a server of our own in a temporary folder, on a free loopback port, until this process ends. */
async function startCluster(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-postgres-'))
  const data = join(folder, 'data')
  const isRoot = process.getuid?.() === 0
  if (isRoot) chownSync(folder, Number(ask('id', ['-u', 'postgres'])), Number(ask('id', ['-g', 'postgres'])))
  const run = (binary: string, ...given: string[]) => {
    const command = [join(binaries, binary), ...given]
    // The server refuses to run as root.
    const [program = '', ...rest] = isRoot ? ['runuser', '-u', 'postgres', '--', ...command] : command
    execFileSync(program, rest, { stdio: ['ignore', 'ignore', 'inherit'], cwd: folder })
  }
  run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync')
  const port = await freePort()
  // What it keeps is thrown away, so it need not survive a power cut.
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -k ${folder} -c fsync=off -c full_page_writes=off`
  run('pg_ctl', 'start', '-w', '-D', data, '-l', join(folder, 'log'), '-o', settings)
  process.once('exit', () => {
    run('pg_ctl', 'stop', '-D', data, '-m', 'immediate')
    rmSync(folder, { recursive: true, force: true })
  })
  return `postgres://postgres@127.0.0.1:${port}/postgres`
}

function ask(program: string, given: readonly string[]): string {
  return execFileSync(program, given, { encoding: 'utf8' }).trim()
}

async function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>()
  const server = createServer().listen(0, '127.0.0.1', () => {
    const address = server.address()
    server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
  })
  return promise
}
