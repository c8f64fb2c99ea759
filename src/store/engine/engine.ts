import type { Insertable, Kysely, RawBuilder, Selectable, SqlBool, Transaction, Updateable } from 'kysely'
import type { LateIndex } from '../migrations/postgres-late-index.ts'
import type { Schema, TableName } from '../schema.ts'
import type { SearchIndex } from '../search/search-index.ts'
import type { StoreTrouble } from '../store-errors.ts'
import type { Damage } from './find-damage.ts'
import type { ReplicaState } from './replica.ts'

/** Reads outside transactions, or a transaction. */
export type Reader = Kysely<Schema>
export type Tx = Transaction<Schema>

export type Job = { readonly kind: string; readonly key: string; readonly runAt: string }

/**
 * All that differs between the databases. `sqlite.ts` and `postgres.ts` each make one; everything else in this folder
 * is written once, over this type and Kysely.
 */
export type Engine = {
  readonly dialect: 'sqlite' | 'postgres'
  readonly reader: Reader
  /** True when all who open it are on this machine, as with a file. */
  readonly isOneMachine: boolean
  /** True when long texts are worth compressing here; false where the database does it. */
  readonly packs: boolean
  /** True when rows that fall all over an index are worth gathering, to go into it sorted: where each page that is touched is written anew. */
  readonly gathers: boolean
  /** One write transaction. Rolled back when `work` throws; what keeps a store from being written comes out as StoreTroubleError. */
  write<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>

  /** `column in (values)` with one parameter however many values there are. */
  isIn(column: string | RawBuilder<unknown>, values: readonly (string | number)[]): RawBuilder<SqlBool>
  /**
   * Inserts many rows with the same columns; ids given out ascend in their order. `ifExists` is what to do with a row that is
   * there: nothing, or an `on conflict` clause. With `returning`, these columns come back, in any order.
   */
  insertMany<Table extends TableName, Column extends keyof Selectable<Schema[Table]> & string = never>(
    tx: Tx,
    table: Table,
    rows: readonly Insertable<Schema[Table]>[],
    options?: { readonly ifExists?: string; readonly returning?: readonly Column[] },
  ): Promise<readonly Pick<Selectable<Schema[Table]>, Column>[]>
  /** Sets columns of many rows, each found by its `key` column. Every row has the same columns. */
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
  /** Keeps other writers of these feeds waiting until this transaction ends. */
  lockFeeds(tx: Tx, ids: readonly number[]): Promise<void>
  /** The same for what one reader has of these feeds. Who needs both locks the feeds first. */
  lockSubscriptions(tx: Tx, readerId: string, feedIds: readonly number[]): Promise<void>
  /** Keeps these stories from being removed until this transaction ends; `isToMove`: keeps who would come in waiting, too. Answers those that are there. */
  lockStories(tx: Tx, ids: readonly string[], isToMove: boolean): Promise<readonly string[]>
  /** Appended to a select whose rows are to be claimed, so that two claimers do not wait for each other. */
  readonly skipLocked: RawBuilder<unknown>
  /** After `feed`: reads an index of id, entry_count, source_id and language, and no rows; the query may ask nothing else of it. */
  readonly narrowFeed: RawBuilder<unknown>
  /** The database's own clock, in milliseconds since 1970: the same for every process that shares it. */
  readonly clockMs: RawBuilder<number>

  /** Why writes are refused, or soon will be; undefined when they are not. Cheap enough to be asked for every page. */
  trouble(): StoreTrouble | undefined
  /** What of the file is damaged, as far as it is known. Absent where the database is a server. */
  damage?(): Damage | undefined
  /** Looks the file over, now and then, when something went wrong for which damage may be the reason. */
  suspectDamage?(): void
  /** Makes an index beside the work that goes on, where that has to be done outside a transaction. Safe to repeat. */
  makeLateIndex?(index: LateIndex): Promise<void>
  /** Where pages are read from a copy: how it is. */
  lookAtReplica?(): Promise<ReplicaState>

  readonly search: SearchIndex
  /** Changes with every write; where it costs more to ask than to read again, it is absent. */
  dataVersion?(): number
  sizeBytes(): Promise<number>
  /** Empty when all is well. `all` reads every page and takes as long as that takes, `some` ends after twenty seconds. */
  findDamage(depth: 'none' | 'some' | 'all'): Promise<string>
  /**
   * What a store of this version of the data must have and lacks, or has and we did not make; empty when all is well. Absent where what
   * is put back was looked at before.
   */
  findGaps?(version: number): Promise<string>
  /** Writes a consistent copy to a new file, where the database is a file. */
  copyTo?(path: string): Promise<void>
  /**
   * Writes over what was removed, so that it can be found nowhere any more: of the whole file, or of these tables. It keeps other
   * writers waiting for as long as that takes.
   */
  scrub(tables: readonly string[]): Promise<void>
  close(): Promise<void>
}
