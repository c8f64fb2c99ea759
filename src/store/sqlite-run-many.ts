import { CompiledQuery } from 'kysely'
import type { Tx } from './engine.ts'
import type { SqliteStatement } from './sqlite-dialect.ts'

/** Runs one statement for each of many lists of parameters: one message to the writer, one prepared statement. */
export async function runMany<Row>(
  tx: Tx,
  statement: string,
  rows: readonly (readonly unknown[])[],
): Promise<readonly Row[]> {
  if (rows.length === 0) return []
  const query: CompiledQuery & SqliteStatement = { ...CompiledQuery.raw(statement), rows }
  return (await tx.executeQuery<Row>(query as CompiledQuery<Row>)).rows
}
