import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'

/** A database behind the store's back, to copy rows in it and to weigh its tables. */
export type RawDatabase = {
  readonly dialect: 'sqlite' | 'postgres'
  run(statement: string): Promise<void>
  rows<Row>(statement: string): Promise<readonly Row[]>
  close(): Promise<void>
}

/** Opens a file, or the schema of a server that the product keeps everything in. */
export async function openRaw(url: string): Promise<RawDatabase> {
  return /^postgres(ql)?:/.test(url) ? overPostgres(url) : overSqlite(url)
}

function overSqlite(path: string): RawDatabase {
  const db = new DatabaseSync(path)
  // What is filled here is thrown away.
  db.exec(
    'pragma synchronous = off; pragma cache_size = -200000; pragma foreign_keys = off; pragma busy_timeout = 5000',
  )
  return {
    dialect: 'sqlite',
    run: async (statement) => db.exec(statement),
    rows: async <Row>(statement: string) => db.prepare(statement).all() as Row[],
    close: async () => db.close(),
  }
}

async function overPostgres(url: string): Promise<RawDatabase> {
  const client = new pg.Client({ connectionString: url, options: '-c search_path=twosource' })
  await client.connect()
  return {
    dialect: 'postgres',
    async run(statement) {
      await client.query(statement)
    },
    rows: async <Row>(statement: string) => (await client.query(statement)).rows as Row[],
    close: () => client.end(),
  }
}
