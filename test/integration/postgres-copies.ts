import { createHash } from 'node:crypto'
import pg from 'pg'
import { postgresTypes } from '../../src/store/engine/postgres.ts'
import { migrations } from '../../src/store/migrations/all.ts'
import { openStore } from '../../src/store/open-store.ts'

/** The schema that has the tables in each copy: the one the product takes by itself. */
export const tablesSchema = 'twosource'

/** By what is in it: one that was made on this server by other steps is another. */
const tables = `twosource_tables_${createHash('sha256')
  .update(JSON.stringify(migrations.map(({ statements, ...step }) => [step, statements(postgresTypes)])))
  .digest('hex')
  .slice(0, 16)}`
let areMade: Promise<void> | undefined
let copies = 0

/** A new database on a server with all tables and nothing in them: taking the steps to them takes five times as long. */
export async function copyOfTables(server: string): Promise<string> {
  await (areMade ??= makeTables(server))
  return newDatabase(server, `twosource_test_${process.pid}_${++copies}`, tables)
}

/** Makes a database under a name, in place of one that a process which had this number once may have left. */
export async function newDatabase(server: string, name: string, template = 'template0'): Promise<string> {
  await ask(server, `drop database if exists ${name} with (force)`, `create database ${name} template ${template}`)
  return addressOf(server, name)
}

export async function dropDatabase(url: string): Promise<void> {
  await ask(addressOf(url, 'postgres'), `drop database if exists ${new URL(url).pathname.slice(1)} with (force)`)
}

/** Once on a server, whoever comes first. */
async function makeTables(server: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    // Until this connection ends.
    await client.query(`select pg_advisory_lock(hashtext('twosource test tables'))`)
    const known = await client.query(`select from pg_database where datname = '${tables}' and datistemplate`)
    if (known.rowCount) return
    const url = await newDatabase(server, tables)
    await (await openStore(url, { schema: tablesSchema })).close()
    await client.query(`alter database ${tables} is_template true`)
  } finally {
    await client.end()
  }
}

async function ask(server: string, ...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

function addressOf(server: string, name: string): string {
  return Object.assign(new URL(server), { pathname: `/${name}` }).href
}
