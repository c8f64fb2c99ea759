import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Engine, Tx } from '../engine/engine.ts'
import { isLockTimeout } from '../engine/postgres-errors.ts'
import { NewerDataError } from '../store-errors.ts'
import { migrations } from './all.ts'
import { createLateIndex, type LateIndex } from './postgres-late-index.ts'

/** Column types that differ between the databases, and their search tables. */
export type Types = {
  readonly id: string
  readonly integer: string
  readonly real: string
  readonly blob: string
  /** Text compared by bytes, in any locale. */
  readonly ordered: string
  /** Ends a `create table` whose primary key is the whole table. */
  readonly keyOnly: string
  /**
   * True where all data are read from the file again after each write, so that an index with every column of a query is worth its
   * space.
   */
  readonly rereads: boolean
  readonly searchTables: readonly string[]
  /** Runs first in each step, where writers aren't serialized anyway. */
  readonly migrationLock?: string
  /** Runs before a step's statements: how long they wait for those who use a table. */
  readonly lockWait?: string
}

/** One step of the schema: numbered, forward only, in one transaction with its number. */
export type Migration = {
  readonly version: number
  readonly name: string
  /**
   * True when programs of the previous version can continue unchanged: new tables, new columns with a default or nullable, and nothing
   * that they must keep correct. Otherwise older programs are refused.
   */
  readonly isExpand?: true
  readonly statements: (types: Types) => readonly string[]
  /** Indexes on large tables, made afterwards while other work continues. */
  readonly indexes?: readonly LateIndex[]
}

/** From this version on, the oldest program that may continue is recorded. */
const keepsReadableFrom = 29
/** How long steps wait in all for those who use their tables. */
const mostWaitMs = 10 * 60_000
const longestPauseMs = 2_000

/**
 * Migrates the data to this program's schema and returns their version, which is higher if a newer program that allows this one was
 * here. Two processes that start together do it once, since each step checks again in its own transaction. Throws NewerDataError
 * when this program is too old.
 */
export async function migrate(
  engine: Pick<Engine, 'write' | 'makeLateIndex'>,
  types: Types,
  now: () => string,
  steps: readonly Migration[] = migrations,
): Promise<number> {
  const write = <Result>(work: (tx: Tx) => Promise<Result>) =>
    engine.write(async (tx) => {
      if (types.migrationLock) await sql.raw(types.migrationLock).execute(tx)
      return work(tx)
    })
  const newest = steps.at(-1)?.version ?? 0
  const standing = await write(async (tx) => {
    await sql`create table if not exists schema_version (version integer primary key, name text not null, at text not null)`.execute(
      tx,
    )
    return standingOf(tx)
  })
  for (const step of steps) {
    if (standing.version >= step.version) continue
    await patiently(() => write((tx) => take(tx, step)))
  }
  const { version, readableFrom } = await write(standingOf)
  if (readableFrom > newest) throw new NewerDataError(version, newest)
  // Don't recreate what a newer program removed.
  if (version === newest)
    for (const { indexes = [] } of steps) for (const index of indexes) await engine.makeLateIndex?.(index)
  return version

  async function take(tx: Tx, step: Migration): Promise<void> {
    const before = await standingOf(tx)
    if (before.version >= step.version) return
    if (types.lockWait) await sql.raw(types.lockWait).execute(tx)
    for (const statement of step.statements(types)) await sql.raw(statement).execute(tx)
    // Where writers are serialized anyway, there is no better time for an index.
    if (!engine.makeLateIndex) for (const index of step.indexes ?? []) await sql.raw(createLateIndex(index)).execute(tx)
    const row = { version: step.version, name: step.name, at: now() }
    const readable = { readable_from: step.isExpand ? before.readableFrom : step.version }
    await tx
      .insertInto('schema_version')
      .values({ ...row, ...(step.version >= keepsReadableFrom ? readable : {}) } as typeof row & typeof readable)
      .execute()
  }
}

/** Retries while a table is in use, so that its users get their turn in between. */
async function patiently(work: () => Promise<void>): Promise<void> {
  const endsAt = Date.now() + mostWaitMs
  for (let pauseMs = 100; ; pauseMs = Math.min(longestPauseMs, pauseMs * 2)) {
    try {
      return await work()
    } catch (error) {
      if (!isLockTimeout(error) || Date.now() > endsAt) throw error
      await sleep(pauseMs)
    }
  }
}

/** The data version, and the oldest program that may continue with it. */
async function standingOf(tx: Tx): Promise<{ readonly version: number; readonly readableFrom: number }> {
  const { version } = await tx
    .selectFrom('schema_version')
    .select(sql<number>`coalesce(max(version), 0)`.as('version'))
    .executeTakeFirstOrThrow()
  if (version < keepsReadableFrom) return { version, readableFrom: version }
  const row = await tx
    .selectFrom('schema_version')
    .select('readable_from')
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return { version, readableFrom: row.readable_from ?? version }
}
