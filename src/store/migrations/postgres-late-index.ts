import { setTimeout as sleep } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../schema.ts'

/** An index made after its step, while other work continues. */
export type LateIndex = {
  readonly name: string
  readonly table: string
  readonly columns: string
  readonly where?: string
}

const isPlain = (name: string) => /^[a-z_][a-z0-9_]*$/.test(name)

/** The statement that creates it, inside or outside a transaction. */
export function createLateIndex({ name, table, columns, where }: LateIndex, how = '', schema?: string): string {
  const place = schema === undefined ? table : `"${schema}".${table}`
  return `create index ${how} ${name} on ${place} (${columns})${where === undefined ? '' : ` where ${where}`}`
}

/**
 * Creates an index while others write to its table. Returns at once when it exists. One left unfinished by a process is created
 * again; one in progress is waited for.
 */
export async function makeLateIndex(db: Kysely<Schema>, schema: string, index: LateIndex): Promise<void> {
  if (!isPlain(index.name) || !isPlain(index.table)) throw new Error(`No plain names: ${index.name}, ${index.table}`)
  for (;;) {
    const state = await stateOf(db, schema, index.name)
    if (state === 'valid') return
    if (state === 'being-made') {
      await sleep(200)
      continue
    }
    if (state === 'broken')
      await sql.raw(`drop index concurrently if exists "${schema}".${index.name}`).execute(db).catch(ignoreRace)
    await sql
      .raw(createLateIndex(index, 'concurrently if not exists', schema))
      .execute(db)
      .catch(ignoreRace)
  }
}

/** When two processes create the same index at once, one fails and both check again. */
function ignoreRace(error: unknown): void {
  // Duplicate object, unique violation in the catalog, deadlock, missing object.
  if (!['42P07', '23505', '40P01', '42704', '55P03', 'XX000'].includes(String((error as { code?: string }).code)))
    throw error
}

async function stateOf(
  db: Kysely<Schema>,
  schema: string,
  name: string,
): Promise<'absent' | 'valid' | 'being-made' | 'broken'> {
  const { rows } = await sql<{ is_valid: boolean; is_being_made: boolean }>`
    select indisvalid as is_valid,
      exists (select 1 from pg_stat_progress_create_index where index_relid = indexrelid) as is_being_made
    from pg_index join pg_class on pg_class.oid = indexrelid
    where relname = ${name} and relnamespace = ${schema}::regnamespace`.execute(db)
  const [row] = rows
  if (!row) return 'absent'
  if (row.is_valid) return 'valid'
  return row.is_being_made ? 'being-made' : 'broken'
}
