import { sql } from 'kysely'
import type { Db, Engine, Tx } from '../engine/engine.ts'

/** The progress of copying one table or building one index. */
export type Progress = {
  readonly lastKey: readonly unknown[] | undefined
  readonly count: number
  readonly isDone: boolean
}

type Row = { name: string; last_key: string | null; row_count: number; is_done: number }

/** The row that names the source. */
const header = ''

/**
 * True while the store is the target of an unfinished copy. The table exists from the first row to the last check, in the same
 * transactions.
 */
export async function isUnfinishedCopy({ dialect, reader }: Pick<Engine, 'dialect' | 'reader'>): Promise<boolean> {
  const found =
    dialect === 'sqlite'
      ? await sql`select 1 from sqlite_master where type = 'table' and name = 'store_copy'`.execute(reader)
      : await sql`select 1 from pg_class where relname = 'store_copy' and pg_table_is_visible(oid)`.execute(reader)
  return found.rows.length > 0
}

/** Begins a copy: marks the target as one. */
export async function beginState(tx: Tx, source: string): Promise<void> {
  await sql`create table store_copy (
    name text primary key, last_key text, row_count bigint not null, is_done bigint not null)`.execute(tx)
  await saveProgress(tx, header, { lastKey: [source], count: 0, isDone: true })
}

/** Ends a copy: the target becomes an ordinary store. */
export async function endState(tx: Tx): Promise<void> {
  await sql`drop table store_copy`.execute(tx)
}

/** The source of the target's copy. */
export async function sourceOfCopy(reader: Db): Promise<string> {
  return String((await readProgress(reader, header))?.lastKey?.[0] ?? '')
}

export async function readProgress(reader: Db, name: string): Promise<Progress> {
  const found = await sql<Row>`select * from store_copy where name = ${name}`.execute(reader)
  const [row] = found.rows
  if (!row) return { lastKey: undefined, count: 0, isDone: false }
  return {
    lastKey: row.last_key === null ? undefined : (JSON.parse(row.last_key) as unknown[]),
    count: row.row_count,
    isDone: row.is_done === 1,
  }
}

/** Written in the same transaction as the rows it is about. */
export async function saveProgress(tx: Tx, name: string, { lastKey, count, isDone }: Progress): Promise<void> {
  const key = lastKey === undefined ? null : JSON.stringify(lastKey)
  await sql`
    insert into store_copy (name, last_key, row_count, is_done) values (${name}, ${key}, ${count}, ${isDone ? 1 : 0})
    on conflict (name) do update set
      last_key = excluded.last_key, row_count = excluded.row_count, is_done = excluded.is_done`.execute(tx)
}
