import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'

/** All rows of all tables that are kept under a reader, by table; each row as it is, in an order of its own. */
export type ReaderRows = ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>

type Asks = {
  /** The tables with a column `reader_id`, whether any row is in them or not. */
  tables(): Promise<readonly string[]>
  rowsOf(readerId: string): Promise<ReaderRows>
  columns(table: string): Promise<readonly { readonly name: string; readonly isText: boolean }[]>
  /** How a statement of one's own names a table. */
  place(table: string): string
  /** Every row of every table, as one text for each table: to see whether anything changed at all. */
  everything(but: ReadonlySet<string>): Promise<ReadonlyMap<string, string>>
  close(): Promise<void>
}

/** Reads a database behind the product's back: what is kept of a reader is found by its column, not by a list of tables. */
export async function readerRows(url: string): Promise<Asks> {
  const ask = /^postgres/.test(url) ? await askPostgres(url) : askSqlite(url)
  const tables = async () => (await ask.all(ask.tablesWithReader)).map(({ name }) => String(name)).sort()
  const unlessChanged = remember(ask.version)
  return {
    tables,
    rowsOf: (readerId) =>
      unlessChanged(`rows of ${readerId}`, async () => {
        const found = new Map<string, readonly Record<string, unknown>[]>()
        const asked = `where reader_id = ${ask.first}`
        for (const table of await tables())
          found.set(table, inOrder(await ask.all(`select * from "${table}" ${asked}`, [readerId])))
        return found
      }),
    everything: (but) =>
      unlessChanged(`everything but ${[...but].join()}`, async () => {
        const found = new Map<string, string>()
        for (const { name } of await ask.all(ask.allTables))
          if (!but.has(String(name)))
            found.set(String(name), JSON.stringify(inOrder(await ask.all(`select * from "${name}"`)), plain))
        return found
      }),
    async columns(table) {
      const found = await ask.all(ask.columnsOf(table))
      return found.map(({ name, type }) => ({ name: String(name), isText: String(type).toLowerCase() === 'text' }))
    },
    place: ask.place,
    close: ask.close,
  }
}

/** The tables in which what is kept of a reader differs. */
export function changedTables(before: ReaderRows, after: ReaderRows): readonly string[] {
  if (before === after) return []
  const text = (rows: ReaderRows, table: string) => JSON.stringify(rows.get(table), plain)
  return [...after.keys()].filter((table) => text(before, table) !== text(after, table))
}

/** What was read stands until the database says that it was written to; where it does not say, it is read each time. */
function remember(version: (() => number) | undefined) {
  const kept = new Map<string, { readonly at: number; readonly found: unknown }>()
  return async <Found>(what: string, read: () => Promise<Found>): Promise<Found> => {
    const at = version?.()
    const known = kept.get(what)
    if (known && known.at === at) return known.found as Found
    const found = await read()
    if (at !== undefined) kept.set(what, { at, found })
    return found
  }
}

function inOrder(rows: readonly Record<string, unknown>[]): readonly Record<string, unknown>[] {
  const keyed = rows.map((row) => [JSON.stringify(row, plain), row] as const)
  return keyed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}

function plain(_key: string, value: unknown): unknown {
  return typeof value === 'bigint'
    ? String(value)
    : value instanceof Uint8Array
      ? Buffer.from(value).toString('hex')
      : value
}

type Row = Record<string, unknown>
type Database = {
  readonly first: string
  readonly tablesWithReader: string
  readonly allTables: string
  readonly columnsOf: (table: string) => string
  readonly place: (table: string) => string
  /** Another number after anybody else wrote anything. */
  readonly version?: () => number
  all(statement: string, values?: readonly string[]): Promise<readonly Row[]>
  close(): Promise<void>
}

function askSqlite(url: string): Database {
  const database = new DatabaseSync(url, { readOnly: true })
  database.exec('pragma busy_timeout = 10000')
  const version = database.prepare('pragma data_version')
  const ordinary = `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and sql not like 'create virtual%' collate nocase`
  return {
    first: '?',
    version: () => Number(version.get()?.data_version),
    allTables: ordinary,
    columnsOf: (table) => `select name, type from pragma_table_info('${table}')`,
    place: (table) => `"${table}"`,
    tablesWithReader: `${ordinary} and exists (select 1 from pragma_table_info(sqlite_master.name) as c where c.name = 'reader_id')`,
    async all(statement, values = []) {
      const prepared = database.prepare(statement)
      // Some numbers are larger than a JavaScript number can be.
      prepared.setReadBigInts(true)
      return prepared.all(...values) as Row[]
    },
    async close() {
      database.close()
    },
  }
}

async function askPostgres(url: string): Promise<Database> {
  const client = new pg.Client({ connectionString: url, options: '-c search_path=twosource' })
  await client.connect()
  return {
    first: '$1',
    columnsOf: (table) =>
      `select column_name as name, data_type as type from information_schema.columns where table_schema = current_schema() and table_name = '${table}'`,
    place: (table) => `twosource."${table}"`,
    allTables: `select table_name as name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE'`,
    tablesWithReader: `select table_name as name from information_schema.columns where table_schema = current_schema() and column_name = 'reader_id'`,
    all: async (statement, values = []) => (await client.query(statement, [...values])).rows as Row[],
    close: () => client.end(),
  }
}
