import { CompiledQuery } from 'kysely'
import type { Tx } from './engine.ts'
import type { SqliteStatement } from './sqlite-dialect.ts'

type Rows = readonly (readonly unknown[])[]

/** Runs one statement for many lists of parameters: one message to the writer, one prepared statement. */
export async function runMany<Row>(tx: Tx, statement: string, rows: Rows): Promise<readonly Row[]> {
  if (rows.length === 0) return []
  const query: CompiledQuery & SqliteStatement = { ...CompiledQuery.raw(statement), rows }
  return (await tx.executeQuery<Row>(query as CompiledQuery<Row>)).rows
}

/** The same without results. Doesn't wait: if one fails, the commit fails. */
export async function sendMany(tx: Tx, statement: string, rows: Rows): Promise<void> {
  if (rows.length === 0) return
  const query: CompiledQuery & SqliteStatement = { ...CompiledQuery.raw(statement), rows, isSilent: true }
  await tx.executeQuery(query)
}
