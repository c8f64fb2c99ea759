import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { defined } from '../../core/defined.ts'
import { readAddress } from './postgres-address.ts'
import { nameTransaction } from './postgres-commit.ts'
import { isLost, isRefusedAtStart } from './postgres-errors.ts'
import { fieldParsers } from './postgres-values.ts'
import { type ConnectionWatch, usualSilenceMs, watchConnections } from './postgres-watch.ts'

/** Names for frequent statements, so that the server plans each once per connection. It plans a statement without a name every time. */
export type StatementNames = {
  /** The name of a statement; undefined for one that is rare or isn't a plain query. */
  nameOf(statement: string): string | undefined
  /** Call it with every failure. True when the name caused it: the statement can be sent again, with another name or none. */
  isOfName(error: unknown): boolean
}

/** A rarer statement may be one of many that differ only in their number of values. */
const frequentUses = 4
/** Each takes some 30 kB of the server's memory per connection. */
const mostNames = 200
/** After this many statements, counting restarts. */
const mostCounted = 2_000
const longest = 6_000
const plain = /^\s*(?:select|insert|update|delete|with)\b/i

/** The result's columns differ from when the statement was planned: the schema has changed. */
const isStale = (code: unknown, routine: unknown) => code === '0A000' && routine === 'RevalidateCachedQuery'
/** The name is missing or already exists: a pooler between us and the server shares connections. */
const ofOthers: ReadonlySet<unknown> = new Set(['26000', '42P05'])

export function createStatementNames(): StatementNames {
  const names = new Map<string, string>()
  const asked = new Map<string, number>()
  let given = 0
  let isOff = false

  return {
    nameOf(statement) {
      const known = names.get(statement)
      if (known !== undefined || isOff || names.size >= mostNames) return known
      if (statement.length > longest || !plain.test(statement)) return undefined
      const times = (asked.get(statement) ?? 0) + 1
      if (times < frequentUses) {
        if (asked.size >= mostCounted) asked.clear()
        asked.set(statement, times)
        return undefined
      }
      asked.delete(statement)
      given += 1
      names.set(statement, `twosource_${given}`)
      return names.get(statement)
    },

    isOfName(error) {
      const { code, routine } = (error ?? {}) as { readonly code?: unknown; readonly routine?: unknown }
      const isOthers = ofOthers.has(code)
      if (!isOthers && !isStale(code, routine)) return false
      isOff ||= isOthers
      // Each connection plans them again under new names when it next needs them.
      names.clear()
      return true
    },
  }
}

/**
 * What a pool is for. `work`: background work. `pages`: requests, which never wait for background work. `replica`: requests that
 * only read, where a replica is configured.
 */
type PoolUse = 'work' | 'pages' | 'replica'

/**
 * Whether connection settings last until the connection ends. Behind a pooler that assigns connections per transaction they don't:
 * there each transaction sets its own.
 */
type SettingsScope = 'by-connection' | 'by-transaction'

/** Connections to one server, and how they are used. */
export type Pool = {
  readonly use: PoolUse
  readonly pool: pg.Pool
  /** What each transaction starts with: `begin`, and settings that last until it ends. */
  readonly begin: string
  /** The same for a single read; undefined where it needs no transaction. */
  readonly beginRead: string | undefined
  /** How long to wait for an unreachable server, or for a free connection. */
  readonly patienceMs: number
  /** How long to ask for the outcome of a commit whose answer was lost. */
  readonly outcomeMs: number
  /** How long a single read may take; undefined means no limit. */
  readonly readMs: number | undefined
  /**
   * Set where statements get names: for background work, which repeats the same ones. Statements of pages are planned for their
   * values, and behind a pooler the next statement may use another connection.
   */
  readonly names: StatementNames | undefined
  /** Ends connections that will never answer, whatever they are used for. */
  readonly watch: ConnectionWatch
}

/** The longest statement of a page, in milliseconds. Writes have no limit. */
const pageStatementMs = 15_000
/** The server ends a transaction that is idle for this long, so that nobody waits for a hung process. */
const idleTransactionMs = 60_000
/**
 * Writes rely on it: a transaction that waited for another's write sees that write. A replica supports nothing above `repeatable
 * read`.
 */
const isolation = 'read committed'
/** The server drops a machine that has vanished, along with its locks. */
const ofNetwork = { tcp_user_timeout: 60_000, tcp_keepalives_idle: 30, tcp_keepalives_interval: 10 }
const patience: Readonly<Record<PoolUse, number>> = { work: 30_000, pages: 5_000, replica: 1_000 }
/** Connecting is retried after this. */
const connectMs = 5_000
/** How long opening the store waits for a server that is just starting. */
const startsWithinMs = 10_000
/** How often a connection that the server ends before its first query is opened again. */
const mostLost = 3

/** Asks a server once how its connections can be used. Throws the driver's error when it can't be reached. */
export async function settingsScopeOf(address: string, schema: string): Promise<SettingsScope> {
  const { url } = readAddress(address)
  const endsAt = Date.now() + startsWithinMs
  for (let lost = 0; ; ) {
    try {
      return await testSettingsScope(url, schema)
    } catch (error) {
      if (isRefusedAtStart(error)) return 'by-transaction'
      const isStarting = (error as { code?: string }).code === '57P03'
      if (Date.now() > endsAt || !(isStarting || (isLost(error) && ++lost < mostLost))) throw error
      await sleep(200)
    }
  }
}

/** A pooler may also accept the settings silently and drop them. */
async function testSettingsScope(url: string, schema: string): Promise<SettingsScope> {
  const client = new pg.Client({
    connectionString: url,
    options: `-c search_path=${schema}`,
    connectionTimeoutMillis: startsWithinMs,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    const found = await client.query(`select current_setting('search_path') as path`)
    return found.rows[0]?.path === schema ? 'by-connection' : 'by-transaction'
  } finally {
    await client.end().catch(() => {})
  }
}

type PoolOptions = {
  /** The maximum number of connections. */
  readonly most: number
  /** How long a busy connection may be silent before it is checked, in milliseconds; ten seconds by default. */
  readonly silenceMs?: number | undefined
}

/** Makes a pool for one use; no connection is opened yet. */
export function makePool(
  address: string,
  use: PoolUse,
  manner: SettingsScope,
  schema: string,
  given: PoolOptions,
): Pool {
  const { url, options } = readAddress(address)
  const { most, silenceMs = usualSilenceMs } = given
  const watch = watchConnections({
    url,
    silenceMs,
    // Work that has run for an hour isn't given up as fast as a page that somebody waits for.
    unreachableMs: use === 'work' ? 2 * silenceMs : silenceMs,
    connectMs: Math.min(connectMs, patience[use], silenceMs),
    hasOwnSessions: manner === 'by-connection',
  })
  const isForPages = use !== 'work'
  // Settings that a role or database has for other programs must not limit background work or a migration.
  const settings = { search_path: schema, idle_in_transaction_session_timeout: idleTransactionMs, lock_timeout: 0 }
  const ofReads = { statement_timeout: isForPages ? pageStatementMs : 0 }
  const pool = new pg.Pool({
    connectionString: url,
    max: most,
    Client: watch.Client as unknown as new () => pg.ClientBase,
    types: fieldParsers,
    connectionTimeoutMillis: patience[use],
    keepAlive: true,
    keepAliveInitialDelayMillis: 30_000,
    ...defined({
      options:
        manner === 'by-connection'
          ? `${options} ${asOptions({ ...settings, ...ofReads, ...ofNetwork, default_transaction_isolation: isolation })}`.trim()
          : undefined,
    }),
    // With this, a read within its own transaction still costs one round trip.
    ...defined({ pipeline: manner === 'by-transaction' || undefined }),
  })
  // A connection that breaks while idle is replaced when next needed; a busy one fails its query.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const ofTransaction = manner === 'by-transaction' ? settings : {}
  const begin = beginWith({
    ...ofTransaction,
    ...defined({ statement_timeout: isForPages || manner === 'by-transaction' ? 0 : undefined }),
  })
  return {
    use,
    pool,
    begin: use === 'pages' ? `${begin}; ${nameTransaction}` : begin,
    beginRead: manner === 'by-transaction' ? beginWith({ ...settings, ...ofReads }) : undefined,
    patienceMs: patience[use],
    outcomeMs: Math.max(patience[use], silenceMs),
    readMs: isForPages ? pageStatementMs + 2_000 : undefined,
    names: use === 'work' && manner === 'by-connection' ? createStatementNames() : undefined,
    watch,
  }
}

type Settings = Readonly<Record<string, string | number>>

function asOptions(settings: Settings): string {
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${String(value).replaceAll(' ', '\\ ')}`)
    .join(' ')
}

function beginWith(settings: Settings): string {
  return [
    `begin isolation level ${isolation}`,
    ...Object.entries(settings).map(([name, value]) => `set local ${name} = '${value}'`),
  ].join('; ')
}
