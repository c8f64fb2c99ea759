import pg from 'pg'
import { safeText } from './safe-text.ts'

const bigint = 20
const numeric = 1700

/** Parses counts, sums and row ids as numbers, as SQLite returns them; ours all fit the safe integers. */
export const fieldParsers: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === bigint || oid === numeric ? Number : pg.types.getTypeParser(oid, format ?? 'text'),
}

/** A parameter whose texts are made safe for the database. */
export function safeParameter(value: unknown): unknown {
  if (typeof value === 'string') return safeText(value)
  return Array.isArray(value) ? value.map(safeParameter) : value
}

/** A value within JSON for `json_populate_recordset`; bytes in the server's hex form. */
export function jsonValue(value: unknown): unknown {
  if (typeof value === 'string') return safeText(value)
  if (value instanceof Uint8Array)
    return `\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`
  return value ?? null
}
