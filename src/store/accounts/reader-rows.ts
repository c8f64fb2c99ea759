import { sql } from 'kysely'
import type { Db, Engine, Tx } from '../engine/engine.ts'
import { refreshPrivateStories } from '../feeds/private-feeds.ts'
import type { TableName } from '../schema.ts'
import { isLastOwner } from './accounts.ts'
import { type CommentsOnLeaving, leavingHooks } from './leaving-hooks.ts'

/** Columns that prove an identity: useless to their owner in an export, and dangerous in other hands. */
const isSecret = (column: string) => /(?:^|_)(?:hash|secret|key|token|code|codes)$/.test(column)

/** Everything stored about one reader. It covers every table with a column `reader_id`, found by asking the database for its tables. */
export function readerRowStore(engine: Engine) {
  const tables = (): Promise<readonly string[]> => tablesOf(engine, engine.reader)
  return {
    /** The tables with rows of readers, by name. */
    tables,
    /** All of a reader's rows, or those of some tables, without secrets (hashes, keys, tokens). */
    async list(
      readerId: string,
      some?: readonly string[],
    ): Promise<Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>> {
      const found: Record<string, readonly Readonly<Record<string, unknown>>[]> = {}
      for (const table of some ?? (await tables())) {
        const { rows } = await sql<Record<string, unknown>>`
          select * from ${sql.table(table)} where reader_id = ${readerId}`.execute(engine.reader)
        if (rows.length > 0) found[table] = rows.map(openColumns)
      }
      return found
    },
    /** Deletes the account and all its rows, in one transaction. */
    remove: (readerId: string, words: CommentsOnLeaving): Promise<'done' | 'not-there' | 'last-owner'> =>
      engine.write(async (tx) => {
        if (await isLastOwner(tx, readerId)) return 'last-owner'
        const account = await tx.selectFrom('account').select('id').where('id', '=', readerId).executeTakeFirst()
        if (!account) return 'not-there'
        for (const hook of leavingHooks) await hook(tx, readerId, words, engine)
        await removeRows(engine, tx, readerId)
        await tx.deleteFrom('account').where('id', '=', readerId).execute()
        // The remaining reader may be alone now.
        await refreshPrivateStories(engine, tx, new Date(0).toISOString())
        return 'done'
      }),
    /** Deletes rows that running requests wrote for a reader after they left, and returns how many. Does nothing if the account exists. */
    removeRest: (readerId: string): Promise<number> =>
      engine.write(async (tx) => {
        const account = await tx.selectFrom('account').select('id').where('id', '=', readerId).executeTakeFirst()
        return account ? 0 : removeRows(engine, tx, readerId)
      }),
    /** Overwrites deleted data on disk, where the database is a file. Takes as long as copying it. */
    scrub: async (): Promise<void> => engine.scrub(['account', ...(await tables())]),
  }
}

export type ReaderRowStore = ReturnType<typeof readerRowStore>

/** Deletes a reader's rows from every table and returns how many. */
async function removeRows(engine: Engine, tx: Tx, readerId: string): Promise<number> {
  let count = 0
  for (const table of await tablesOf(engine, tx)) {
    const { numAffectedRows = 0n } = await sql`delete from ${sql.table(table)} where reader_id = ${readerId}`.execute(
      tx,
    )
    count += Number(numAffectedRows)
  }
  return count
}

function openColumns(row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !isSecret(column)))
}

async function tablesOf(engine: Engine, reader: Db): Promise<readonly TableName[]> {
  const { rows } =
    engine.dialect === 'sqlite'
      ? await sql<{ name: TableName }>`
          select m.name as name from sqlite_master m join pragma_table_info(m.name) c on c.name = 'reader_id'
          where m.type = 'table' order by m.name`.execute(reader)
      : await sql<{ name: TableName }>`
          select c.table_name as name from information_schema.columns c
          join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
          where c.table_schema = current_schema() and c.column_name = 'reader_id' and t.table_type = 'BASE TABLE'
          order by c.table_name`.execute(reader)
  return rows.map(({ name }) => name)
}
