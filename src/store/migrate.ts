import { sql } from 'kysely'
import type { Engine, Tx } from './engine.ts'
import { migrations } from './migrations/all.ts'
import { NewerDataError } from './store-errors.ts'

/** Column types that the databases spell differently, and their own tables for search. */
export type Types = {
  readonly id: string
  readonly integer: string
  readonly real: string
  readonly blob: string
  /** Text compared by its bytes, in any locale. */
  readonly ordered: string
  /** At the end of a `create table` whose primary key is the whole table. */
  readonly keyOnly: string
  readonly searchTables: readonly string[]
  /** Run first in each step, where writers are not one after the other anyway. */
  readonly migrationLock?: string
}

/** One step of the schema: numbered, forward only, in one transaction with its number. */
export type Migration = {
  readonly version: number
  readonly name: string
  readonly statements: (types: Types) => readonly string[]
}

/**
 * Brings the data up to this program's schema and answers its version. Two processes that start together do it once,
 * since each step looks again within its own transaction.
 */
export async function migrate(engine: Pick<Engine, 'write'>, types: Types, now: () => string): Promise<number> {
  const write = <Result>(work: (tx: Tx) => Promise<Result>) =>
    engine.write(async (tx) => {
      if (types.migrationLock) await sql.raw(types.migrationLock).execute(tx)
      return work(tx)
    })
  const newest = migrations.at(-1)?.version ?? 0
  const standing = await write(async (tx) => {
    await sql`create table if not exists schema_version (version integer primary key, name text not null, at text not null)`.execute(
      tx,
    )
    return versionOf(tx)
  })
  if (standing > newest) throw new NewerDataError(standing, newest)
  for (const migration of migrations) {
    if (migration.version <= standing) continue
    await write(async (tx) => {
      const version = await versionOf(tx)
      if (version > newest) throw new NewerDataError(version, newest)
      if (version >= migration.version) return
      for (const statement of migration.statements(types)) await sql.raw(statement).execute(tx)
      await tx
        .insertInto('schema_version')
        .values({ version: migration.version, name: migration.name, at: now() })
        .execute()
    })
  }
  return newest
}

async function versionOf(tx: Tx): Promise<number> {
  const { version } = await tx
    .selectFrom('schema_version')
    .select(sql<number>`coalesce(max(version), 0)`.as('version'))
    .executeTakeFirstOrThrow()
  return version
}
