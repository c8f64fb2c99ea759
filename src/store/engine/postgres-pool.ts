import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { defined } from '../../core/defined.ts'
import { readAddress } from './postgres-address.ts'
import { nameTransaction } from './postgres-commit.ts'
import { isLost, isRefusedAtStart } from './postgres-errors.ts'
import { fieldParsers } from './postgres-values.ts'
import { type ConnectionWatch, usualSilenceMs, watchConnections } from './postgres-watch.ts'

/**
 * Names for statements that are asked again and again, so that the server reads and plans each once for a connection and not every
 * time. A statement without a name is planned each time anew.
 */
export type StatementNames = {
  /** The name of a statement; undefined for one that is rare, or that is no plain query. */
  nameOf(statement: string): string | undefined
  /** To be told of every failure. True when it is one of names: what was asked can be asked again, under another name or none. */
  isOfName(error: unknown): boolean
}

/** Below this a statement may be one of many that differ in how many values they hold. */
const askedOften = 4
/** Each holds some 30 kB of the server's memory for every connection. */
const mostNames = 200
/** So many statements are counted before counting begins anew. */
const mostCounted = 2_000
const longest = 6_000
const plain = /^\s*(?:select|insert|update|delete|with)\b/i

/** A result has other columns than when the statement was planned: the schema has changed meanwhile. */
const isStale = (code: unknown, routine: unknown) => code === '0A000' && routine === 'RevalidateCachedQuery'
/** The name is not there, or is there already: somebody between us and the server gives connections to others. */
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
      if (times < askedOften) {
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
      // Planned again under new names, on each connection when it comes to it.
      names.clear()
      return true
    },
  }
}

/**
 * What a pool of connections is for. `work`: all that goes on by itself. `pages`: requests, which never wait for the work. `replica`:
 * requests that only read, where there is a copy to read.
 */
export type PoolUse = 'work' | 'pages' | 'replica'

/**
 * Whether settings made when a connection begins hold until it ends. Behind a pooler that gives out connections by transaction
 * they do not: there each transaction makes its own.
 */
export type Manner = 'by-connection' | 'by-transaction'

/** Connections to one server, and how they are used. */
export type Pool = {
  readonly use: PoolUse
  readonly pool: pg.Pool
  /** What each transaction starts with: `begin`, and settings that hold until its end. */
  readonly begin: string
  /** The same for a single read; undefined where it needs no transaction of its own. */
  readonly beginRead: string | undefined
  /** How long an absent server is waited for, and a connection while all are in use. */
  readonly patienceMs: number
  /** How long it is asked what became of a commit whose answer was lost. */
  readonly outcomeMs: number
  /** How long a single read may take; undefined: as long as it takes. */
  readonly readMs: number | undefined
  /**
   * Where statements have names: for the work, which asks the same ones without end. What pages ask is planned for what they ask
   * it with, and behind a pooler the next statement may be asked on another connection.
   */
  readonly names: StatementNames | undefined
  /** Ends connections on which no answer will come, whatever they are used for. */
  readonly watch: ConnectionWatch
}

/** The longest statement of a page, in milliseconds; what is written for one takes as long as it takes. */
const pageStatementMs = 15_000
/** A transaction in which nothing is asked for so long is ended by the server, so that nobody waits for a process that stands still. */
const idleTransactionMs = 60_000
/** What is written counts on it: who waited for another's write sees it. A copy of a server has nothing above `repeatable read`. */
const isolation = 'read committed'
/** The server lets go of a machine that has vanished, with the locks it held. */
const ofNetwork = { tcp_user_timeout: 60_000, tcp_keepalives_idle: 30, tcp_keepalives_interval: 10 }
const patience: Readonly<Record<PoolUse, number>> = { work: 30_000, pages: 5_000, replica: 1_000 }
/** A connection is made within this; then it is tried again. */
const connectMs = 5_000
/** A server that is just starting is waited for when the store is opened. */
const startsWithinMs = 10_000
/** A connection that the server ends before it was asked is made anew so many times. */
const mostLost = 3

/** Asks a server once how its connections are to be used. Throws what the driver throws when it cannot be reached. */
export async function mannerOf(address: string, schema: string): Promise<Manner> {
  const { url } = readAddress(address)
  const endsAt = Date.now() + startsWithinMs
  for (let lost = 0; ; ) {
    try {
      return await askManner(url, schema)
    } catch (error) {
      if (isRefusedAtStart(error)) return 'by-transaction'
      const isStarting = (error as { code?: string }).code === '57P03'
      if (Date.now() > endsAt || !(isStarting || (isLost(error) && ++lost < mostLost))) throw error
      await sleep(200)
    }
  }
}

/** A pooler may also take the settings without a word and drop them. */
async function askManner(url: string, schema: string): Promise<Manner> {
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

export type PoolOptions = {
  /** Connections at most. */
  readonly most: number
  /** How long a connection in use may be silent before it is checked, in milliseconds; ten seconds when not given. */
  readonly silenceMs?: number | undefined
}

/** Makes a pool for one use; no connection is opened yet. */
export function makePool(address: string, use: PoolUse, manner: Manner, schema: string, given: PoolOptions): Pool {
  const { url, options } = readAddress(address)
  const { most, silenceMs = usualSilenceMs } = given
  const watch = watchConnections({
    url,
    silenceMs,
    // The work that has been done for an hour is not given up as soon as a page that somebody waits for.
    unreachableMs: use === 'work' ? 2 * silenceMs : silenceMs,
    connectMs: Math.min(connectMs, patience[use], silenceMs),
    hasOwnSessions: manner === 'by-connection',
  })
  const isForPages = use !== 'work'
  // What a role or a database was given for others holds neither the work nor a step of the tables up.
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
    // A read within a transaction of its own still costs one way there and back.
    ...defined({ pipeline: manner === 'by-transaction' || undefined }),
  })
  // A connection that breaks while idle is replaced when the next one is needed; one in use fails what it was asked.
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
