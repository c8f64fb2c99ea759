import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import type { TestDatabase } from './databases.ts'

/** The columns of a table, read behind the store's back. */
export async function columnsOf(
  database: TestDatabase,
  table: string,
): Promise<readonly { readonly name: string; readonly isText: boolean }[]> {
  const rows = database.schema
    ? await ask(
        database,
        `select column_name as name, data_type as type from information_schema.columns
         where table_schema = '${database.schema}' and table_name = '${table}' order by ordinal_position`,
      )
    : await ask(database, `select name, type from pragma_table_info('${table}')`)
  return rows.map(({ name, type }) => ({ name: String(name), isText: String(type).toLowerCase() === 'text' }))
}

/** Every row of every table as one text; the insides of a search index aside, whose numbers are too large to read. */
export async function queryAll(database: TestDatabase): Promise<string> {
  const tables = database.schema
    ? await ask(
        database,
        `select table_name as name from information_schema.tables where table_schema = '${database.schema}'`,
      )
    : await ask(database, `select name from sqlite_master where type = 'table' and name not glob '*_search_*'`)
  const read: string[] = []
  for (const { name } of tables) read.push(JSON.stringify(await ask(database, `select * from "${name}"`)))
  return read.join('\n')
}

async function ask(database: TestDatabase, query: string): Promise<readonly Record<string, unknown>[]> {
  if (!database.schema) {
    using db = new DatabaseSync(database.url)
    return db.prepare(query).all() as Record<string, unknown>[]
  }
  const client = new pg.Client({ connectionString: database.url, options: `-c search_path=${database.schema}` })
  await client.connect()
  try {
    return (await client.query(query)).rows as Record<string, unknown>[]
  } finally {
    await client.end()
  }
}
