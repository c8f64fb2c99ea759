import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Engine, Tx } from '../engine/engine.ts'
import { isLockTimeout } from '../engine/postgres-errors.ts'
import { NewerDataError } from '../store-errors.ts'
import { migrations } from './all.ts'
import { createLateIndex, type LateIndex } from './postgres-late-index.ts'

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
  /** True where all that is read comes anew from the file after each write, so that an index of all that a query reads is worth its room. */
  readonly rereads: boolean
  readonly searchTables: readonly string[]
  /** Run first in each step, where writers are not one after the other anyway. */
  readonly migrationLock?: string
  /** Run before the statements of a step: how long they wait for those who use a table. */
  readonly lockWait?: string
}

/** One step of the schema: numbered, forward only, in one transaction with its number. */
export type Migration = {
  readonly version: number
  readonly name: string
  /**
   * True when programs of the version before go on as if nothing had happened: new tables, new columns with a default or that may be
   * null, and nothing that such a program has to keep right. Without it older programs are refused.
   */
  readonly isExpand?: true
  readonly statements: (types: Types) => readonly string[]
  /** Indexes on large tables, made afterwards beside the work that goes on. */
  readonly indexes?: readonly LateIndex[]
}

/** From this version on it is kept which programs may go on. */
const keepsReadableFrom = 29
/** Steps wait for those who use their tables, all in all, for so long. */
const mostWaitMs = 10 * 60_000
const longestPauseMs = 2_000

/**
 * Brings the data up to this program's schema and answers their version, which is higher where a newer program was here that lets
 * this one go on. Two processes that start together do it once, since each step looks again within its own transaction. Throws
 * NewerDataError where this program is too old.
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
  // What a newer program has taken away is not made again.
  if (version === newest)
    for (const { indexes = [] } of steps) for (const index of indexes) await engine.makeLateIndex?.(index)
  return version

  async function take(tx: Tx, step: Migration): Promise<void> {
    const before = await standingOf(tx)
    if (before.version >= step.version) return
    if (types.lockWait) await sql.raw(types.lockWait).execute(tx)
    for (const statement of step.statements(types)) await sql.raw(statement).execute(tx)
    // Where writers are one after the other anyway, there is no other time for an index.
    if (!engine.makeLateIndex) for (const index of step.indexes ?? []) await sql.raw(createLateIndex(index)).execute(tx)
    const row = { version: step.version, name: step.name, at: now() }
    const readable = { readable_from: step.isExpand ? before.readableFrom : step.version }
    await tx
      .insertInto('schema_version')
      .values({ ...row, ...(step.version >= keepsReadableFrom ? readable : {}) } as typeof row & typeof readable)
      .execute()
  }
}

/** A table that is in use is waited for again and again: in between, those who use it have their turn. */
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

/** The version of the data, and the oldest program that may go on with them. */
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
