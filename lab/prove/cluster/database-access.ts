import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'

export type Row = Readonly<Record<string, string | number | null>>

/** Asks a database behind the product's back; whole numbers come as numbers. Throws where the database cannot be reached. */
export async function ask(database: string, statement: string): Promise<readonly Row[]> {
  if (!database.startsWith('postgres')) {
    using db = new DatabaseSync(database)
    db.exec('pragma busy_timeout = 5000')
    return db.prepare(statement).all() as Row[]
  }
  const client = new pg.Client({
    connectionString: database,
    options: '-c search_path=twosource',
    connectionTimeoutMillis: 5000,
    query_timeout: 20_000,
    types: { getTypeParser: (type: number) => (type === 20 ? Number : pg.types.getTypeParser(type)) } as never,
  })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(statement)).rows as Row[]
  } finally {
    await client.end().catch(() => {})
  }
}

/** How many rows there are of a table, or of what follows `from` otherwise. */
export async function countRows(database: string, from: string): Promise<number> {
  return Number((await ask(database, `select count(*) as found from ${from}`))[0]?.found)
}
