import type { Insertable, Kysely, RawBuilder, Selectable, SqlBool, Transaction, Updateable } from 'kysely'
import type { LateIndex } from '../migrations/postgres-late-index.ts'
import type { Schema, TableName } from '../schema.ts'
import type { SearchIndex } from '../search/search-index.ts'
import type { StoreTrouble } from '../store-errors.ts'
import type { Damage } from './find-damage.ts'
import type { ReplicaState } from './replica.ts'

/** Reads outside a transaction, or within one. */
export type Db = Kysely<Schema>
export type Tx = Transaction<Schema>

export type NewJob = { readonly kind: string; readonly key: string; readonly runAt: string }

/**
 * Everything that differs between the databases. `sqlite.ts` and `postgres.ts` each make one; all other store code is written once,
 * over this type and Kysely.
 */
export type Engine = {
  readonly dialect: 'sqlite' | 'postgres'
  readonly reader: Db
  /** True when every process that opens it is on this machine, as with a file. */
  readonly isOneMachine: boolean
  /** True when long texts are worth compressing here; false where the database does it. */
  readonly compresses: boolean
  /** True when it pays to collect rows scattered over an index and insert them sorted, because each touched page is rewritten. */
  readonly collectsIndexRows: boolean
  /** Runs one write transaction and rolls it back when `work` throws. Throws StoreTroubleError when the store can't be written to. */
  write<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>

  /** `column in (values)` with one parameter, however many values there are. */
  isIn(column: string | RawBuilder<unknown>, values: readonly (string | number)[]): RawBuilder<SqlBool>
  /**
   * Inserts many rows with the same columns; new ids ascend in row order. `ifExists` says what to do on conflict: nothing, or an `on
   * conflict` clause. `returning` columns come back in any order.
   */
  insertMany<Table extends TableName, Column extends keyof Selectable<Schema[Table]> & string = never>(
    tx: Tx,
    table: Table,
    rows: readonly Insertable<Schema[Table]>[],
    options?: { readonly ifExists?: string; readonly returning?: readonly Column[] },
  ): Promise<readonly Pick<Selectable<Schema[Table]>, Column>[]>
  /** Updates many rows, each found by its `key` column. Every row has the same columns. */
  updateMany<Table extends TableName>(
    tx: Tx,
    table: Table,
    key: keyof Selectable<Schema[Table]> & string,
    rows: readonly Updateable<Schema[Table]>[],
  ): Promise<void>
  /** The rows that equal one of `matches` in all its columns. */
  findMany<Table extends TableName, Column extends keyof Selectable<Schema[Table]> & string>(
    tx: Tx,
    table: Table,
    matches: readonly Updateable<Schema[Table]>[],
    columns: readonly Column[],
  ): Promise<readonly Pick<Selectable<Schema[Table]>, Column>[]>
  /** Blocks other writers of these feeds until this transaction ends. */
  lockFeeds(tx: Tx, ids: readonly number[]): Promise<void>
  /** The same for one reader's subscriptions to these feeds. Lock order: feeds, then subscriptions. */
  lockSubscriptions(tx: Tx, readerId: string, feedIds: readonly number[]): Promise<void>
  /**
   * Keeps these stories from being removed until this transaction ends, and with `isToMove` also blocks others that would lock them.
   * Returns those that exist.
   */
  lockStories(tx: Tx, ids: readonly string[], isToMove: boolean): Promise<readonly string[]>
  /** Appended to a select of rows to claim, so that two claimers don't wait for each other. */
  readonly skipLocked: RawBuilder<unknown>
  /** After `feed`: reads only an index of id, entry_count, source_id and language; the query may use no other column. */
  readonly narrowFeed: RawBuilder<unknown>
  /** The database's own clock in milliseconds since 1970, the same for every process that shares it. */
  readonly clockMs: RawBuilder<number>

  /** Why writes are refused or soon will be; undefined when they aren't. Cheap enough to call for every page. */
  trouble(): StoreTrouble | undefined
  /** The known damage of the file. Absent where the database is a server. */
  damage?(): Damage | undefined
  /** Checks the file, at most now and then, after an error that damage may have caused. */
  suspectDamage?(): void
  /** Makes an index outside a transaction, while other work continues. Safe to repeat. */
  makeLateIndex?(index: LateIndex): Promise<void>
  /** The state of the read replica, where pages use one. */
  checkReplica?(): Promise<ReplicaState>

  readonly search: SearchIndex
  /** Changes with every write. Absent where asking costs more than reading again. */
  dataVersion?(): number
  sizeBytes(): Promise<number>
  /** Empty when nothing is damaged. `all` reads every page, however long it takes; `some` stops after twenty seconds. */
  findDamage(depth: 'none' | 'some' | 'all'): Promise<string>
  /**
   * What a store of this data version lacks, or has that we didn't make; empty when all is well. Absent where a restored copy was
   * examined before.
   */
  findGaps?(version: number): Promise<string>
  /** Writes a consistent copy to a new file, where the database is a file. */
  copyTo?(path: string): Promise<void>
  /** Counts again what queries are planned by, where tables grew a lot. Absent where the database does so by itself. */
  countAgain?(): Promise<void>
  /** Overwrites deleted data, of the whole file or of these tables, so that it can't be recovered. Blocks other writers meanwhile. */
  scrub(tables: readonly string[]): Promise<void>
  close(): Promise<void>
}
