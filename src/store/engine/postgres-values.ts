import pg from 'pg'
import { safeText } from './safe-text.ts'

const bigint = 20
const numeric = 1700

/** Counts, sums and row ids come as numbers, as SQLite gives them; none of ours leaves the safe integers. */
export const fieldParsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === bigint || oid === numeric
      ? Number
      : pg.types.getTypeParser(oid, format ?? 'text')) as pg.CustomTypesConfig['getTypeParser'],
}

/** A parameter with its texts made safe. */
export function safeParameter(value: unknown): unknown {
  if (typeof value === 'string') return safeText(value)
  return Array.isArray(value) ? value.map(safeParameter) : value
}

/** A value within JSON that `json_populate_recordset` reads; bytes in the server's hex form. */
export function jsonValue(value: unknown): unknown {
  if (typeof value === 'string') return safeText(value)
  if (value instanceof Uint8Array)
    return `\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`
  return value ?? null
}
