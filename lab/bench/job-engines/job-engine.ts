import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'

/** A job engine on PostgreSQL as this bench drives it: one kind of job, named by its key. */
export type JobEngine = {
  /** Writes a row and requests the job of that key, in one transaction. */
  request(key: string): Promise<void>
  /** Takes jobs, `width` at once, until stopped. */
  work(run: (key: string) => Promise<void>, width: number): Promise<Working>
  close(): Promise<void>
}

export type Working = {
  /** Says that there is work, where the engine learns of it only from its own process. */
  readonly ring?: () => void
  readonly stop: () => Promise<void>
}

/** What a package exports that was installed for this run. */
export async function loadInstalled<Exports>(folder: string, name: string): Promise<Exports> {
  return (await import(pathToFileURL(join(folder, 'node_modules', name, 'dist/index.js')).href)) as Exports
}

/** Makes the table whose rows the requests write. */
export async function makeRows(url: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query('create schema bench; create table bench.written (id bigserial primary key, key text not null)')
  await client.end()
}

/** The row that a request writes with its job: the same statement for all. */
export const writeRow = 'insert into bench.written (key) values ($1)'

/** Runs `work` in a transaction of one of the pool's connections. */
export async function inTransaction(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<unknown>): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await work(client)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
