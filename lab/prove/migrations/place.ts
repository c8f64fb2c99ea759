import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import type { Engine } from '../../../src/store/engine/engine.ts'
import { openPostgres, postgresTypes } from '../../../src/store/engine/postgres.ts'
import { openSqlite, sqliteTypes } from '../../../src/store/engine/sqlite.ts'
import { migrations } from '../../../src/store/migrations/all.ts'
import { migrate, type Types } from '../../../src/store/migrations/migrate.ts'

/** Where a database is: a file, or a schema of a server. */
export type Place = { readonly url: string; readonly schema?: string }
export type Row = Readonly<Record<string, unknown>>

export function typesOf({ schema }: Place): Types {
  return schema === undefined ? sqliteTypes : postgresTypes
}

export function openPlace({ url, schema }: Place): Promise<Engine> {
  return schema === undefined ? openSqlite(url) : openPostgres(url, { schema, connections: 2 })
}

/** Asks behind the product's back. */
export async function ask(
  { url, schema }: Place,
  statement: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  if (schema === undefined) {
    using db = new DatabaseSync(url)
    db.exec('pragma busy_timeout = 5000')
    return db.prepare(statement).all(...(values as [])) as Row[]
  }
  const client = new pg.Client({ connectionString: url, options: `-c search_path=${schema}` })
  await client.connect()
  try {
    return (await client.query(statement, [...values])).rows as Row[]
  } finally {
    await client.end()
  }
}

/** Takes the steps up to a version. */
export async function stepTo(place: Place, version: number): Promise<void> {
  const engine = await openPlace(place)
  try {
    const steps = migrations.filter((step) => step.version <= version)
    await migrate(engine, typesOf(place), () => '2026-03-12T12:00:00.000Z', steps)
  } finally {
    await engine.close()
  }
}
